/** The standard texts of the demo town: agents answer e-mails with them more often than is good. All invented. */
import type { ReplyTemplateDraft } from "../../../../shared/domain/reply.ts";

export const standardTexts: readonly ReplyTemplateDraft[] = [
  {
    name: "Accusé de réception",
    serviceId: null,
    language: "fr",
    text: "Bonjour,\n\nNous avons bien reçu votre demande le {date} et vous en remercions. Votre dossier sera traité dans les meilleurs délais par le service concerné. Nous restons à votre disposition pour tout renseignement complémentaire.\n\nCordialement,\nL’accueil de la mairie",
  },
  {
    name: "Titre disponible",
    serviceId: null,
    language: "fr",
    text: "Madame, Monsieur,\n\nVotre titre est arrivé et peut être retiré au guichet à partir du {date}. Merci de vous présenter en personne avec l’ancien titre et le récépissé de votre demande. Passé un délai de trois mois, le titre non retiré est détruit.\n\nVeuillez agréer nos salutations distinguées.",
  },
  {
    name: "Copie d’acte",
    serviceId: null,
    language: "fr",
    text: "Bonjour,\n\nLa copie intégrale d’un acte est délivrée gratuitement sur présentation d’une pièce d’identité. La demande peut se faire en ligne, au guichet ou par courrier. L’acte vous sera adressé sous dix jours ouvrés à compter du {date}.\n\nBien cordialement,\nLe service de l’état civil",
  },
  {
    name: "Inscription à la cantine",
    serviceId: null,
    language: "fr",
    text: "Bonjour,\n\nL’inscription à la cantine est à renouveler chaque année avant le {date}. Le dossier complet doit être déposé au guichet famille avec un justificatif de domicile et l’avis d’imposition. Tout dossier incomplet sera retourné sans être étudié.\n\nCordialement,\nLe service famille",
  },
  {
    name: "Autorisation d’urbanisme",
    serviceId: null,
    language: "fr",
    text: "Madame, Monsieur,\n\nVotre demande a été transmise au service instructeur. Le délai légal d’instruction est d’un mois à compter du {date}, sous réserve que le dossier soit complet. Sans réponse de notre part à cette échéance, l’autorisation est réputée acquise.\n\nVeuillez agréer nos salutations distinguées.",
  },
  {
    name: "Passport appointment",
    serviceId: null,
    language: "en",
    text: "Dear Sir or Madam,\n\nThank you for contacting the town hall. Passport applications are taken by appointment only, from {date} onwards. Please bring your previous passport, a recent photograph and a proof of address. Your application will be dealt with as soon as possible.\n\nKind regards,\nThe front desk",
  },
];

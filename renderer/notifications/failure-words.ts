/** What went wrong with a message: a few words for a line, and what to do about it. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { DeliveryFailure } from "../../shared/domain/delivery.ts";

type Reason = DeliveryFailure["reason"];

const words: Record<Exclude<Reason, "status">, MessageDescriptor> = {
  not_configured: msg`canal non réglé`,
  no_address: msg`aucune adresse notée`,
  unknown_host: msg`serveur inconnu`,
  no_connection: msg`connexion refusée`,
  timed_out: msg`pas de réponse à temps`,
  not_secure: msg`liaison non sûre`,
  login_refused: msg`identifiant refusé`,
  sender_refused: msg`expéditeur refusé`,
  recipient_refused: msg`destinataire refusé`,
  message_refused: msg`message refusé`,
  redirected: msg`adresse déplacée`,
  nobody_there: msg`aucune fenêtre pour la montrer`,
  internal: msg`erreur inattendue`,
};

const advice: Record<Reason, MessageDescriptor> = {
  not_configured: msg`Réglez-le d’abord.`,
  no_address: msg`Ajoutez-la à la liste des renforts.`,
  unknown_host: msg`Vérifiez le nom du serveur.`,
  no_connection: msg`Vérifiez l’adresse, le port et le pare-feu.`,
  timed_out: msg`Vérifiez l’adresse et le réseau.`,
  not_secure: msg`Le certificat n’est pas reconnu, ou le chiffrement n’est pas proposé. Rien n’a été envoyé.`,
  login_refused: msg`Vérifiez l’identifiant et le mot de passe.`,
  sender_refused: msg`Choisissez une adresse d’expéditeur que ce serveur accepte.`,
  recipient_refused: msg`Vérifiez l’adresse de la personne.`,
  message_refused: msg`Voyez avec qui tient le serveur.`,
  redirected: msg`Donnez l’adresse finale : les renvois ne sont pas suivis.`,
  status: msg`Vérifiez l’adresse du webhook.`,
  nobody_there: msg`Gardez la console ouverte et autorisez les notifications.`,
  internal: msg`Le journal garde les détails.`,
};

export interface FailureWords {
  /** connexion refusée, réponse HTTP 404, identifiant refusé (535) */
  readonly short: (failure: DeliveryFailure) => string;
  readonly advice: (failure: DeliveryFailure) => string;
}

/** The words for a failure, in the language of the screens. */
export function useFailureWords(): FailureWords {
  const { t } = useLingui();
  return {
    short({ reason, status }) {
      if (reason === "status") return t`réponse HTTP ${String(status)}`;
      return status === null ? t(words[reason]) : `${t(words[reason])} (${status})`;
    },
    advice: ({ reason }) => t(advice[reason]),
  };
}

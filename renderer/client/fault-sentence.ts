/** What a person reads when something went wrong: what happened, what was kept, what to do next. */

import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { ORPCError } from "@orpc/client";
import type { FaultCode, FaultValue } from "../../shared/faults.ts";
import { Disconnected } from "./link.ts";

const sentences: Record<FaultCode, MessageDescriptor> = {
  invalid_input: msg`La saisie n’est pas valable ; rien n’a été changé. Corrigez-la et recommencez.`,
  not_found: msg`Cet élément n’existe plus ; rien n’a été changé. L’écran montre l’état actuel.`,
  case_not_waiting: msg`Le dossier a été appelé entre-temps ; il reste où il est.`,
  case_changed: msg`Le dossier a changé entre-temps ; il reste où il est. Regardez-le à nouveau.`,
  agent_not_qualified: msg`Cet agent n’est pas formé à cette démarche ; rien n’a été changé. Choisissez-en un autre.`,
  agent_not_present: msg`Cet agent n’est plus là ; rien n’a été changé. Choisissez-en un autre.`,
  agent_in_service: msg`Cet agent a un dossier en cours : son état suivra à la fin. Rien n’a été changé.`,
  backup_already_answered: msg`Cet appel en renfort a déjà reçu une réponse ; rien n’a été changé.`,
  undo_expired: msg`Il est trop tard pour annuler, ou autre chose a été décidé depuis ; rien n’a été changé.`,
  payload_mismatch: msg`Un événement de même identité mais de contenu différent est déjà connu ; le premier est gardé.`,
  unknown_event_type: msg`Ce type d’événement n’est pas connu ; il est gardé parmi les rejets.`,
  unauthorised: msg`La console ne reconnaît plus cette fenêtre. Ouvrez-la à nouveau depuis la console.`,
  forbidden: msg`Vous n’avez pas le droit de faire cela ; rien n’a été changé.`,
  too_large: msg`C’est trop volumineux ; rien n’a été changé. Envoyez-le en plusieurs fois.`,
  too_many_requests: msg`Trop de demandes à la fois ; attendez un instant et recommencez.`,
  unsupported_media_type: msg`Ce format n’est pas accepté ; rien n’a été changé.`,
  file_unreadable: msg`Le fichier ne peut pas être lu ; rien n’a été changé.`,
  mapping_invalid: msg`La correspondance des colonnes n’est pas valable ; rien n’a été importé.`,
  store_full: msg`Le disque est plein : rien de nouveau ne peut être gardé. Libérez de la place ; la lecture continue.`,
  store_damaged: msg`La base est abîmée. Elle a été mise de côté ; restaurez une sauvegarde.`,
  store_newer: msg`La base vient d’une version plus récente de Vigie. Installez cette version.`,
  store_owned: msg`La base est déjà ouverte par une autre console. Fermez-la d’abord.`,
  store_unreadable: msg`La base ne peut pas être lue. Vérifiez l’accès au dossier, puis relancez la console.`,
  port_taken: msg`Ce port est déjà pris. Choisissez-en un autre avec --port.`,
  source_unreachable: msg`L’autre système ne répond pas comme prévu ; ce qui est déjà reçu est gardé. Vérifiez son adresse et sa clé.`,
  print_unavailable: msg`Aucun navigateur de cette machine ne peut faire le PDF ; rien n’a été enregistré. Installez Chrome, Chromium ou Edge, ou imprimez depuis votre navigateur.`,
  internal: msg`Une erreur inattendue s’est produite ; rien n’a été changé. Le journal garde les détails.`,
};

const notSent = msg`La console ne répond pas ; rien n’a été changé. Elle sera rejointe dès que possible.`;
const unanswered = msg`La liaison s’est coupée avant la réponse. Vérifiez à l’écran si c’est fait avant de recommencer.`;

/** The fault inside an error of the client; what is not expected counts as `internal`. */
export function faultOf(error: unknown): FaultValue {
  if (error instanceof ORPCError && error.code === "FAULT") return error.data as FaultValue;
  const message = error instanceof Error ? error.message : String(error);
  return { code: "internal", message, data: {} };
}

/** Gives the sentence for an error, in the language of the screens. */
export function useFaultSentence(): (error: unknown) => string {
  const { i18n } = useLingui();
  return (error) => {
    if (error instanceof Disconnected) return i18n._(error.wasSent ? unanswered : notSent);
    return i18n._(sentences[faultOf(error).code]);
  };
}

/** Gives the sentence for a code that was kept with something that failed earlier. */
export function useFaultWords(): (code: FaultCode) => string {
  const { i18n } = useLingui();
  return (code) => i18n._(sentences[code]);
}

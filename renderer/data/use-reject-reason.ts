import { useLingui } from "@lingui/react/macro";
import type { FaultValue } from "../../shared/faults.ts";

/** Says in one sentence why something was not taken in, and what to mend. */
export function useRejectReason(): (fault: FaultValue) => string {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    arrival: t`heure d’arrivée`,
    call: t`heure d’appel`,
    start: t`heure de début`,
    end: t`heure de fin`,
    site: t`accueil`,
    service: t`démarche`,
    channel: t`canal`,
    ticket: t`numéro de ticket`,
    subject: t`identité du dossier`,
  };
  return ({ code, data }) => {
    const { type, field } = data;
    switch (code) {
      case "unknown_event_type":
        return type === undefined || type === null
          ? t`Type d’événement inconnu.`
          : t`Type d’événement inconnu : ${String(type)}.`;
      case "invalid_input":
        return field === undefined || field === null || field === ""
          ? t`L’événement n’est pas complet ou pas valable.`
          : t`« ${words[String(field)] ?? String(field)} » manque ou n’est pas valable.`;
      case "payload_mismatch":
        return t`Même identité qu’un événement déjà connu, mais autre contenu ; le premier est gardé.`;
      case "mapping_invalid":
        return t`La ligne ne correspond pas à la description des colonnes.`;
      default:
        return t`N’a pas pu être lu.`;
    }
  };
}

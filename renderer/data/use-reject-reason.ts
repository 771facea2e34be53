import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { RowProblem } from "../../shared/domain/row-problem.ts";
import type { FaultValue } from "../../shared/faults.ts";

/** Whether the sentence of the catalogue says all that is known; else the English one of the fault adds to it. */
export function isSaidInFull({ data }: FaultValue): boolean {
  return typeof data["problem"] === "string";
}

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
  /** What is wrong with a row of a file; undefined where it is nothing of that kind. */
  const problemOf = ({ problem, ...facts }: FaultValue["data"]): string | undefined => {
    const { field, value, cells, expectedCells } = facts;
    const name = words[String(field)] ?? String(field);
    const text = String(value);
    switch (problem as RowProblem | undefined) {
      case "missing":
        return t`« ${name} » manque.`;
      case "not_a_time":
        return t`« ${name} » : « ${text} » n’est pas une heure écrite comme prévu.`;
      case "no_date":
        return t`« ${name} » : une heure sans date, et rien ne dit de quel jour.`;
      case "out_of_range":
        return t`« ${name} » : ${text} n’est pas entre 1990 et 2099.`;
      case "unreadable":
        return t`« ${name} » : « ${text} » n’est pas une valeur possible.`;
      case "too_long":
        return t`« ${name} » : plus de 128 caractères, ou des caractères de contrôle.`;
      case "no_event":
        return t`Aucun événement de la description ne s’applique à la ligne.`;
      case "cell_count":
        return t`${plural(Number(cells), { one: "# cellule", other: "# cellules" })} dans la ligne, ${Number(expectedCells)} dans l’en-tête.`;
      case "wrong_bytes":
        return t`Des caractères de la ligne ne sont pas codés comme le reste du fichier.`;
      case "wrong_quotes":
        return t`Les guillemets de la ligne ne se répondent pas : l’un n’est pas fermé, ou au mauvais endroit.`;
      case "cut_off":
        return t`Le fichier s’arrête au milieu de cette ligne.`;
      default:
        return undefined;
    }
  };
  return ({ code, data }) => {
    const { type, field } = data;
    const problem = problemOf(data);
    if (problem !== undefined) return problem;
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

import { useLingui } from "@lingui/react/macro";
import type { AuditEntry } from "../../shared/domain/audit.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";

/** What was seen or taken away, by the word that the audit keeps. */
export function useSeenWords(): (what: string) => string {
  const { t } = useLingui();
  return (what) => {
    switch (what) {
      case "figures":
        return t`Repères d’une personne`;
      case "preparation":
        return t`Fiche de préparation`;
      case "everything":
        return t`Tout ce qui la concerne`;
      case "chart":
        return t`Export d’un graphique`;
      case "reply":
        return t`Réponse envoyée`;
      case "report":
        return t`Rapport en PDF`;
      default:
        return what;
    }
  };
}

/** Why somebody looked: what they wrote, or the session that they prepared; null where nothing was asked. */
export function useViewPurpose(): (entry: Pick<AuditEntry, "what" | "purpose">) => string | null {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const timeZone = useTimeZone();
  return ({ what, purpose }) => {
    if (purpose === null) return null;
    if (what !== "preparation") return t`« ${purpose} »`;
    const start = dateTime(Date.parse(purpose), timeZone);
    return t`séance du ${start}`;
  };
}

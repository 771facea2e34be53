import { useLingui } from "@lingui/react/macro";

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

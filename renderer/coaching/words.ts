/** Names of what a note can be, in the language of the screens. */
import { useLingui } from "@lingui/react/macro";
import type { NoteDraft, Principle } from "../../shared/domain/note.ts";

export function usePrincipleName(): (principle: Principle) => string {
  const { t } = useLingui();
  return (principle) => {
    switch (principle) {
      case "one_team":
        return t`Une seule équipe`;
      case "service_knowledge":
        return t`Connaître les démarches`;
      case "sharing_ideas":
        return t`Partager les idées`;
      case "every_second":
        return t`Chaque seconde compte`;
      case "honesty":
        return t`Dire ce qu’on ignore`;
      case "empathy":
        return t`Empathie`;
      case "no_canned_answers":
        return t`Fini les réponses toutes faites`;
    }
  };
}

export function useKindName(): (kind: NoteDraft["kind"]) => string {
  const { t } = useLingui();
  return (kind) => {
    switch (kind) {
      case "praise":
        return t`Félicitation`;
      case "observation":
        return t`Observation`;
      case "agreed_step":
        return t`Étape convenue`;
    }
  };
}

export function useVisibilityName(): (visibility: NoteDraft["visibility"]) => string {
  const { t } = useLingui();
  return (visibility) => {
    switch (visibility) {
      case "author":
        return t`Pour moi seul·e`;
      case "team_leads":
        return t`Chefs d’équipe`;
      case "shared":
        return t`Partagée avec l’agent`;
    }
  };
}

/** Open questions that help to write a note under a principle; the first one fits into an empty field. */
export function useOpenQuestions(): (principle: Principle | null) => readonly [string, ...string[]] {
  const { t } = useLingui();
  return (principle) => {
    switch (principle) {
      case "one_team":
        return [
          t`Qui d’autre aurait pu aider à ce moment-là, et comment l’aurait-on su ?`,
          t`Qu’est-ce qui rendrait le passage de relais plus simple ?`,
        ];
      case "service_knowledge":
        return [
          t`Qu’a-t-il fallu chercher, et où aurait-on aimé le trouver ?`,
          t`Qui connaît bien cette démarche et pourrait la montrer ?`,
        ];
      case "sharing_ideas":
        return [
          t`Quelle idée est née de ce moment ?`,
          t`Comment pourrait-on l’essayer une semaine, et à quoi verrait-on que ça aide ?`,
        ];
      case "every_second":
        return [
          t`Qu’est-ce qui a pris du temps sans aider la personne ?`,
          t`Que faudrait-il préparer avant le premier appel ?`,
        ];
      case "honesty":
        return [
          t`Qu’est-ce qu’on ne savait pas, et comment l’a-t-on dit ?`,
          t`Quelle date a été promise, et qui la tient ?`,
        ];
      case "empathy":
        return [
          t`Comment la personne est-elle arrivée, et comment est-elle repartie ?`,
          t`Quels mots ont fait la différence ?`,
        ];
      case "no_canned_answers":
        return [
          t`Quelle phrase répond vraiment à la question posée ?`,
          t`Qu’est-ce qui vient du modèle et n’aide pas cette personne ?`,
        ];
      case null:
        return [
          t`Que s’est-il passé, et qu’est-ce qui a aidé ?`,
          t`Qu’en pense l’agent ?`,
          t`Quelle serait la prochaine petite étape ?`,
        ];
    }
  };
}

/** Names of what an idea can be, and of the figures it is judged by. */
import { useLingui } from "@lingui/react/macro";
import type { IdeaFigure, IdeaKind, IdeaMove, IdeaState } from "../../../shared/domain/idea.ts";
import type { StateShape, StateTone } from "../../ui/state-mark.tsx";

export interface StateLook {
  readonly shape: StateShape;
  readonly tone: StateTone;
}

export const stateLooks: Record<IdeaState, StateLook> = {
  trying: { shape: "half", tone: "accent" },
  proposed: { shape: "ring", tone: "neutral" },
  adopted: { shape: "check", tone: "good" },
  answered: { shape: "check", tone: "good" },
  declined: { shape: "cross", tone: "neutral" },
};

export function useIdeaWords() {
  const { t } = useLingui();
  const states: Record<IdeaState, string> = {
    trying: t`À l’essai`,
    proposed: t`Proposée`,
    adopted: t`Adoptée`,
    answered: t`Répondue`,
    declined: t`Déclinée`,
  };
  const groups: Record<IdeaState, string> = {
    trying: t`À l’essai`,
    proposed: t`Proposées`,
    adopted: t`Adoptées`,
    answered: t`Répondues`,
    declined: t`Déclinées`,
  };
  const moves: Record<IdeaMove["to"], string> = {
    trying: t`Essayer…`,
    adopted: t`Adopter…`,
    answered: t`Répondre…`,
    declined: t`Décliner…`,
  };
  const kinds: Record<IdeaKind, string> = { idea: t`Idée`, question: t`Question` };
  const figures: Record<IdeaFigure, string> = {
    wait_p50: t`Attente médiane`,
    wait_p90: t`Attente de 9 personnes sur 10`,
    service_level: t`Part servie dans l’objectif`,
    abandonment: t`Part des abandons`,
    handle_time: t`Durée de traitement`,
    experience: t`Expérience des usagers`,
  };
  return { states, groups, moves, kinds, figures };
}

/** Names of what a problem can be. */
import { useLingui } from "@lingui/react/macro";
import type { Problem, ProblemNature, ProblemState } from "../../../shared/domain/problem.ts";
import type { StateShape, StateTone } from "../../ui/state-mark.tsx";

export const problemLooks: Record<ProblemState, { shape: StateShape; tone: StateTone }> = {
  open: { shape: "ring", tone: "warn" },
  being_fixed: { shape: "half", tone: "accent" },
  solved: { shape: "check", tone: "good" },
};

/** What slows or blocks people stands out until it is solved. */
export function severityLook({ severity, state }: Problem): { shape: StateShape; tone: StateTone } | null {
  if (state === "solved") return null;
  if (severity === 3) return { shape: "diamond", tone: "bad" };
  return severity === 2 ? { shape: "triangle", tone: "warn" } : null;
}

export function useProblemWords() {
  const { t } = useLingui();
  const states: Record<ProblemState, string> = {
    open: t`Ouvert`,
    being_fixed: t`En réparation`,
    solved: t`Résolu`,
  };
  const natures: Record<ProblemNature, string> = {
    unknown: t`Pas encore jugé`,
    glitch: t`Incident isolé`,
    real: t`Vrai problème`,
  };
  const severities: Record<1 | 2 | 3, string> = {
    1: t`gravité 1, gêne`,
    2: t`gravité 2, ralentit`,
    3: t`gravité 3, bloque`,
  };
  /** The severity in words; where nobody judged it, that. */
  const severity = (level: number | null) =>
    level === 1 || level === 2 || level === 3 ? severities[level] : t`gravité à dire`;
  return { states, natures, severities, severity };
}

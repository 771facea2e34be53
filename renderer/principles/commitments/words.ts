/** How a commitment stands, in words and shapes. */
import { useLingui } from "@lingui/react/macro";
import type { CommitmentStanding } from "../../../shared/domain/commitment.ts";
import type { StateShape, StateTone } from "../../ui/state-mark.tsx";

export const standingLooks: Record<CommitmentStanding, { shape: StateShape; tone: StateTone }> = {
  overdue: { shape: "diamond", tone: "bad" },
  due_today: { shape: "half", tone: "warn" },
  coming: { shape: "ring", tone: "neutral" },
  kept_in_time: { shape: "check", tone: "good" },
  kept_late: { shape: "triangle", tone: "warn" },
  missed: { shape: "cross", tone: "bad" },
};

export function useStandingWords(): Record<CommitmentStanding, string> {
  const { t } = useLingui();
  return {
    overdue: t`En retard`,
    due_today: t`À rendre aujourd’hui`,
    coming: t`À venir`,
    kept_in_time: t`Tenu à temps`,
    kept_late: t`Tenu en retard`,
    missed: t`Non tenu`,
  };
}

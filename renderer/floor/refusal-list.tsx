import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "../../shared/domain/case-action.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import { useFloorStore } from "./floor-context.tsx";

/** Gives the sentence for a case that stayed as it was. */
export function useRefusalSentence(): (refusal: Refusal, label: string) => string {
  const { t } = useLingui();
  const floor = useFloorStore();
  return ({ code, agentId, state }, label) => {
    switch (code) {
      case "case_not_waiting": {
        const agent = agentId === null ? null : (floor.agents.get(agentId)?.name ?? agentId);
        if (state === "called" || state === "serving" || state === "on_hold") {
          return agent === null
            ? t`${label} a été appelé entre-temps.`
            : t`${label} a été appelé entre-temps par ${agent}.`;
        }
        return t`${label} n’attend plus : le dossier s’est terminé entre-temps.`;
      }
      case "case_changed":
        return t`${label} a changé entre-temps (priorité ou démarche). Regardez-le à nouveau avant d’agir.`;
      case "case_suspended":
        return t`${label} est suspendu. Reprenez-le d’abord.`;
      case "case_not_suspended":
        return t`${label} n’est plus suspendu : il reste comme il est.`;
      case "case_not_returnable":
        return t`${label} n’est plus en appel : il reste où il est.`;
      case "undo_expired":
        return t`${label} a avancé depuis : il reste où il est.`;
      case "not_found":
        return t`${label} n’est plus connu.`;
    }
  };
}

export interface RefusalListProps {
  readonly refused: readonly Refusal[];
  /** What the person saw as the name of each case. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Each case that stayed as it was, with its reason. */
export function RefusalList({ refused, labels }: RefusalListProps) {
  const sentence = useRefusalSentence();
  return (
    <ul className="refusals">
      {refused.map((refusal) => (
        <li key={refusal.caseId}>
          <LevelShape level="warn" />
          {sentence(refusal, refusal.ticket ?? labels.get(refusal.caseId) ?? refusal.caseId)}
        </li>
      ))}
    </ul>
  );
}

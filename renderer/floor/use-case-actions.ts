import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { CaseActionResult, SeenCases } from "../../shared/domain/case-action.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { showToast } from "../ui/toast.tsx";
import type { CaseStanding } from "./case-standing.ts";
import { standingOf } from "./case-standing.ts";
import type { Floor } from "./floor-store.ts";
import { usePriorityWords } from "./priority-words.ts";
import { useUndo } from "./undo.tsx";

/** What can be done at once to cases, as the person saw them. */
export interface CaseActions {
  readonly prioritise: (cases: SeenCases, priority: number, reason: string | null) => void;
  readonly hold: (cases: SeenCases) => void;
  readonly resume: (cases: SeenCases) => void;
  readonly requeue: (cases: SeenCases) => void;
}

/** Takes down those of the cases that stand in one of these ways, as they are on screen now. */
export function takeDown(
  floor: Floor,
  caseIds: Iterable<string>,
  ...standings: readonly CaseStanding[]
): SeenCases {
  return [...caseIds].flatMap((id) => {
    const row = floor.cases.get(id);
    return row !== undefined && standings.includes(standingOf(row)) ? [{ id, version: row.version }] : [];
  });
}

/** Does things to cases, says what became of them, and offers to take it back. */
export function useCaseActions(): CaseActions {
  const { t } = useLingui();
  const client = useClient().case;
  const faultSentence = useFaultSentence();
  const priorityWord = usePriorityWords();
  const { offer } = useUndo();

  async function perform(
    cases: SeenCases,
    act: () => Promise<CaseActionResult>,
    done: (count: number) => string,
  ): Promise<void> {
    if (cases.length === 0) return;
    try {
      const result = await act();
      const takenBack = (count: number) =>
        t`Action annulée : ${plural(count, { one: "# dossier est comme avant", other: "# dossiers sont comme avant" })}`;
      offer({ ...result, done: done(result.changed.length), takenBack });
    } catch (error) {
      showToast({ title: t`Rien n’a été changé`, level: "bad", detail: faultSentence(error) });
    }
  }

  return {
    prioritise(cases, priority, reason) {
      const word = priorityWord(priority);
      void perform(
        cases,
        () => client.prioritise({ cases, priority, reason }),
        (count) => t`Priorité « ${word} » : ${plural(count, { one: "# dossier", other: "# dossiers" })}`,
      );
    },
    hold(cases) {
      void perform(
        cases,
        () => client.hold({ cases, reason: null }),
        (count) =>
          plural(count, {
            one: "# dossier suspendu ; sa place est gardée",
            other: "# dossiers suspendus ; leur place est gardée",
          }),
      );
    },
    resume(cases) {
      void perform(
        cases,
        () => client.resume({ cases }),
        (count) =>
          plural(count, { one: "# dossier repris à sa place", other: "# dossiers repris à leur place" }),
      );
    },
    requeue(cases) {
      void perform(
        cases,
        () => client.requeue({ cases, reason: null }),
        (count) =>
          plural(count, {
            one: "# dossier remis en file ; son attente continue",
            other: "# dossiers remis en file ; leur attente continue",
          }),
      );
    },
  };
}

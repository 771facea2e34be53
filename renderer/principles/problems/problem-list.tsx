import { Plural, useLingui } from "@lingui/react/macro";
import {
  type Problem,
  type ProblemState,
  type ProblemSuggestion,
  problemStates,
} from "../../../shared/domain/problem.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Entry, EntrySections } from "../../ui/entry-list.tsx";
import { useFormat } from "../../ui/format.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useNames } from "../use-names.ts";
import { SeverityMark } from "./severity-mark.tsx";
import { problemLooks, useProblemWords } from "./words.ts";

export interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly suggestions: readonly ProblemSuggestion[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}

/** The worst first. */
function inState(problems: readonly Problem[], state: ProblemState): Problem[] {
  return problems
    .filter((problem) => problem.state === state)
    .sort((a, b) => (b.severity ?? 0) - (a.severity ?? 0));
}

/** The problem on top of the list. */
export function firstProblem(problems: readonly Problem[]): Problem | undefined {
  return problemStates.flatMap((state) => inState(problems, state))[0];
}

/** Problems by where they stand, the worst first. */
export function ProblemList({ problems, suggestions, selectedId, onSelect }: ProblemListProps) {
  const { t } = useLingui();
  const { states } = useProblemWords();
  const proposed = new Set(suggestions.map(({ problemId }) => problemId));
  return (
    <EntrySections
      label={t`Problèmes signalés`}
      selectedId={selectedId}
      onSelect={onSelect}
      sections={problemStates.map((state) => ({
        id: `state-${state}`,
        head: <StateMark {...problemLooks[state]}>{states[state]}</StateMark>,
        items: inState(problems, state),
      }))}
    >
      {(problem) => <ProblemEntry key={problem.id} problem={problem} isProposed={proposed.has(problem.id)} />}
    </EntrySections>
  );
}

function ProblemEntry({ problem, isProposed }: { readonly problem: Problem; readonly isProposed: boolean }) {
  const { t } = useLingui();
  const names = useNames();
  const { dateTime } = useFormat();
  const timeZone = useTimeZone();
  const [first] = problem.reports;
  if (first === undefined) return null;
  return (
    <Entry id={problem.id} text={first.text}>
      <strong className="problem-text">{first.text}</strong>
      <span className="entry-line">
        <small>
          <SeverityMark problem={problem} />
          {first.serviceId === null ? null : ` · ${names.service(first.serviceId)}`}
        </small>
        {isProposed ? <Tag tone="accent">{t`Le même ?`}</Tag> : null}
      </span>
      <span className="entry-line number">
        <small>{dateTime(problem.createdAtMs, timeZone)}</small>
        <small>
          <Plural value={problem.reports.length} one="# signalement" other="# signalements" />
        </small>
      </span>
    </Entry>
  );
}

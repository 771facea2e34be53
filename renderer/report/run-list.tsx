import { Plural, useLingui } from "@lingui/react/macro";
import type { ReportRun } from "../../shared/domain/report-schedule.ts";
import { useFaultWords } from "../client/fault-sentence.ts";
import { useFailureWords } from "../notifications/failure-words.ts";
import { useFormat } from "../ui/format.ts";
import { StateMark } from "../ui/state-mark.tsx";

const mostShown = 5;

/** What became of the last runs of a schedule, the newest first. */
export function RunList(props: { readonly runs: readonly ReportRun[]; readonly timeZone: string | null }) {
  const { t } = useLingui();
  const { runs, timeZone } = props;
  if (runs.length === 0) return null;
  return (
    <ol className="report-runs" aria-label={t`Derniers envois`}>
      {runs.slice(0, mostShown).map((run) => (
        <Run key={run.id} run={run} timeZone={timeZone} />
      ))}
    </ol>
  );
}

function Run({ run, timeZone }: { readonly run: ReportRun; readonly timeZone: string | null }) {
  const { t } = useLingui();
  const format = useFormat();
  const failure = useRunFailure();
  return (
    <li>
      <span className="number">{format.dateTime(run.startedAtMs, timeZone)}</span>
      {run.state === "running" ? (
        <StateMark shape="half">{t`en préparation`}</StateMark>
      ) : run.state === "done" ? (
        <StateMark shape="check" tone="good">{t`fait`}</StateMark>
      ) : (
        <StateMark shape="cross" tone="bad">{t`échec`}</StateMark>
      )}
      <span className="report-run-detail" translate={run.failure === null ? "no" : undefined}>
        {failure(run) ?? run.place}
        {run.skipped === 0 ? null : (
          <>
            {" "}
            <Plural
              value={run.skipped}
              one="(rattrapé ; # plus ancien, manqué, n’est pas refait)"
              other="(rattrapé ; # plus anciens, manqués, ne sont pas refaits)"
            />
          </>
        )}
      </span>
    </li>
  );
}

/** Why a run failed and what to do about it; null where it did not. */
function useRunFailure(): (run: ReportRun) => string | null {
  const words = useFailureWords();
  const sentenceOf = useFaultWords();
  return ({ failure }) => {
    if (failure === null) return null;
    if ("fault" in failure) return sentenceOf(failure.fault.code);
    return `${words.short(failure.delivery)}. ${words.advice(failure.delivery)}`;
  };
}

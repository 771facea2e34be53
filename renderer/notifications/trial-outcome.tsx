import { useLingui } from "@lingui/react/macro";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";
import { StateMark } from "../ui/state-mark.tsx";
import { useFailureWords } from "./failure-words.ts";
import type { useTrial } from "./use-notifications.ts";

/** What became of a trial: the real outcome, with what to do where it failed. */
export function TrialOutcome({ trial }: { readonly trial: ReturnType<typeof useTrial> }) {
  const { t } = useLingui();
  const { time } = useFormat();
  const timeZone = useTimeZone();
  const failureWords = useFailureWords();
  const sentenceOf = useFaultSentence();
  return (
    <div role="status" className="trial-outcome">
      {trial.isPending ? <StateMark shape="half">{t`Envoi en cours…`}</StateMark> : null}
      {trial.error === null ? null : (
        <StateMark shape="cross" tone="bad">
          {sentenceOf(trial.error)}
        </StateMark>
      )}
      {trial.data === undefined || trial.isPending ? null : trial.data.outcome === "sent" ? (
        <StateMark shape="check" tone="good">{t`Essai parti à ${time(trial.data.atMs, timeZone)}`}</StateMark>
      ) : (
        <>
          <StateMark shape="cross" tone="bad">
            {t`Essai non parti : ${failureWords.short(trial.data.failure)}`}
          </StateMark>
          <small>{failureWords.advice(trial.data.failure)}</small>
        </>
      )}
    </div>
  );
}

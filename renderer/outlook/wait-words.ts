import { useLingui } from "@lingui/react/macro";
import type { ForeseenWait } from "../../shared/domain/prediction.ts";
import { rangeWords } from "../floor/wait-range.ts";
import { useFormat } from "../ui/format.ts";

/** A foreseen wait in words: 12–19 min, none, or that nobody is there to serve. */
export function useWaitWords(): (wait: ForeseenWait) => string {
  const { t } = useLingui();
  const format = useFormat();
  return ({ p50Seconds, p90Seconds }) => {
    if (p50Seconds === null) return t`personne ne sert`;
    if (p50Seconds < 1 && p90Seconds !== null && p90Seconds < 1) return t`aucune`;
    if (p90Seconds === null) return t`plus de ${format.duration(p50Seconds)}`;
    return rangeWords({ p50Seconds, p90Seconds }, (seconds) => format.duration(seconds));
  };
}

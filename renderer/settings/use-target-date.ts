import { useLingui } from "@lingui/react/macro";
import { dateWords } from "../../shared/domain/date-words.ts";
import { startOfLocalDayMs } from "../../shared/queueing/intervals.ts";
import { useFormat } from "../ui/format.ts";

/** When a target begins to count, in words: the day, and the time of day where it is not midnight. */
export function useTargetDate(timeZone: string): (fromMs: number) => string {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const locale = i18n.locale === "en" ? "en-GB" : "fr-FR";
  return (fromMs) => {
    if (fromMs === 0) return t`le début`;
    const day = dateWords(locale, {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone,
    }).format(fromMs);
    if (startOfLocalDayMs(fromMs, timeZone) === fromMs) return day;
    const time = format.time(fromMs, timeZone);
    return t`${day} à ${time}`;
  };
}

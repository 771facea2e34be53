/** Months and days of a figure, in the language of the screens. */
import { useLingui } from "@lingui/react";

export interface MonthWords {
  /** `nov.` for an axis; with the year in January. */
  readonly short: (month: string) => string;
  /** `novembre 2026`. */
  readonly long: (month: string) => string;
  /** `30/11/2026`, in a time zone (the system's where null). */
  readonly day: (atMs: number, timeZone: string | null) => string;
}

/** Words for months such as `2026-11`. */
export function useMonthWords(): MonthWords {
  const { i18n } = useLingui();
  const locale = i18n.locale === "en" ? "en-GB" : "fr-FR";
  const atMs = (month: string) => Date.parse(`${month}-01T00:00:00Z`);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const [short, shortYear, long] = [
    format({ month: "short" }),
    format({ month: "short", year: "2-digit" }),
    format({ month: "long", year: "numeric" }),
  ];
  return {
    short: (month) => (month.endsWith("-01") ? shortYear : short).format(atMs(month)),
    long: (month) => long.format(atMs(month)),
    day: (ms, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: "short",
        ...(timeZone === null ? {} : { timeZone }),
      }).format(ms),
  };
}

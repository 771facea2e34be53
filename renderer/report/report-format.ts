/** Dates and figures of a report, in the language of the screens. */

import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { dateWords } from "../../shared/domain/date-words.ts";

export interface ReportFormat {
  /** 16 novembre 2026 */
  readonly date: (date: string) => string;
  /** du 16 au 22 novembre 2026, for weeks; novembre 2026, for months. */
  readonly range: (firstDate: string, lastDate: string) => string;
  readonly month: (date: string) => string;
  /** lun. */
  readonly day: (date: string) => string;
  /** lun., for 1. */
  readonly weekday: (number: number) => string;
  readonly signed: (value: number) => string;
}

export function useReportFormat(): ReportFormat {
  const { i18n } = useLingui();
  return createReportFormat(i18n.locale);
}

function createReportFormat(locale: I18n["locale"]): ReportFormat {
  const language = locale === "en" ? "en-GB" : "fr-FR";
  const writer = (options: Intl.DateTimeFormatOptions) =>
    dateWords(language, { ...options, timeZone: "UTC" });
  const long = writer({ day: "numeric", month: "long", year: "numeric" });
  const month = writer({ month: "long", year: "numeric" });
  const day = writer({ weekday: "short" });
  const weekday = writer({ weekday: "short" });
  /** Any Monday. */
  const monday = Date.UTC(2024, 0, 1);
  const signed = new Intl.NumberFormat(language, { signDisplay: "exceptZero", maximumFractionDigits: 0 });
  const at = (date: string) => Date.parse(`${date}T00:00:00Z`);
  return {
    date: (date) => long.format(at(date)),
    range: (firstDate, lastDate) => long.formatRange(at(firstDate), at(lastDate)),
    month: (date) => month.format(at(date)),
    day: (date) => day.format(at(date)),
    weekday: (number) => weekday.format(monday + (number - 1) * 86_400_000),
    signed: (value) => signed.format(value),
  };
}

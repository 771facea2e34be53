/** How the figures of an export are written, wherever people read them: in the PDF and on the charts. */
import { Temporal } from "temporal-polyfill";
import type { MessageLanguage } from "./backup-message.ts";
import type { ChartStep, ChartUnit } from "./chart.ts";
import { exportWords } from "./export-words.ts";

export type CellValue = number | string | null;

export interface ExportFormat {
  /** The text of a cell; a dash for what does not exist. */
  cell(value: CellValue, unit: ChartUnit): string;
  /** A date and time of day, in the time zone of the export. */
  dateTime(atMs: number): string;
  /** A local date given as `YYYY-MM-DD`. */
  date(date: string): string;
  count(value: number): string;
}

/** The local wall clock of an instant, as spreadsheets know dates: no zone, and a repeated hour comes twice. */
export function wallClock(atMs: number, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone).toPlainDateTime();
}

/** Hours, minutes and seconds: `0:06:40`; days are counted on as hours, as spreadsheets do with `[h]:mm:ss`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(whole / 3_600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** The formats of one export. */
export function exportFormat(language: MessageLanguage, timeZone: string, step: ChartStep): ExportFormat {
  const locale = language === "en" ? "en-GB" : "fr-FR";
  const words = exportWords(language);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const formatOf = (options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const day = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  const date = formatOf(day);
  const weekday = formatOf({ weekday: "short", ...day });
  const dateTime = formatOf({ ...day, ...time });
  const dateTimeWithZone = formatOf({ ...day, ...time, timeZoneName: "shortOffset" });
  const month = formatOf({ month: "long", year: "numeric" });
  const plainDate = formatOf(day, "UTC");

  /** In the hour that comes twice in autumn, the clock alone does not say which. */
  function isRepeated(atMs: number): boolean {
    const hourMs = 3_600_000;
    const here = wallClock(atMs, timeZone);
    return [atMs - hourMs, atMs + hourMs].some((other) => wallClock(other, timeZone).equals(here));
  }

  function instant(atMs: number): string {
    switch (step) {
      case "interval":
      case "hour":
        return (isRepeated(atMs) ? dateTimeWithZone : dateTime).format(atMs);
      case "day":
        return weekday.format(atMs);
      case "week":
        return words.weekOf(date.format(atMs));
      case "month":
        return month.format(atMs);
      case "year":
        return String(wallClock(atMs, timeZone).year);
    }
  }

  return {
    cell(value, unit) {
      if (value === null) return "–";
      if (typeof value === "string") return value;
      switch (unit) {
        case "instant":
          return instant(value);
        case "seconds":
          return durationText(value);
        case "share":
          return share.format(value);
        case "label":
        case "count":
        case "score":
          return number.format(value);
      }
    },
    dateTime: (atMs) => dateTime.format(atMs),
    date: (text) => plainDate.format(Date.parse(`${text}T00:00:00Z`)),
    count: (value) => number.format(value),
  };
}

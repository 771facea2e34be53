/** Where the axis of time is marked, and with what: round hours, days, months or years of the local calendar. */

import { Temporal } from "temporal-polyfill";
import { dateWords } from "../../shared/domain/date-words.ts";
import type { ExportDescription } from "../../shared/domain/export.ts";
import { addDays, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";

export interface Tick {
  readonly atMs: number;
  readonly text: string;
}

const mostTicks = 12;

/** Marks between two instants, at most twelve. */
export function timeTicks(fromMs: number, toMs: number, description: ExportDescription): Tick[] {
  const { timeZone, language } = description;
  const start = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone);
  const days = (toMs - fromMs) / 86_400_000;
  const locale = language === "en" ? "en-GB" : "fr-FR";
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const words = dateWords(locale, { ...options, timeZone });
    return (atMs: number) => words.format(atMs);
  };
  if (days <= 2) return hourTicks(start, toMs, writer({ hour: "2-digit", minute: "2-digit" }));
  if (days <= 92) {
    const every = [1, 2, 7, 14].find((step) => days / step <= mostTicks) ?? 14;
    const options: Intl.DateTimeFormatOptions =
      every <= 2 && days <= 16 ? { weekday: "short", day: "numeric" } : { day: "numeric", month: "short" };
    return dayTicks(start, toMs, every, timeZone, writer(options));
  }
  const months = days / 30.4;
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => months / step <= mostTicks) ?? 120;
  const options: Intl.DateTimeFormatOptions =
    every >= 12 ? { year: "numeric" } : { month: "short", year: "2-digit" };
  return monthTicks(start, toMs, every, writer(options));
}

type Writer = (atMs: number) => string;

function hourTicks(start: Temporal.ZonedDateTime, toMs: number, text: Writer): Tick[] {
  const hours = (toMs - start.epochMilliseconds) / 3_600_000;
  const every = [1, 2, 3, 4, 6].find((step) => hours / step <= mostTicks) ?? 6;
  const first = start.hour + (start.minute === 0 ? 0 : 1);
  const ticks: Tick[] = [];
  for (let hour = Math.ceil(first / every) * every; ; hour += every) {
    const at = start.startOfDay().toPlainDateTime().add({ hours: hour }).toZonedDateTime(start.timeZoneId);
    if (at.epochMilliseconds >= toMs) return ticks;
    ticks.push({ atMs: at.epochMilliseconds, text: text(at.epochMilliseconds) });
  }
}

/** Weeks are marked at their Monday. */
function dayTicks(
  start: Temporal.ZonedDateTime,
  toMs: number,
  every: number,
  timeZone: string,
  text: Writer,
): Tick[] {
  const first = start.toPlainDate();
  const lead = every % 7 === 0 ? (8 - first.dayOfWeek) % 7 : 0;
  const ticks: Tick[] = [];
  for (let date = first.add({ days: lead }).toString(); ; date = addDays(date, every)) {
    const atMs = startOfLocalDateMs(date, timeZone);
    if (atMs >= toMs) return ticks;
    ticks.push({ atMs, text: text(atMs) });
  }
}

function monthTicks(start: Temporal.ZonedDateTime, toMs: number, every: number, text: Writer): Tick[] {
  const ticks: Tick[] = [];
  const lead = (every - ((start.month - 1) % every)) % every;
  const first = start.startOfDay().with({ day: 1 });
  for (let months = lead; ; months += every) {
    const atMs = first.add({ months }).epochMilliseconds;
    if (atMs >= toMs) return ticks;
    if (atMs >= start.epochMilliseconds) ticks.push({ atMs, text: text(atMs) });
  }
}

/** What the local clock shows on a date, also on the days on which it is set. */
import { Temporal } from "temporal-polyfill";

/** A part of a local day during which the clock runs on evenly. */
export interface LocalStretch {
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  /** What the clock shows at its begin, in minutes since midnight. */
  readonly clockMinute: number;
}

/** The stretches of a local date: one, and two or more on a day on which the clocks are set. */
export function localStretches(date: string, timeZone: string): LocalStretch[] {
  const day = Temporal.PlainDate.from(date);
  const endMs = day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const stretches: LocalStretch[] = [];
  for (let at: Temporal.ZonedDateTime | null = day.toZonedDateTime(timeZone); at !== null; ) {
    const next: Temporal.ZonedDateTime | null = at.getTimeZoneTransition("next");
    const toMs = Math.min(next?.epochMilliseconds ?? endMs, endMs);
    stretches.push({ fromMs: at.epochMilliseconds, toMs, clockMinute: at.hour * 60 + at.minute });
    at = toMs < endMs ? next : null;
  }
  return stretches;
}

/** Day of the week of a date, as ISO counts them: 1 is Monday, 7 is Sunday. */
export function weekdayOfDate(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The instant at which a site's clock shows a minute of a date; of one that it skips, the one that it shows then. */
export function localInstantMs(date: string, minuteOfDay: number, timeZone: string): number {
  const plainTime = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

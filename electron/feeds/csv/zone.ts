/**
 * Local times of one time zone, fast enough for every row of a large file: the offset is looked up
 * once per local day, and by the exact rule only around the days on which it changes.
 */
import { Temporal } from "temporal-polyfill";

const dayMs = 86_400_000;
const minuteMs = 60_000;

export interface Zone {
  /**
   * The zone's offset from UTC at a local time, in milliseconds.
   *
   * Of an hour that comes twice, the one is taken that lies nearer to `nearMs`, and the first where
   * that is NaN. A time that the clock skipped is read with the offset before the change.
   *
   * @param localMs the local date and time, as if it were UTC, ms since 1970
   * @param nearMs an instant that the time is known to lie near to, ms since 1970 UTC; or NaN
   */
  offsetMs(localMs: number, nearMs: number): number;
}

/** @param timeZone IANA name */
export function createZone(timeZone: string): Zone {
  const offsetOfDay = new Map<number, number>();
  let lastDay = Number.NaN;
  let lastOffset = Number.NaN;
  return {
    offsetMs(localMs, nearMs) {
      const day = Math.floor(localMs / dayMs);
      if (day !== lastDay) {
        let offset = offsetOfDay.get(day);
        if (offset === undefined) {
          offset = steadyOffsetMs(day, timeZone);
          offsetOfDay.set(day, offset);
        }
        lastDay = day;
        lastOffset = offset;
      }
      return Number.isNaN(lastOffset) ? exactOffsetMs(localMs, nearMs, timeZone) : lastOffset;
    },
  };
}

/** The offset of a local day, or NaN where it changes within a day of it. */
function steadyOffsetMs(day: number, timeZone: string): number {
  const before = zoned((day - 1) * dayMs, timeZone);
  const change = before.getTimeZoneTransition("next");
  const steady = change === null || change.epochMilliseconds > (day + 2) * dayMs;
  return steady ? before.offsetNanoseconds / 1_000_000 : Number.NaN;
}

function exactOffsetMs(localMs: number, nearMs: number, timeZone: string): number {
  const local = zoned(localMs, "UTC").toPlainDateTime();
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(timeZone, { disambiguation: "later" });
  const skipped = !earlier.toPlainDateTime().equals(local);
  if (skipped) return localMs - later.epochMilliseconds;
  const secondIsNearer =
    Math.abs(later.epochMilliseconds - nearMs) < Math.abs(earlier.epochMilliseconds - nearMs);
  return (secondIsNearer ? later : earlier).offsetNanoseconds / 1_000_000;
}

function zoned(atMs: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
}

const twoDigits = Array.from({ length: 60 }, (_, index) => String(index).padStart(2, "0"));

/** Writes local times as RFC 3339 with their offset: `1999-02-01T07:02:47+02:00`. */
export function createTimeWriter(): (localMs: number, offsetMs: number) => string {
  const dates = new Map<number, string>();
  const offsets = new Map<number, string>();
  return (localMs, offsetMs) => {
    const day = Math.floor(localMs / dayMs);
    let date = dates.get(day);
    if (date === undefined) {
      date = `${new Date(day * dayMs).toISOString().slice(0, 10)}T`;
      dates.set(day, date);
    }
    let offset = offsets.get(offsetMs);
    if (offset === undefined) {
      offset = offsetText(offsetMs);
      offsets.set(offsetMs, offset);
    }
    const inDayMs = localMs - day * dayMs;
    const seconds = Math.floor(inDayMs / 1000);
    const fraction = inDayMs % 1000;
    const fractionText = fraction === 0 ? "" : `.${String(fraction).padStart(3, "0")}`;
    return `${date}${twoDigits[Math.floor(seconds / 3600)]}:${twoDigits[Math.floor(seconds / 60) % 60]}:${twoDigits[seconds % 60]}${fractionText}${offset}`;
  };
}

function offsetText(offsetMs: number): string {
  const minutes = Math.abs(Math.round(offsetMs / minuteMs));
  return `${offsetMs < 0 ? "-" : "+"}${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}`;
}

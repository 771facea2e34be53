/** Places of intervals in local days, remembered: a time zone's arithmetic is dear and asked for often. */
import { intervalStartMs, localDate, minuteOfDay } from "./intervals.ts";

/** Where an interval stands. */
export interface IntervalPlace {
  /** Local date as whole days since 1970-01-01. */
  readonly dayNumber: number;
  /** Quarter hours of the local clock since midnight, 0–95. */
  readonly interval: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** The quarter hours of one time zone. */
export class LocalIntervals {
  readonly #timeZone: string;
  readonly #places = new Map<number, IntervalPlace>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  placeOf(atMs: number): IntervalPlace {
    const startMs = intervalStartMs(atMs);
    const known = this.#places.get(startMs);
    if (known !== undefined) return known;
    const place = {
      dayNumber: Math.floor(Date.parse(`${localDate(startMs, this.#timeZone)}T00:00:00Z`) / dayMs),
      interval: Math.floor(minuteOfDay(startMs, this.#timeZone) / 15),
    };
    this.#places.set(startMs, place);
    return place;
  }
}

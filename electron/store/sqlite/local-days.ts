/** The local days of one time zone, remembered: calendars are slow, and instants come by the million. */
import { addDays, localDate, localHour, startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";

export interface LocalDay {
  /** `2026-11-24`. */
  readonly date: string;
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  /** `+01:00`; null on a day on which the clocks are set. */
  readonly offset: string | null;
}

const dayMs = 24 * 60 * 60 * 1000;
const mostRemembered = 10_000;
const startOfOffset = "2026-11-24T00:00".length;

export class LocalDays {
  readonly #timeZone: string;
  /** The local days that lie partly in a day of UTC. */
  readonly #known = new Map<number, LocalDay[]>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** The local day that an instant lies in. */
  at(atMs: number): LocalDay {
    const number = Math.floor(atMs / dayMs);
    const days = this.#known.get(number) ?? [];
    for (const day of days) if (atMs >= day.fromMs && atMs < day.toMs) return day;
    const day = this.#read(atMs);
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(number, [...days, day]);
    return day;
  }

  #read(atMs: number): LocalDay {
    const date = localDate(atMs, this.#timeZone);
    const fromMs = startOfLocalDateMs(date, this.#timeZone);
    const toMs = startOfLocalDateMs(addDays(date, 1), this.#timeZone);
    const plain = toMs - fromMs === dayMs;
    const offset = plain ? localHour(fromMs, this.#timeZone).slice(startOfOffset) : null;
    return { date, fromMs, toMs, offset };
  }
}

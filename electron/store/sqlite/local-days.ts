/** The local days, weeks and months of one time zone, remembered: calendars are slow, and instants come by the million. */
import { startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import { ZoneOffsets } from "../../../shared/queueing/zone-offsets.ts";

/** A stretch of whole local days. */
export interface LocalSpan {
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  /** The first local day, `2026-11-24`. */
  readonly date: string;
}

export interface LocalDay extends LocalSpan {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `+01:00`; null on a day on which the clocks are set. */
  readonly offset: string | null;
  readonly week: LocalSpan;
  readonly month: LocalSpan;
}

const dayMs = 24 * 60 * 60 * 1000;
/** Most days of thirty years. */
const mostRemembered = 10_000;

export class LocalDays {
  readonly #timeZone: string;
  readonly #offsets: ZoneOffsets;
  /** Days by their number: whole days from 1970-01-01 to the local date. */
  readonly #days = new Map<number, LocalDay>();
  readonly #spans = new Map<number, LocalSpan>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
    this.#offsets = new ZoneOffsets(timeZone);
  }

  /** The local day that an instant lies in. */
  at(atMs: number): LocalDay {
    const number = Math.floor((atMs + this.#offsets.at(atMs).offsetMs) / dayMs);
    const known = this.#days.get(number);
    if (known !== undefined) return known;
    const day = this.#read(number);
    if (this.#days.size >= mostRemembered) {
      this.#days.clear();
      this.#spans.clear();
    }
    this.#days.set(number, day);
    return day;
  }

  #read(number: number): LocalDay {
    const { fromMs, toMs, date } = this.#span(number, number + 1);
    const stretch = this.#offsets.at(fromMs);
    const plain = toMs - fromMs === dayMs && toMs <= stretch.toMs;
    const weekday = ((((number + 3) % 7) + 7) % 7) + 1;
    const monday = number + 1 - weekday;
    const [year = 0, month = 0] = date.split("-").map(Number);
    return {
      date,
      fromMs,
      toMs,
      weekday,
      offset: plain ? offsetText(stretch.offsetMs) : null,
      week: this.#spanOnce(monday, monday + 7),
      month: this.#spanOnce(Date.UTC(year, month - 1) / dayMs, Date.UTC(year, month) / dayMs),
    };
  }

  #spanOnce(first: number, end: number): LocalSpan {
    // A week and a month can begin on the same day, and differ by their length.
    const key = first * 32 + (end - first);
    const known = this.#spans.get(key);
    if (known !== undefined) return known;
    const span = this.#span(first, end);
    this.#spans.set(key, span);
    return span;
  }

  #span(first: number, end: number): LocalSpan {
    return { fromMs: this.#startOf(first), toMs: this.#startOf(end), date: dateOf(first) };
  }

  /** First instant of a local day. */
  #startOf(number: number): number {
    const midnightMs = number * dayMs;
    const { fromMs, toMs, offsetMs } = this.#offsets.at(midnightMs);
    // Local midnight is within a day of that of UTC: no clock is set near it, or the calendar is asked.
    if (fromMs <= midnightMs - dayMs && toMs > midnightMs + dayMs) return midnightMs - offsetMs;
    return startOfLocalDateMs(dateOf(number), this.#timeZone);
  }
}

function dateOf(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, "2026-11-24".length);
}

/** `+01:00`. */
function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / 60_000;
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${offsetMs < 0 ? "-" : "+"}${hour}:${minute}`;
}

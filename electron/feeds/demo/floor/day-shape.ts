/** How arrivals spread over a day, and the moments at which they come. */
import type { Random } from "./random.ts";

const hourMs = 60 * 60 * 1_000;

/** Length of the demo town hall's day, from opening to closing. */
export const dayMs = 9 * hourMs;

/** A point of the profile: hours since opening, and the weight there. */
export type Knot = readonly [hours: number, weight: number];

/**
 * A piecewise linear profile of a day. Only the proportions of the weights matter: the number of
 * cases per day is given apart.
 */
export class DayShape {
  readonly #knots: readonly Knot[];
  readonly #area: number;
  readonly #highest: number;

  /** @param knots ascending, from hour 0 to the closing hour */
  constructor(knots: readonly Knot[]) {
    this.#knots = knots;
    this.#area = knots.reduce((sum, [hours, weight], index) => {
      const [earlier, before] = knots[index - 1] ?? [hours, weight];
      return sum + ((hours - earlier) * (weight + before)) / 2;
    }, 0);
    this.#highest = Math.max(...knots.map(([, weight]) => weight));
  }

  /** Share of the day's cases that come per millisecond, at a time since opening. */
  densityPerMs(sinceOpeningMs: number): number {
    const hours = sinceOpeningMs / hourMs;
    const after = this.#knots.findIndex(([at]) => at > hours);
    const [fromHours, fromWeight] = this.#knots.at(after === -1 ? -1 : Math.max(0, after - 1)) ?? [0, 0];
    const [toHours, toWeight] = this.#knots.at(after) ?? [fromHours, fromWeight];
    const part = toHours > fromHours ? (hours - fromHours) / (toHours - fromHours) : 0;
    return (fromWeight + (toWeight - fromWeight) * part) / (this.#area * hourMs);
  }

  /** The highest density of the day. */
  peakPerMs(): number {
    return this.#highest / (this.#area * hourMs);
  }
}

/**
 * The next arrival of a non-stationary Poisson process, by thinning (Lewis and Shedler): candidates
 * come at the peak rate, and each is kept with the probability rate ÷ peak. The day repeats, so
 * that the demo is always open.
 */
export function nextArrivalMs(
  random: Random,
  shape: DayShape,
  casesPerDay: number,
  openMs: number,
  afterMs: number,
): number {
  const peakRate = shape.peakPerMs() * casesPerDay;
  let atMs = afterMs;
  do {
    atMs += random.exponential(1 / peakRate);
  } while (!random.chance((shape.densityPerMs(sinceOpening(atMs, openMs)) * casesPerDay) / peakRate));
  return atMs;
}

/** Time since the opening of the demo day that an instant falls in. */
export function sinceOpening(atMs: number, openMs: number): number {
  return (((atMs - openMs) % dayMs) + dayMs) % dayMs;
}

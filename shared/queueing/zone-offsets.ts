/** The stretches of time in which the clocks of a time zone are not set: there, local time is plain arithmetic. */
import { Temporal } from "temporal-polyfill";

export interface OffsetStretch {
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  /** Local time = UTC + this. */
  readonly offsetMs: number;
}

/** Remembers the stretches of one time zone; a zone has two in a year, and finding one is slow. */
export class ZoneOffsets {
  readonly #timeZone: string;
  readonly #known: OffsetStretch[] = [];
  #last: OffsetStretch | undefined;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** The stretch that an instant lies in. */
  at(atMs: number): OffsetStretch {
    if (this.#last !== undefined && isIn(this.#last, atMs)) return this.#last;
    let stretch = this.#known.find((known) => isIn(known, atMs));
    if (stretch === undefined) {
      stretch = this.#find(atMs);
      this.#known.push(stretch);
    }
    this.#last = stretch;
    return stretch;
  }

  #find(atMs: number): OffsetStretch {
    const at = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(this.#timeZone);
    const next = at.getTimeZoneTransition("next");
    // The one before the next instant: a transition at this very instant begins the stretch.
    const previous = at.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
    return {
      fromMs: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
      toMs: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
      offsetMs: at.offsetNanoseconds / 1e6,
    };
  }
}

function isIn(stretch: OffsetStretch, atMs: number): boolean {
  return atMs >= stretch.fromMs && atMs < stretch.toMs;
}

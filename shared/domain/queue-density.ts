/** How long the queues of a day were, for the eye: a coarse line behind the scrubber of a replay. */
import { isOpen } from "./case.ts";
import { foldCase } from "./case-fold.ts";
import type { VigieEvent } from "./event.ts";
import type { ReplayDay } from "./replay-floor.ts";

/** Lengths are this far apart. */
export const densityStepMs = 5 * 60 * 1_000;

/**
 * People who stand or hold the line, of one site, at the end of each step of the day; the last step of a day that is
 * still under way ends now.
 */
export interface QueueDensity {
  readonly lengths: readonly number[];
  /** Steps during which somebody who stands or holds the line was there; null where nobody ever was. */
  readonly busy: { readonly first: number; readonly last: number } | null;
}

interface Counted {
  readonly siteId: string;
  readonly isWaiting: boolean;
  readonly isHere: boolean;
}

/** Follows the queues of a day; in steps, so that the caller can let others have their turn. */
export class DensityCounter {
  readonly #day: ReplayDay;
  readonly #stories = new Map<string, VigieEvent[]>();
  readonly #counted = new Map<string, Counted>();
  readonly #waiting = new Map<string, number>();
  readonly #here = new Map<string, number>();
  readonly #steps: { readonly waiting: Map<string, number>; readonly here: Map<string, number> }[] = [];
  #next = 0;

  constructor(day: ReplayDay) {
    this.#day = day;
    for (const story of day.earlierCases) {
      const [first] = story;
      if (first === undefined) continue;
      this.#stories.set(first.subject, [...story]);
      this.#count(first.subject);
    }
  }

  /** Counts on; true when the day is over. */
  advance(mostEvents: number): boolean {
    const { events, fromMs, toMs } = this.#day;
    for (let done = 0; done < mostEvents; done += 1) {
      const event = events[this.#next];
      const untilMs = event?.atMs ?? toMs;
      while (fromMs + (this.#steps.length + 1) * densityStepMs <= untilMs) this.#keepStep();
      if (event === undefined) {
        if (fromMs + this.#steps.length * densityStepMs < toMs) this.#keepStep();
        return true;
      }
      this.#next += 1;
      if (!event.type.startsWith("case.")) continue;
      const story = this.#stories.get(event.subject) ?? [];
      this.#stories.set(event.subject, story);
      story.push(event);
      this.#count(event.subject);
    }
    return false;
  }

  /** What was counted for a site (null: for all). */
  of(siteId: string | null): QueueDensity {
    const total = (counts: ReadonlyMap<string, number>) =>
      siteId === null
        ? [...counts.values()].reduce((sum, count) => sum + count, 0)
        : (counts.get(siteId) ?? 0);
    const here = this.#steps.map((step) => total(step.here) > 0);
    const first = here.indexOf(true);
    return {
      lengths: this.#steps.map((step) => total(step.waiting)),
      busy: first === -1 ? null : { first, last: here.lastIndexOf(true) },
    };
  }

  #keepStep(): void {
    this.#steps.push({ waiting: new Map(this.#waiting), here: new Map(this.#here) });
  }

  #count(caseId: string): void {
    const record = foldCase(this.#stories.get(caseId) ?? []);
    if (record === undefined) return;
    const before = this.#counted.get(caseId);
    if (before !== undefined) this.#add(before, -1);
    const inPerson = record.channel === "counter" || record.channel === "phone";
    const now = {
      siteId: record.siteId,
      isWaiting: inPerson && record.state === "waiting",
      isHere: inPerson && isOpen(record.state),
    };
    this.#counted.set(caseId, now);
    this.#add(now, 1);
  }

  #add({ siteId, isWaiting, isHere }: Counted, sign: 1 | -1): void {
    if (isWaiting) this.#waiting.set(siteId, (this.#waiting.get(siteId) ?? 0) + sign);
    if (isHere) this.#here.set(siteId, (this.#here.get(siteId) ?? 0) + sign);
  }
}

/** What is going to happen on the floor, in the order of time. */
import TinyQueue from "tinyqueue";

interface Entry {
  readonly atMs: number;
  /** Entries of the same instant happen in the order in which they were planned. */
  readonly order: number;
  readonly act: () => void;
}

/** The agenda of a discrete-event simulation; its clock moves from one entry to the next. */
export class Agenda {
  readonly #entries = new TinyQueue<Entry>([], (a, b) => a.atMs - b.atMs || a.order - b.order);
  #planned = 0;
  #nowMs = Number.NEGATIVE_INFINITY;

  /** The floor's clock: the time of the entry at hand, or how far the floor was run. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** When the next entry is due; undefined where nothing is planned. */
  get nextMs(): number | undefined {
    return this.#entries.peek()?.atMs;
  }

  /** Plans something for an instant; what is already past happens next. */
  at(atMs: number, act: () => void): void {
    this.#planned += 1;
    this.#entries.push({ atMs: Math.max(atMs, this.#nowMs), order: this.#planned, act });
  }

  /** Plans something for `delayMs` from now. */
  after(delayMs: number, act: () => void): void {
    this.at(this.#nowMs + delayMs, act);
  }

  /** Lets everything happen that is due at or before an instant. */
  run(untilMs: number): void {
    for (let entry = this.#entries.peek(); entry !== undefined; entry = this.#entries.peek()) {
      if (entry.atMs > untilMs) break;
      this.#entries.pop();
      this.#nowMs = entry.atMs;
      entry.act();
    }
    if (Number.isFinite(untilMs)) this.#nowMs = Math.max(this.#nowMs, untilMs);
  }
}

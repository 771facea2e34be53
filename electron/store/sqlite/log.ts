/**
 * Appending, with group commit: calls that are waiting at the same time share one transaction and
 * so one flush of the disk. Each call still gets all of its events or none.
 */
import type { VigieEvent } from "../../../shared/domain/event.ts";
import type { AppendOutcome } from "../store.ts";
import type { Changes } from "./changes.ts";
import type { Engine } from "./engine.ts";
import type { EventTable } from "./event.ts";
import type { Projector } from "./projector.ts";

interface Call {
  readonly events: readonly VigieEvent[];
  readonly feed: string;
  readonly resolve: (outcomes: AppendOutcome[]) => void;
  readonly reject: (reason: unknown) => void;
}

/** Once this many events wait, the next calls go into the next transaction. */
const mostEventsTogether = 5_000;

export class Log {
  readonly #engine: Engine;
  readonly #events: EventTable;
  readonly #projector: Projector;
  #waiting: Call[] = [];
  #flushing: Promise<void> | null = null;

  constructor(engine: Engine, events: EventTable, projector: Projector) {
    this.#engine = engine;
    this.#events = events;
    this.#projector = projector;
  }

  append(events: readonly VigieEvent[], feed: string): Promise<AppendOutcome[]> {
    const { promise, resolve, reject } = Promise.withResolvers<AppendOutcome[]>();
    this.#waiting.push({ events, feed, resolve, reject });
    this.#flushing ??= this.#flush();
    return promise;
  }

  /** Resolves when every call so far has been answered. */
  async settled(): Promise<void> {
    await this.#flushing;
  }

  /** Writes events inside a transaction that is under way. */
  appendWithin(events: readonly VigieEvent[], feed: string, changes: Changes): AppendOutcome[] {
    const [outcomes = []] = this.#write([{ events, feed }], changes);
    return outcomes;
  }

  async #flush(): Promise<void> {
    // Calls made in this turn of the event loop get together before the first transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit(this.#takeTogether());
    this.#flushing = null;
  }

  #takeTogether(): Call[] {
    let events = 0;
    let calls = 0;
    for (const call of this.#waiting) {
      if (calls > 0 && events + call.events.length > mostEventsTogether) break;
      events += call.events.length;
      calls += 1;
    }
    return this.#waiting.splice(0, calls);
  }

  async #commit(calls: readonly Call[]): Promise<void> {
    try {
      const outcomes = await this.#engine.write((changes) => this.#write(calls, changes));
      for (const [index, call] of calls.entries()) call.resolve(outcomes[index] ?? []);
    } catch (error) {
      // One call must not fail for another's sake: each is tried again alone.
      if (calls.length > 1) for (const call of calls) await this.#commit([call]);
      else calls[0]?.reject(error);
    }
  }

  #write(calls: readonly Pick<Call, "events" | "feed">[], changes: Changes): AppendOutcome[][] {
    const receivedAtMs = Date.now();
    const fresh: VigieEvent[] = [];
    const outcomes = calls.map(({ events, feed }) =>
      this.#events.append(events, { feed, receivedAtMs, fresh, changes }),
    );
    this.#projector.project(fresh, receivedAtMs, changes);
    return outcomes;
  }
}

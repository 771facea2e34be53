/** Writes down what happens on the demo floor, as the events that any feed would send. */
import type { EventData, EventOf, EventType, VigieEvent } from "../../../../shared/domain/event.ts";
import type { Pace } from "./pace.ts";

/** The `source` of every event of the demo. */
export const demoSource = "urn:vigie:demo";

/**
 * Stamps events with wall time. Two events about the same case or agent never share a millisecond,
 * because folds read events by time and could not tell which came first.
 */
export class Scribe {
  readonly #run: string;
  readonly #pace: Pace;
  readonly #lastStampMs = new Map<string, number>();
  #written = 0;
  #events: VigieEvent[] = [];

  /** @param run begins every event id, and is never used twice */
  constructor(run: string, pace: Pace) {
    this.#run = run;
    this.#pace = pace;
  }

  /** Writes an event that happens at an instant of the floor. */
  write<T extends EventType>(floorMs: number, type: T, subject: string, data: EventData<T>): void {
    const atMs = Math.max(this.#pace.wallMs(floorMs), (this.#lastStampMs.get(subject) ?? 0) + 1);
    this.#lastStampMs.set(subject, atMs);
    this.#written += 1;
    const event: EventOf<T> = {
      id: `${this.#run}-${this.#written}`,
      source: demoSource,
      type,
      subject,
      time: new Date(atMs).toISOString(),
      atMs,
      data,
    };
    this.#events.push(event as VigieEvent);
  }

  /** Knows of somebody else's event about a subject: later ones are stamped after it. */
  heed(event: VigieEvent): void {
    this.#lastStampMs.set(event.subject, Math.max(event.atMs, this.#lastStampMs.get(event.subject) ?? 0));
  }

  /** Nothing more will be written about this subject. */
  forget(subject: string): void {
    this.#lastStampMs.delete(subject);
  }

  /** RFC 3339 of an instant of the floor. */
  instant(floorMs: number): string {
    return new Date(this.#pace.wallMs(floorMs)).toISOString();
  }

  /** What was written since the last time this was asked. */
  take(): VigieEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }
}

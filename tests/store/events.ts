/** Events for tests: short to write, with everything that the log keeps. */
import type { EventData, EventOf, EventType, VigieEvent } from "../../shared/domain/event.ts";

/** Monday 2 March 2026, 09:00 in Paris. */
export const morningMs = Date.UTC(2026, 2, 2, 8);

export const minuteMs = 60_000;

interface Identity {
  readonly id?: string;
  readonly source?: string;
}

/** One event about a subject, at an instant. Its id is made of type, subject and time unless given. */
export function event<T extends EventType>(
  type: T,
  subject: string,
  atMs: number,
  data: EventData<T>,
  { id = `${type}:${subject}:${atMs}`, source = "urn:test:feed" }: Identity = {},
): EventOf<T> {
  return { id, source, type, subject, time: new Date(atMs).toISOString(), atMs, data };
}

/** What a visit needs to be told in a few words. */
export interface Visit {
  readonly arrivedAtMs: number;
  readonly waitSeconds: number;
  /** Null: the person gave up after that wait. */
  readonly handleSeconds: number | null;
  readonly service?: string;
  readonly site?: string;
  readonly channel?: "counter" | "phone" | "email" | "online";
  readonly agent?: string;
}

/** The events of a whole visit: arrival, call and service, or abandonment. */
export function visit(subject: string, told: Visit): VigieEvent[] {
  const { arrivedAtMs, waitSeconds, handleSeconds, agent } = told;
  const { service = "passports", site = "hall", channel = "counter" } = told;
  const calledAtMs = arrivedAtMs + waitSeconds * 1000;
  const by = agent === undefined ? {} : { agent };
  const arrived = event("case.arrived", subject, arrivedAtMs, { site, service, channel });
  if (handleSeconds === null) return [arrived, event("case.abandoned", subject, calledAtMs, {})];
  return [
    arrived,
    event("case.called", subject, calledAtMs, by),
    event("case.started", subject, calledAtMs, by),
    event("case.completed", subject, calledAtMs + handleSeconds * 1000, {}),
  ];
}

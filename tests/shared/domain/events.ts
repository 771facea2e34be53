/** Short ways to write events in tests. */
import type { EventData, EventOf, EventType } from "../../../shared/domain/event.ts";

let count = 0;

function nextId(): string {
  count += 1;
  return `e${count}`;
}

/** An event of a test source; ids are unique within the run unless given. */
export function event<T extends EventType>(
  type: T,
  subject: string,
  atMs: number,
  data: EventData<T>,
  id = nextId(),
): EventOf<T> {
  return { id, source: "urn:test", type, subject, time: new Date(atMs).toISOString(), atMs, data };
}

/** A case that arrives at a counter. */
export function arrived(subject: string, atMs: number, service = "passports", site = "main") {
  return event("case.arrived", subject, atMs, { site, service, channel: "counter", ticket: subject });
}

/** What a feed adds to the story of one case, given what the log has of it already. */
import type { Case } from "../../shared/domain/case.ts";
import { foldCase } from "../../shared/domain/case-fold.ts";
import { compareEvents, type EventData, type EventType, type VigieEvent } from "../../shared/domain/event.ts";
import type { SiteTime } from "./site-time.ts";

export interface CaseStory {
  readonly subject: string;
  /** The case as it is with everything told so far; undefined before its arrival. */
  record(): Case | undefined;
  /** Whether the log or this story has an event of this source with the id. */
  has(id: string): boolean;
  /** All events of the case by this source, in the order of `compareEvents`. */
  own(): readonly VigieEvent[];
  /**
   * Adds an event, unless its id is known. What a feed tells later did not happen before what it told
   * first: where its clocks say so, the event is put one millisecond after the last one.
   */
  tell<T extends EventType>(type: T, id: string, atMs: number, data: EventData<T>): void;
  /** The events that were added. */
  readonly added: readonly VigieEvent[];
}

/**
 * Begins with what the log has.
 *
 * @param known all events about the subject, by any source
 */
export function createCaseStory(
  subject: string,
  source: string,
  known: readonly VigieEvent[],
  siteTime: SiteTime,
): CaseStory {
  const events = [...known].sort(compareEvents);
  const ids = new Set(events.filter((event) => event.source === source).map(({ id }) => id));
  const added: VigieEvent[] = [];
  return {
    subject,
    record: () => foldCase(events),
    has: (id) => ids.has(id),
    own: () => events.filter((event) => event.source === source),
    added,
    tell(type, id, atMs, data) {
      if (ids.has(id)) return;
      const make = (ms: number) =>
        ({ id, source, type, subject, time: siteTime.write(ms), atMs: ms, data }) as unknown as VigieEvent;
      const last = events.at(-1);
      let event = make(atMs);
      if (last !== undefined && compareEvents(event, last) < 0) event = make(last.atMs + 1);
      ids.add(id);
      events.push(event);
      added.push(event);
    },
  };
}

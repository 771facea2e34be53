/** Coaching sessions as an iCalendar file (RFC 5545). What was said in them never goes into it. */
import ical, { ICalEventClass, ICalEventStatus } from "ical-generator";
import type { CoachingSession } from "../../shared/domain/coaching-session.ts";

const minuteMs = 60_000;

/**
 * The text of the file. Times are UTC, so that no calendar needs the zone; ids and sequence numbers
 * stay the same from file to file, so that a session that was moved is moved in the calendar too.
 */
export function sessionCalendar(
  sessions: readonly CoachingSession[],
  nameOf: (agentId: string) => string,
): string {
  return ical({
    prodId: { company: "Vigie", product: "Accompagnement", language: "FR" },
    events: sessions.map((session) => ({
      id: `${session.id}@vigie`,
      sequence: session.revision,
      stamp: new Date(session.changedAtMs),
      start: new Date(session.startsAtMs),
      end: new Date(session.startsAtMs + session.minutes * minuteMs),
      summary: `Accompagnement – ${nameOf(session.agentId)}`,
      location: session.place === "" ? null : session.place,
      status: session.state === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      class: ICalEventClass.PRIVATE,
    })),
  }).toString();
}

/** What the demo tells of the time before it was started. Pure. */
import type { EventOf, EventType, VigieEvent } from "../../../shared/domain/event.ts";
import type { PastDay } from "./days.ts";
import { dayMs } from "./floor/day-shape.ts";
import { Pace } from "./floor/pace.ts";
import { demoTown } from "./floor/town.ts";
import { TownHall } from "./floor/town-hall.ts";

const hourMs = 60 * 60 * 1_000;
/** What is said of a case or a promise when it is over. */
const comesAfter: ReadonlySet<EventType> = new Set([
  "feedback.given",
  "commitment.kept",
  "commitment.missed",
]);
const closingReason = "Fermeture";

/**
 * One past day, from the night before until the last citizen and everybody else has left, an hour at a time; and what
 * became of its promises until `toldUntilMs`.
 */
export function* eventsOfDay(
  day: PastDay,
  run: string,
  seed: number,
  toldUntilMs: number,
): Generator<VigieEvent[]> {
  const closesAtMs = day.openMs + dayMs;
  const hall = new TownHall({
    plan: demoTown,
    pace: new Pace(closesAtMs, 1),
    run: `${run}-${day.date}`,
    seed,
    openMs: day.openMs,
    closesAtMs,
    toldUntilMs,
    load: day.load,
  });
  for (let atMs = day.openMs; atMs <= closesAtMs; atMs += hourMs) yield hall.step(atMs);
  yield [...hall.step(Number.POSITIVE_INFINITY), ...hall.close(closingReason)];
}

/**
 * Events in batches of about a size, of which each tells what it is about to its end: nobody of a day long gone is
 * seen waiting while the rest is on its way.
 */
export function* wholeStories(events: readonly VigieEvent[], size: number): Generator<VigieEvent[]> {
  let batch: VigieEvent[] = [];
  for (const story of Map.groupBy(events, (event) => event.subject).values()) {
    batch.push(...story);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * What of a floor's history comes after an earlier run that ended at `sinceMs`: cases that were
 * still open then, whole; everything later; and where everybody was at that moment. So a restart
 * neither counts the same hour twice nor begins with an empty floor.
 */
export function historySince(
  events: readonly VigieEvent[],
  sinceMs: number,
  openCaseIds: ReadonlySet<string>,
): VigieEvent[] {
  const wanted = new Set(openCaseIds);
  const lastWords = new Map<string, VigieEvent>();
  for (const event of events) {
    // An answer does not make a case wanted: it may be one of the earlier run, which has told of it.
    if (event.atMs > sinceMs && !comesAfter.has(event.type)) wanted.add(event.subject);
    else if (isSignIn(event)) lastWords.set(`${event.subject} profile`, event);
    else if (event.type === "agent.state_changed") lastWords.set(`${event.subject} state`, event);
    else if (event.type === "agent.assigned") lastWords.set(`${event.subject} assignment`, event);
  }
  const kept = new Set(lastWords.values());
  const lastStampMs = new Map<string, number>();
  return events.flatMap((event) => {
    if (isAboutCase(event)) return wanted.has(event.subject) ? [event] : [];
    if (event.atMs <= sinceMs && !kept.has(event)) return [];
    const atMs = Math.max(event.atMs, (lastStampMs.get(event.subject) ?? sinceMs) + 1);
    lastStampMs.set(event.subject, atMs);
    return [{ ...event, atMs, time: new Date(atMs).toISOString() }];
  });
}

function isAboutCase({ type }: VigieEvent): boolean {
  return (
    type.startsWith("case.") ||
    type.startsWith("commitment.") ||
    type === "reply.sent" ||
    comesAfter.has(type)
  );
}

function isSignIn(event: VigieEvent): event is EventOf<"agent.signed_in"> {
  return event.type === "agent.signed_in";
}

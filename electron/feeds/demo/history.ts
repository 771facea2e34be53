/** What the demo tells of the time before it was started. Pure. */
import type { EventOf, VigieEvent } from "../../../shared/domain/event.ts";
import type { PastDay } from "./days.ts";
import { dayMs } from "./floor/day-shape.ts";
import { Pace } from "./floor/pace.ts";
import { demoTown } from "./floor/town.ts";
import { TownHall } from "./floor/town-hall.ts";

const hourMs = 60 * 60 * 1_000;

/**
 * The cases of one past day, from the night before until the last citizen has left, an hour at a
 * time. Agents' states are left out: nothing that looks at past days reads them.
 */
export function* casesOfDay(day: PastDay, run: string, seed: number): Generator<VigieEvent[]> {
  const closesAtMs = day.openMs + dayMs;
  const hall = new TownHall({
    plan: demoTown,
    pace: new Pace(closesAtMs, 1),
    run: `${run}-${day.date}`,
    seed,
    openMs: day.openMs,
    closesAtMs,
    load: day.load,
  });
  const casesUntil = (atMs: number) => hall.step(atMs).filter((event) => event.type.startsWith("case."));
  for (let atMs = day.openMs; atMs <= closesAtMs; atMs += hourMs) yield casesUntil(atMs);
  yield casesUntil(Number.POSITIVE_INFINITY);
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
    if (event.atMs > sinceMs) wanted.add(event.subject);
    else if (isSignIn(event)) lastWords.set(`${event.subject} profile`, event);
    else if (event.type === "agent.state_changed") lastWords.set(`${event.subject} state`, event);
  }
  const kept = new Set(lastWords.values());
  const lastStampMs = new Map<string, number>();
  return events.flatMap((event) => {
    if (event.type.startsWith("case.")) return wanted.has(event.subject) ? [event] : [];
    if (event.atMs <= sinceMs && !kept.has(event)) return [];
    const atMs = Math.max(event.atMs, (lastStampMs.get(event.subject) ?? sinceMs) + 1);
    lastStampMs.set(event.subject, atMs);
    return [{ ...event, atMs, time: new Date(atMs).toISOString() }];
  });
}

function isSignIn(event: VigieEvent): event is EventOf<"agent.signed_in"> {
  return event.type === "agent.signed_in";
}

/** Reads a past day from the store, as it was known when it began. */
import type { EventOf, VigieEvent } from "../../shared/domain/event.ts";
import type { ReplayDay } from "../../shared/domain/replay-floor.ts";
import type { CalendarStore, DirectoryStore, EventLog, FigureStore, HistoryStore } from "../store/store.ts";
import { pastMs } from "./floor.ts";
import { readQueueHistory } from "./queue-history.ts";

export type ReplayDayStore = HistoryStore &
  Pick<FigureStore, "contributions" | "legsAt" | "observationsAt"> &
  Pick<DirectoryStore, "directory"> &
  Pick<CalendarStore, "calendars"> &
  Pick<EventLog, "eventsOf">;

/** The day from `fromMs` to before `toMs`. */
export async function readReplayDay(store: ReplayDayStore, fromMs: number, toMs: number): Promise<ReplayDay> {
  const events: VigieEvent[] = [];
  for await (const batch of store.eventsBetween(fromMs, toMs)) events.push(...batch);
  const open = await store.openCasesBefore(fromMs);
  const earlierCases = [...open, ...(await returning(store, events, open, fromMs))];
  const going = new Set(earlierCases.map((story) => story[0]?.subject));
  return {
    fromMs,
    toMs,
    directory: await store.directory(),
    calendars: await store.calendars(),
    past: (await store.contributions(fromMs - pastMs, fromMs)).filter((leg) => !going.has(leg.caseId)),
    earlierCases,
    earlierCalls: await store.openBackupCallsBefore(fromMs),
    agents: await store.agentsBefore(fromMs),
    observations: await store.observationsAt(fromMs - 1),
    feeds: await store.feedsBefore(fromMs),
    queueHistory: await readQueueHistory(store, fromMs),
    events,
  };
}

/** Cases that were over before the day, or not yet known, and of which the day tells more. */
async function returning(
  store: Pick<EventLog, "eventsOf">,
  events: readonly VigieEvent[],
  open: readonly (readonly VigieEvent[])[],
  fromMs: number,
): Promise<VigieEvent[][]> {
  const known = new Set(open.map((story) => story[0]?.subject));
  const stories: VigieEvent[][] = [];
  for (const event of events) {
    if (!event.type.startsWith("case.") || known.has(event.subject)) continue;
    known.add(event.subject);
    if (event.type === "case.arrived") continue;
    const all = await store.eventsOf(event.subject);
    const before = all.filter((one) => one.atMs < fromMs && one.type.startsWith("case."));
    if (before.length > 0) stories.push(before);
  }
  return stories;
}

/** Whether an event is about a site (null: any); events whose site is not known are about all of them. */
export function siteFilter(day: ReplayDay, siteId: string | null): (event: VigieEvent) => boolean {
  if (siteId === null) return () => true;
  const siteOf = new Map<string, string>();
  for (const event of [...day.earlierCases.flat(), ...day.earlierCalls.flat(), ...day.events]) {
    if (event.type === "case.arrived" || event.type === "backup.requested") {
      siteOf.set(event.subject, event.data.site);
    }
  }
  return (event) => (siteOf.get(event.subject) ?? siteId) === siteId;
}

/** Requests that were made before the day. */
export function earlierRequests(day: ReplayDay): EventOf<"backup.requested">[] {
  return day.earlierCalls.flat().filter((event) => event.type === "backup.requested");
}

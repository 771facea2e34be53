/** Plays the demo floor without a store, and reads what it told. */

import { Pace } from "../../../electron/feeds/demo/floor/pace.ts";
import { demoTown } from "../../../electron/feeds/demo/floor/town.ts";
import { TownHall } from "../../../electron/feeds/demo/floor/town-hall.ts";
import type { Case } from "../../../shared/domain/case.ts";
import { consoleSource } from "../../../shared/domain/case-action.ts";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import type { EventData, EventOf, EventType, VigieEvent } from "../../../shared/domain/event.ts";

export const hourMs = 60 * 60 * 1_000;
export const minuteMs = 60 * 1_000;

/** Half past eight in Paris, Tuesday 24 November 2026. */
export const openMs = Date.UTC(2026, 10, 24, 7, 30);

/** A floor whose two clocks are the same. */
export function openHall(
  options: { seed?: number; load?: number; closes?: boolean; pace?: Pace; run?: string } = {},
): TownHall {
  return new TownHall({
    plan: demoTown,
    pace: options.pace ?? new Pace(openMs + 48 * hourMs, 1),
    run: options.run ?? "test",
    seed: options.seed ?? 1,
    openMs,
    closesAtMs: options.closes ? openMs + 9 * hourMs : null,
    toldUntilMs: openMs + 48 * hourMs,
    load: options.load ?? 1,
  });
}

/** A whole day, until the last citizen has left. */
export function playDay(seed: number): VigieEvent[] {
  return openHall({ seed, closes: true }).step(Number.POSITIVE_INFINITY);
}

/** Events of one subject each, in the order in which they were told. */
export function bySubject(
  events: readonly VigieEvent[],
  prefix: "case." | "agent.",
): Map<string, VigieEvent[]> {
  const groups = new Map<string, VigieEvent[]>();
  for (const event of events) {
    if (!event.type.startsWith(prefix)) continue;
    const group = groups.get(event.subject) ?? [];
    group.push(event);
    groups.set(event.subject, group);
  }
  return groups;
}

/** The cases that events tell. */
export function casesOf(events: readonly VigieEvent[]): Case[] {
  return [...bySubject(events, "case.").values()].flatMap((own) => foldCase(own) ?? []);
}

/** Events of one type. */
export function ofType<T extends EventType>(events: readonly VigieEvent[], type: T): EventOf<T>[] {
  return events.filter((event) => event.type === type) as EventOf<T>[];
}

/** What a person does in the console. */
export function byPerson<T extends EventType>(
  atMs: number,
  type: T,
  subject: string,
  data: EventData<T>,
): VigieEvent {
  return {
    id: `${type} ${subject} ${atMs}`,
    source: consoleSource,
    type,
    subject,
    time: new Date(atMs).toISOString(),
    atMs,
    data,
  } as VigieEvent;
}

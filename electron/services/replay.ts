/** Past days, played again from the log beside the live floor, which never waits for it. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ReplayDayView } from "../../shared/contract/replay.ts";
import { isAlertAt } from "../../shared/domain/alert.ts";
import type { FloorMessage } from "../../shared/domain/floor.ts";
import { FloorDirt } from "../../shared/domain/floor-dirt.ts";
import { DensityCounter, densityStepMs } from "../../shared/domain/queue-density.ts";
import { type ReplayDay, ReplayFloor } from "../../shared/domain/replay-floor.ts";
import { replayMarks } from "../../shared/domain/replay-mark.ts";
import { Fault } from "../../shared/faults.ts";
import { addDays, intervalMs, localDate, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import type { AlertStore, StoreUpkeep } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { timeZoneOf } from "./directory.ts";
import { earlierRequests, type ReplayDayStore, readReplayDay, siteFilter } from "./replay-day.ts";

const frameMs = 100;
/** A message comes at least this often, so that the screen's clock stays right. */
const heartbeatMs = 1_000;
/** Work goes on for so long before others get their turn. */
const sliceMs = 8;
const stepsTogether = 25;
const daysKept = 2;
const floorsKept = 3;

export interface ReplayRequest {
  readonly siteId: string | null;
  readonly atMs: number;
  /** Simulated seconds per second; 0 stands still. */
  readonly speed: number;
}

export interface ReplayService {
  days(siteId: string | null): Promise<string[]>;
  day(siteId: string | null, date: string): Promise<ReplayDayView>;
  nextEventAtMs(afterMs: number): Promise<number | null>;
  watch(
    request: ReplayRequest,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<FloorMessage, void, undefined>;
  stop(): void;
}

export type ReplayStore = ReplayDayStore & Pick<AlertStore, "alertsBetween"> & Pick<StoreUpkeep, "subscribe">;

/** A day that was read, with floors that stand somewhere in it and wait to be used again. */
interface KeptDay {
  readonly day: ReplayDay;
  readonly idle: ReplayFloor[];
  density?: DensityCounter;
}

/** Makes the replay of a store's past. */
export function createReplay(store: ReplayStore, clock: Clock): ReplayService {
  /** By time zone and local date, the last one used last. */
  const kept = new Map<string, KeptDay>();

  // What comes late changes what was known of a day.
  const stopFollowing = store.subscribe(({ events, directory }) => {
    for (const [key, { day }] of kept) {
      const isTouched = events.some((event) => event.atMs < day.toMs);
      if (isTouched || directory) kept.delete(key);
    }
  });

  async function zoneOf(siteId: string | null): Promise<string> {
    return timeZoneOf(await store.directory(), siteId);
  }

  /** @param wantedMs the instant that the day must reach, where it is still under way */
  async function openDay(timeZone: string, date: string, wantedMs: number): Promise<KeptDay> {
    const key = JSON.stringify([timeZone, date]);
    const fromMs = startOfLocalDateMs(date, timeZone);
    const endMs = startOfLocalDateMs(addDays(date, 1), timeZone);
    const toMs = Math.min(endMs, clock.nowMs() + 1);
    const known = kept.get(key);
    kept.delete(key);
    const isEnough = known !== undefined && (known.day.toMs === toMs || wantedMs < known.day.toMs);
    const entry = isEnough ? known : { day: await readReplayDay(store, fromMs, toMs), idle: [] };
    kept.set(key, entry);
    for (const oldest of kept.keys()) {
      if (kept.size <= daysKept) break;
      kept.delete(oldest);
    }
    return entry;
  }

  /** The floor that has the shortest way to an instant. */
  function takeFloor({ day, idle }: KeptDay, atMs: number): ReplayFloor {
    const nearest = idle
      .filter((one) => one.atMs <= atMs)
      .reduce<ReplayFloor | undefined>(
        (best, one) => (best && best.atMs >= one.atMs ? best : one),
        undefined,
      );
    if (nearest === undefined) return new ReplayFloor(day);
    idle.splice(idle.indexOf(nearest), 1);
    return nearest;
  }

  function giveBack({ idle }: KeptDay, floor: ReplayFloor): void {
    idle.push(floor);
    if (idle.length > floorsKept) idle.shift();
  }

  async function densityOf(entry: KeptDay): Promise<DensityCounter> {
    if (entry.density !== undefined) return entry.density;
    const counter = new DensityCounter(entry.day);
    await inSlices(() => counter.advance(stepsTogether), undefined);
    entry.density = counter;
    return counter;
  }

  return {
    async days(siteId) {
      const timeZone = await zoneOf(siteId);
      const nowMs = clock.nowMs();
      // An alert may be raised on a day without events: somebody has waited since the day before.
      const alerts = await store.alertsBetween(0, nowMs + 1);
      const dates = new Set(alerts.map(({ raisedAtMs }) => localDate(raisedAtMs, timeZone)));
      let atMs = await store.nextEventAtMs(0);
      while (atMs !== null && atMs <= nowMs) {
        const date = localDate(atMs, timeZone);
        dates.add(date);
        atMs = await store.nextEventAtMs(startOfLocalDateMs(addDays(date, 1), timeZone));
        if (dates.size % stepsTogether === 0) await nextTurn();
      }
      return [...dates].sort();
    },
    async day(siteId, date) {
      const timeZone = await zoneOf(siteId);
      const entry = await openDay(timeZone, date, Number.POSITIVE_INFINITY);
      const { day } = entry;
      const alerts = await store.alertsBetween(day.fromMs, day.toMs);
      if (day.events.length === 0 && alerts.length === 0) {
        throw new Fault("not_found", `Nothing happened on ${date}. Choose another day.`, { date });
      }
      const { lengths, busy } = (await densityOf(entry)).of(siteId);
      const isHere = siteFilter(day, siteId);
      const first = busy === null ? 0 : alignedDown(busy.first);
      const last = busy === null ? lengths.length : Math.min(lengths.length, alignedUp(busy.last + 1));
      return {
        date,
        timeZone,
        fromMs: day.fromMs + first * densityStepMs,
        toMs: Math.min(day.toMs, day.fromMs + Math.max(last, first + 1) * densityStepMs),
        queueLengths: lengths.slice(first, last),
        stepMs: densityStepMs,
        marks: replayMarks(
          day.events.filter(isHere),
          alerts.filter((alert) => isAlertAt(alert, siteId)),
          earlierRequests(day),
        ),
      };
    },
    nextEventAtMs: (afterMs) => store.nextEventAtMs(afterMs + 1),
    async *watch({ siteId, atMs, speed }, signal) {
      const timeZone = await zoneOf(siteId);
      const entry = await openDay(timeZone, localDate(atMs, timeZone), atMs);
      const replay = takeFloor(entry, atMs);
      const dirt = new FloorDirt();
      try {
        await inSlices(() => replay.advance(atMs, stepsTogether), signal);
        if (isAborted(signal)) return;
        let sequence = 0;
        yield replay.floor.snapshot(siteId, sequence, replay.atMs);
        replay.floor.addDirt(dirt);
        const startedAtMs = performance.now();
        let sentAtMs = startedAtMs;
        while (!isAborted(signal) && speed > 0 && replay.atMs < entry.day.toMs) {
          await rest(frameMs, signal);
          const playedMs = Math.round((performance.now() - startedAtMs) * speed);
          await inSlices(() => replay.advance(atMs + playedMs, stepsTogether), signal);
          if (isAborted(signal)) return;
          const isDue = performance.now() - sentAtMs >= heartbeatMs || replay.atMs >= entry.day.toMs;
          if (dirt.isClean && !isDue) continue;
          sequence += 1;
          sentAtMs = performance.now();
          yield replay.floor.takeDelta(dirt, siteId, sequence, replay.atMs);
        }
        if (!isAborted(signal)) await aborted(signal);
      } finally {
        replay.floor.removeDirt(dirt);
        giveBack(entry, replay);
      }
    },
    stop() {
      stopFollowing();
      kept.clear();
    },
  };
}

const stepsOfInterval = intervalMs / densityStepMs;

function alignedDown(step: number): number {
  return Math.floor(step / stepsOfInterval) * stepsOfInterval;
}

function alignedUp(step: number): number {
  return Math.ceil(step / stepsOfInterval) * stepsOfInterval;
}

/** Repeats `work` until it says that it is done, and lets others have their turn meanwhile. */
async function inSlices(work: () => boolean, signal: AbortSignal | undefined): Promise<void> {
  let sinceMs = performance.now();
  while (!work()) {
    if (performance.now() - sinceMs < sliceMs) continue;
    await nextTurn();
    if (isAborted(signal)) return;
    sinceMs = performance.now();
  }
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    signal?.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Waits, but no longer than until the signal aborts. */
function rest(restMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, restMs);
    signal?.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
  });
}

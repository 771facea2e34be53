/** The live floor: held in memory, rebuilt at start, pushed to whoever watches. */
import type { FloorAt, FloorMessage, FloorSnapshot } from "../../shared/domain/floor.ts";
import { floorAt } from "../../shared/domain/floor-at.ts";
import { FloorDirt } from "../../shared/domain/floor-dirt.ts";
import { LiveFloor } from "../../shared/domain/live-floor.ts";
import { OpeningTimes } from "../../shared/domain/opening-times.ts";
import { historyStepMs } from "../../shared/domain/replay-floor.ts";
import { startOfLocalDayMs } from "../../shared/queueing/intervals.ts";
import type { Changed, Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { timeZoneOf } from "./directory.ts";
import { every } from "./every.ts";
import type { Log } from "./log.ts";
import { readQueueHistory } from "./queue-history.ts";

/** Deltas are at least this far apart for each watcher. */
const coalesceMs = 100;
const tickMs = 1_000;
/** A first sight of a case this long after its arrival means that the past is being filled in. */
const lateMs = 5 * 60 * 1_000;
/** What was filled in is looked at when nothing more has come for a while, or now and then. */
const settledMs = 3_000;
const lookAgainMs = 30_000;
const dayMs = 24 * 60 * 60 * 1_000;
/** E-mail legs that arrived some days ago may still be decided today. */
export const pastMs = 3 * dayMs;

export interface FloorService {
  /** One snapshot, then deltas, until the signal aborts. */
  watch(siteId: string | null, signal: AbortSignal | undefined): AsyncGenerator<FloorMessage, void, void>;
  /** The floor at this moment, of one site or (null) of all. */
  snapshot(siteId: string | null): FloorSnapshot;
  /** The floor as it was at an instant. */
  at(siteId: string | null, atMs: number): Promise<FloorAt>;
  /** Reads the store and begins to follow it. */
  start(): Promise<void>;
  stop(): void;
}

/** Makes the live floor of a store. */
export function createFloor(store: Store, clock: Clock, log: Log): FloorService {
  const floor = new LiveFloor();
  const wakers = new Set<() => void>();
  let stopFollowing: (() => void) | undefined;
  let stopTicking: (() => void) | undefined;
  let sampledAtMs = 0;
  let lateSeenAtMs: number | null = null;
  let directoryIsStale = false;
  /** Cases of the last day that a changed target or calendar judges otherwise. */
  const judgedAnew = new Set<string>();

  function wake(): void {
    for (const waker of wakers) waker();
  }

  async function dayStartMs(): Promise<number> {
    return startOfLocalDayMs(clock.nowMs(), timeZoneOf(await store.directory(), null));
  }

  async function readHistory(): Promise<void> {
    const nowMs = clock.nowMs();
    for (const { siteId, serviceId, points } of await readQueueHistory(store, nowMs)) {
      floor.setHistory(siteId, serviceId, points);
    }
    sampledAtMs = nowMs;
  }

  async function readDirectory(): Promise<void> {
    const directory = await store.directory();
    const times = new OpeningTimes(await store.calendars(), (siteId) => timeZoneOf(directory, siteId));
    floor.setDirectory(directory);
    floor.setOpeningTimes(times.isJudged);
    const ids = [...judgedAnew];
    judgedAnew.clear();
    const cases = (await Promise.all(ids.map((id) => store.case(id)))).filter((one) => one !== undefined);
    floor.apply({ cases, agents: [], backupCalls: [], observations: [], feeds: [] }, clock.nowMs());
  }

  async function load(): Promise<void> {
    await readDirectory();
    const startMs = await dayStartMs();
    floor.startDay(startMs);
    const openCases = await store.openCases();
    const open = new Set(openCases.map((record) => record.id));
    const past = await store.contributions(startMs - pastMs, clock.nowMs());
    floor.addPast(past.filter((entry) => !open.has(entry.caseId)));
    floor.apply(
      {
        cases: openCases,
        agents: await store.agents(),
        backupCalls: await store.backupCalls(startMs),
        observations: await store.observationsAt(clock.nowMs()),
        feeds: await store.feeds(),
      },
      clock.nowMs(),
    );
    await readHistory();
    floor.tick(clock.nowMs());
  }

  function follow(changed: Changed): void {
    const nowMs = clock.nowMs();
    if (changed.cases.some((one) => !floor.has(one.id) && one.firstArrivedAtMs < nowMs - lateMs)) {
      lateSeenAtMs = nowMs;
    }
    floor.apply(changed, nowMs);
    directoryIsStale ||= changed.directory;
    if (changed.directory) {
      for (const one of changed.cases) if (one.lastEventAtMs > nowMs - dayMs) judgedAnew.add(one.id);
    }
    wake();
  }

  async function tick(): Promise<void> {
    const nowMs = clock.nowMs();
    floor.tick(nowMs);
    if (directoryIsStale) {
      directoryIsStale = false;
      await readDirectory();
    }
    floor.startDay(await dayStartMs());
    if (lateSeenAtMs !== null && (nowMs - lateSeenAtMs > settledMs || nowMs - sampledAtMs > lookAgainMs)) {
      lateSeenAtMs = null;
      floor.learn(await store.contributions((await dayStartMs()) - pastMs, nowMs));
      await readHistory();
    } else if (nowMs - sampledAtMs >= historyStepMs) {
      sampledAtMs = nowMs;
      floor.sampleHistory(nowMs);
    }
    wake();
  }

  return {
    async start() {
      stopFollowing = store.subscribe(follow);
      await load();
      stopTicking = every(tickMs, tick, (error) => log.error("floor tick", error));
    },
    stop() {
      stopTicking?.();
      stopFollowing?.();
    },
    async *watch(siteId, signal) {
      const dirt = new FloorDirt();
      floor.addDirt(dirt);
      const pulse = createPulse(signal);
      wakers.add(pulse.wake);
      try {
        let sequence = 0;
        yield floor.snapshot(siteId, sequence, clock.nowMs());
        let sentAtMs = performance.now();
        while (!isAborted(signal)) {
          if (dirt.isClean) await pulse.next();
          const restMs = coalesceMs - (performance.now() - sentAtMs);
          if (restMs > 0) await pulse.rest(restMs);
          if (isAborted(signal) || dirt.isClean) continue;
          sequence += 1;
          sentAtMs = performance.now();
          yield floor.takeDelta(dirt, siteId, sequence, clock.nowMs());
        }
      } finally {
        floor.removeDirt(dirt);
        wakers.delete(pulse.wake);
      }
    },
    snapshot: (siteId) => floor.snapshot(siteId, 0, clock.nowMs()),
    async at(siteId, atMs) {
      const timeZone = timeZoneOf(await store.directory(), siteId);
      const legs = await store.legsAt(atMs);
      const observations = await store.observationsAt(atMs);
      const isHere = (part: { siteId: string }) => siteId === null || part.siteId === siteId;
      return floorAt(atMs, timeZone, legs.filter(isHere), observations.filter(isHere));
    },
  };
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** Lets a watcher sleep until something changes, or until its signal aborts. */
function createPulse(signal: AbortSignal | undefined) {
  let pending = false;
  let resume: (() => void) | undefined;
  const wake = () => {
    pending = true;
    resume?.();
  };
  signal?.addEventListener("abort", wake, { once: true });
  return {
    wake,
    async next(): Promise<void> {
      if (!pending && signal?.aborted !== true) {
        await new Promise<void>((resolve) => {
          resume = resolve;
        });
      }
      resume = undefined;
      pending = false;
    },
    rest: (restMs: number) =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, restMs);
      }),
  };
}

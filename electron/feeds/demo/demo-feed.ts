/** The demo floor as a feed: plays an invented town hall through the way that real events take. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { BackupCall } from "../../../shared/domain/backup.ts";
import type { Case } from "../../../shared/domain/case.ts";
import type { Directory } from "../../../shared/domain/directory.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import type { FeedHealth } from "../../../shared/domain/feed.ts";
import type { Clock } from "../../services/clock.ts";
import { every } from "../../services/every.ts";
import type { Ingest } from "../../services/ingest.ts";
import type { Log } from "../../services/log.ts";
import { daysBefore, loadToday, openingOf } from "./days.ts";
import { Pace } from "./floor/pace.ts";
import { directoryOf } from "./floor/plan.ts";
import { demoSource } from "./floor/scribe.ts";
import { demoTown } from "./floor/town.ts";
import { TownHall } from "./floor/town-hall.ts";
import { eventsOfDay, historySince, wholeStories } from "./history.ts";
import { clearLeftovers } from "./leftovers.ts";

/** Name of the feed in the reject list. */
export const demoFeedName = "demo";

const tickMs = 200;
/** A longer pause between two ticks means that the machine slept; the floor slept with it. */
const sleptMs = 60_000;
const batchSize = 80;
/** The days before come in larger batches: each commit costs, and nobody waits for one of them. */
const pastBatchSize = 600;
/** Label of the store: the oldest local date that is written whole. */
const oldestDayLabel = "demo.oldest-day";
const stopReason = "Démonstration arrêtée";
const defaultSeed = 45;

export interface DemoFeedParts {
  readonly ingest: Ingest;
  readonly clock: Clock;
  readonly log: Log;
  putDirectory(directory: Directory): Promise<void>;
  openCases(): Promise<Case[]>;
  /** Calls requested since an instant, and all that are open. */
  backupCalls(sinceMs: number): Promise<BackupCall[]>;
  feeds(): Promise<FeedHealth[]>;
  label(name: string): Promise<string | undefined>;
  setLabel(name: string, value: string): Promise<void>;
  /** Enters what people would have entered in such a town. */
  enterContent(nowMs: number): Promise<void>;
  readonly seed?: number;
}

export interface DemoFeed {
  readonly running: boolean;
  /** Simulated seconds per second. */
  readonly speed: number;
  /**
   * Starts the floor with some hours of history, or changes the speed of one that runs. On a store
   * that has none, the days before are written afterwards, in the background.
   *
   * @throws Fault of the store; then the floor does not run
   */
  start(speed: number): Promise<void>;
  /**
   * Cancels what is open, signs everybody out, and ends the run.
   *
   * @throws Fault of the store; then leftovers are cleared by the next start
   */
  stop(): Promise<void>;
  /** Lets the floor obey what people did in the console. */
  handle(events: readonly VigieEvent[]): void;
  /** Resolves when the days before are written, or writing them was given up. */
  whenSeeded(): Promise<void>;
}

interface Run {
  readonly hall: TownHall;
  readonly pace: Pace;
  /** Events that happened and that the log does not have yet. */
  readonly pending: VigieEvent[];
  lastTickMs: number;
  isFailing: boolean;
  stopTicking: () => void;
}

/** Makes the demo feed; nothing happens before `start`. */
export function createDemoFeed(parts: DemoFeedParts): DemoFeed {
  const { clock, ingest, log, seed = defaultSeed } = parts;
  let run: Run | undefined;
  let seeding: { readonly abort: AbortController; readonly done: Promise<void> } | undefined;
  let lastTurn: Promise<unknown> = Promise.resolve();

  /** Starting, ticking and stopping never overlap; one that fails tells its caller, not the next. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = lastTurn.then(work);
    lastTurn = turn.catch(() => undefined);
    return turn;
  }

  async function begin(speed: number): Promise<void> {
    if (run !== undefined) {
      // What happened until now happened at the old speed.
      advance(run);
      run.pace.change(run.lastTickMs, speed);
      return;
    }
    const nowMs = clock.nowMs();
    const runId = `demo-${clock.nextMs().toString(36)}`;
    const openMs = openingOf(nowMs);
    const pace = new Pace(nowMs, speed);
    const hall = new TownHall({
      plan: demoTown,
      pace,
      run: runId,
      seed,
      openMs,
      closesAtMs: null,
      toldUntilMs: nowMs,
      load: loadToday,
    });
    const pending = await historyOf(hall, runId, nowMs);
    await parts.putDirectory(directoryOf(demoTown));
    await flush(pending);
    const started: Run = {
      hall,
      pace,
      pending,
      lastTickMs: nowMs,
      isFailing: false,
      stopTicking: every(
        tickMs,
        () => inTurn(() => tick(started)),
        (error) => report(started, error),
      ),
    };
    run = started;
    const abort = new AbortController();
    seeding = { abort, done: seedPast(openMs, runId, nowMs, abort.signal) };
  }

  /** The hours before the start, without those that an earlier run has told already. */
  async function historyOf(hall: TownHall, runId: string, nowMs: number): Promise<VigieEvent[]> {
    const history = hall.step(nowMs);
    const lastMs = (await parts.feeds()).find((feed) => feed.source === demoSource)?.lastEventAtMs;
    if (lastMs === undefined) return history;
    const [openCases, calls] = [await parts.openCases(), await parts.backupCalls(lastMs)];
    return [
      ...clearLeftovers(openCases, calls, runId, lastMs, stopReason),
      ...historySince(history, lastMs + 1, hall.openCaseIds),
    ];
  }

  async function tick(current: Run): Promise<void> {
    if (run !== current) return;
    advance(current);
    await flush(current.pending);
    current.isFailing = false;
  }

  function advance(current: Run): void {
    const { hall, pace, pending } = current;
    const nowMs = clock.nowMs();
    if (nowMs - current.lastTickMs > sleptMs) pace.resume(hall.nowMs, nowMs);
    current.lastTickMs = nowMs;
    pending.push(...hall.step(pace.floorMs(nowMs)));
  }

  /** Appends what is pending; what can't be kept now stays pending, and is tried again. */
  async function flush(pending: VigieEvent[]): Promise<void> {
    while (pending.length > 0) {
      const batch = pending.slice(0, batchSize);
      await ingest.append(batch, demoFeedName);
      pending.splice(0, batch.length);
      if (pending.length > 0) await nextTurn();
    }
  }

  /** One line for each time that the store stops taking events, not five a second. */
  function report(current: Run, error: unknown): void {
    if (!current.isFailing) log.error("demo floor", error);
    current.isFailing = true;
  }

  async function seedPast(
    openMs: number,
    runId: string,
    toldUntilMs: number,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await parts.enterContent(toldUntilMs);
      const oldest = await parts.label(oldestDayLabel);
      for (const day of daysBefore(openMs)) {
        if (oldest !== undefined && day.date >= oldest) continue;
        if (signal.aborted) return;
        const told: VigieEvent[] = [];
        for (const events of eventsOfDay(day, runId, seed, toldUntilMs)) {
          await nextTurn();
          told.push(...events);
        }
        for (const stories of wholeStories(told, pastBatchSize)) {
          await nextTurn();
          await ingest.append(stories, demoFeedName);
        }
        await parts.setLabel(oldestDayLabel, day.date);
      }
    } catch (error) {
      log.error("demo floor: what came before", error);
    }
  }

  async function end(): Promise<void> {
    seeding?.abort.abort();
    await seeding?.done;
    const current = run;
    if (current === undefined) return;
    current.stopTicking();
    advance(current);
    current.pending.push(...current.hall.close(stopReason));
    run = undefined;
    await flush(current.pending);
  }

  return {
    get running() {
      return run !== undefined;
    },
    get speed() {
      return run?.pace.speed ?? 1;
    },
    start: (speed) => inTurn(() => begin(speed)),
    stop: () => inTurn(end),
    handle(events) {
      for (const event of events) run?.hall.handle(event);
    },
    whenSeeded: async () => seeding?.done,
  };
}

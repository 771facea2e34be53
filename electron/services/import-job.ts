/** Imports at work: one at a time, in small steps, beside the live floor; stopped, resumed, remembered. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { JobView } from "../../shared/contract/import.ts";
import {
  canResume,
  type ImportJob,
  isActive,
  noCounts,
  restSeconds,
} from "../../shared/domain/import-job.ts";
import type { Mapping } from "../../shared/domain/import-mapping.ts";
import { Fault } from "../../shared/faults.ts";
import type { ImportSource, Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { ImportReader } from "./import-reader.ts";
import { createImportSink, createTrialSink, type JobHandle, stepEvents } from "./import-sinks.ts";
import type { Log } from "./log.ts";
import type { StoreHealth } from "./store-health.ts";

const coalesceMs = 250;
const listedJobs = 200;

export interface ImportJobParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly health: StoreHealth;
  readonly reader: ImportReader;
  /** Told of each import that came to its end. */
  onDone(job: ImportJob, path: string): void;
}

export interface NewImport {
  readonly kind: ImportJob["kind"];
  readonly path: string;
  readonly fileName: string;
  readonly mapping: Mapping;
  readonly by: string;
  /** Of the whole file, where it may come again under another name. */
  readonly contentHash: string | null;
}

export interface ImportJobs {
  /** Reads what was left; what was at work when the console was closed counts as interrupted. */
  load(): Promise<void>;
  list(): Promise<JobView[]>;
  /** All of them, again whenever something has changed. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<JobView[], void, void>;
  start(wanted: NewImport): Promise<JobView>;
  /** @throws Fault `not_found` */
  stop(id: string): Promise<JobView>;
  /** @throws Fault `not_found`, or `invalid_input` where it can't go on */
  resume(id: string): Promise<JobView>;
  /** @throws Fault `not_found`, or `invalid_input` where it is at work or has rejects */
  forget(id: string): Promise<void>;
  /** The job once it is no longer at work. */
  settled(id: string): Promise<ImportJob>;
  /** Files that are still needed. */
  neededPaths(): Promise<string[]>;
  /** Says that something about the imports has changed outside of them. */
  touch(): void;
  close(): Promise<void>;
}

interface Run {
  readonly stop: AbortController;
  readonly startedAtMs: number;
  readonly fromBytes: number;
  readonly ended: Promise<void>;
}

/** Makes the imports of a console; nothing is at work before the first `start`. */
export function createImportJobs(parts: ImportJobParts): ImportJobs {
  const { store, clock, log, health, reader } = parts;
  const jobs = new Map<string, ImportJob>();
  const trialSources = new Map<string, ImportSource>();
  const runs = new Map<string, Run>();
  const listeners = new Set<() => void>();
  let lastTurn: Promise<void> = Promise.resolve();
  let isClosing = false;

  function set(job: ImportJob): ImportJob {
    jobs.set(job.id, job);
    for (const listener of listeners) listener();
    return job;
  }

  async function keep(job: ImportJob): Promise<void> {
    if (set(job).kind === "import") await health.watch(store.changeImport(job));
  }

  function mustFind(id: string): ImportJob {
    const job = jobs.get(id);
    if (job === undefined) throw new Fault("not_found", "This import is not in the list any more.", { id });
    return job;
  }

  async function sourceOf(id: string): Promise<ImportSource> {
    const source = trialSources.get(id) ?? (await store.importSource(id));
    if (source === undefined)
      throw new Fault("not_found", "This import is not in the list any more.", { id });
    return source;
  }

  async function viewOf(job: ImportJob): Promise<JobView> {
    const run = runs.get(job.id);
    const rest =
      run === undefined || job.state !== "running"
        ? null
        : restSeconds(
            job.readBytes - run.fromBytes,
            job.totalBytes - job.readBytes,
            performance.now() - run.startedAtMs,
          );
    return {
      ...job,
      restSeconds: rest,
      openRejects: job.kind === "trial" ? 0 : await store.rejectCount(job.id),
      canResume: canResume(job) && existsSync((await sourceOf(job.id)).path),
    };
  }

  async function list(): Promise<JobView[]> {
    const sorted = [...jobs.values()].sort((a, b) => b.startedAtMs - a.startedAtMs);
    return Promise.all(sorted.map(viewOf));
  }

  function handleOf(id: string): JobHandle {
    return { get: () => mustFind(id), set };
  }

  async function work(id: string, source: ImportSource, signal: AbortSignal): Promise<void> {
    await keep({ ...mustFind(id), state: "running", endedAtMs: null, fault: null });
    const { kind, counts } = mustFind(id);
    const isWhole = await reader.run({
      path: source.path,
      mapping: source.mapping,
      from: counts,
      batchEvents: stepEvents,
      sink:
        kind === "trial"
          ? createTrialSink(store, handleOf(id))
          : createImportSink(store, health, clock, handleOf(id)),
      signal,
      onProgress: (soFar) => set({ ...mustFind(id), ...soFar }),
    });
    const state = isWhole ? "done" : isClosing ? "interrupted" : "stopped";
    await keep({ ...mustFind(id), state, endedAtMs: clock.nowMs() });
    if (isWhole && kind === "import") parts.onDone(mustFind(id), source.path);
  }

  async function fail(id: string, error: unknown): Promise<void> {
    const fault =
      error instanceof Fault
        ? error
        : new Fault("internal", "Something unexpected happened. What was imported before is kept.", {
            logId: log.error("import", error),
          });
    set({ ...mustFind(id), state: "failed", endedAtMs: clock.nowMs(), fault: fault.toValue() });
    // Where the store can't even keep that, the next start finds the import interrupted.
    await keep(mustFind(id)).catch((failure: unknown) => log.error("import", failure));
  }

  /** Puts an import at the end of the line. */
  function begin(id: string, source: ImportSource): void {
    const stop = new AbortController();
    const { readBytes } = mustFind(id);
    const ended = lastTurn.then(async () => {
      if (!stop.signal.aborted) {
        runs.set(id, { stop, startedAtMs: performance.now(), fromBytes: readBytes, ended });
        await work(id, source, stop.signal).catch((error: unknown) => fail(id, error));
      }
      if (runs.get(id)?.stop === stop) runs.delete(id);
      set(mustFind(id));
    });
    lastTurn = ended;
    runs.set(id, { stop, startedAtMs: performance.now(), fromBytes: readBytes, ended });
  }

  return {
    async load() {
      for (const job of await store.importJobs(listedJobs)) {
        jobs.set(job.id, job);
        if (isActive(job)) await keep({ ...job, state: "interrupted", endedAtMs: clock.nowMs() });
      }
    },
    list,
    async *watch(signal) {
      let wake: () => void = () => undefined;
      let isDirty = true;
      const listener = () => {
        isDirty = true;
        wake();
      };
      const isOver = () => signal?.aborted === true;
      listeners.add(listener);
      signal?.addEventListener("abort", listener, { once: true });
      try {
        while (!isOver()) {
          if (!isDirty) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
          isDirty = false;
          if (isOver()) return;
          yield await list();
          await pause(coalesceMs);
        }
      } finally {
        listeners.delete(listener);
      }
    },
    async start({ kind, path, fileName, mapping, by, contentHash }) {
      const id = randomUUID();
      const source: ImportSource = { path, mapping, contentHash };
      const job: ImportJob = {
        id,
        kind,
        fileName,
        mappingName: mapping.name,
        by,
        state: "waiting",
        startedAtMs: clock.nextMs(),
        endedAtMs: null,
        totalBytes: 0,
        readBytes: 0,
        counts: noCounts,
        fault: null,
      };
      if (kind === "trial") trialSources.set(id, source);
      else await health.watch(store.addImport(job, source));
      set(job);
      begin(id, source);
      return viewOf(job);
    },
    async stop(id) {
      const run = runs.get(id);
      const job = mustFind(id);
      run?.stop.abort();
      if (job.state === "waiting") await keep({ ...job, state: "stopped", endedAtMs: clock.nowMs() });
      else await run?.ended;
      return viewOf(mustFind(id));
    },
    async resume(id) {
      const job = mustFind(id);
      const source = await sourceOf(id);
      if (!canResume(job) || !existsSync(source.path)) {
        throw new Fault("invalid_input", "This import can't go on: its file is gone, or it is over.", { id });
      }
      await keep({ ...job, state: "waiting", endedAtMs: null, fault: null });
      begin(id, source);
      return viewOf(mustFind(id));
    },
    async forget(id) {
      const job = mustFind(id);
      if (isActive(job)) throw new Fault("invalid_input", "This import is at work. Stop it first.", { id });
      if (job.kind === "import" && (await store.rejectCount(id)) > 0) {
        throw new Fault("invalid_input", "This import has rejected rows. Mend or dismiss them first.", {
          id,
        });
      }
      if (job.kind === "import") await health.watch(store.removeImport(id));
      trialSources.delete(id);
      jobs.delete(id);
      for (const listener of listeners) listener();
    },
    async settled(id) {
      await runs.get(id)?.ended;
      return mustFind(id);
    },
    async neededPaths() {
      const open = [...jobs.values()].filter((job) => job.kind === "import" && job.state !== "done");
      return Promise.all(open.map(async ({ id }) => (await sourceOf(id)).path));
    },
    touch() {
      for (const listener of listeners) listener();
    },
    async close() {
      isClosing = true;
      for (const run of runs.values()) run.stop.abort();
      await lastTurn;
    },
  };
}

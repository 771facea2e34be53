/** Where the events of a file go: into the log in small steps, or nowhere for a trial. */
import { setTimeout as pause } from "node:timers/promises";
import type { ImportJob } from "../../shared/domain/import-job.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { addToDirectory } from "./directory-names.ts";
import type { ImportSink } from "./import-reader.ts";
import { createTrial } from "./import-trial.ts";
import type { StoreHealth } from "./store-health.ts";

/** Few enough that an event of the live floor that comes meanwhile hardly waits. */
export const stepEvents = 500;
/** After each step the console is left alone for this part of the time that the step took. */
const restShare = 0.5;
const leastRestMs = 1;

/** The job that a sink counts for. */
export interface JobHandle {
  get(): ImportJob;
  set(job: ImportJob): void;
}

/** Each step is in the log together with the counts and the rejects that belong to it. */
export function createImportSink(
  store: Store,
  health: StoreHealth,
  clock: Clock,
  handle: JobHandle,
): ImportSink {
  return {
    addNames: (found) => health.watch(addToDirectory(store, found)),
    async keep(events, soFar, settle) {
      const startedAtMs = performance.now();
      const job = handle.get();
      let next = job;
      await health.watch(
        store.appendImported(events, job.fileName, (outcomes) => {
          const { counts, rejected } = settle(outcomes);
          const common = { receivedAtMs: clock.nowMs(), feed: job.fileName, importId: job.id };
          next = { ...job, ...soFar, counts };
          return {
            job: next,
            rejected: rejected.map(({ line, fault, raw }) => ({ ...common, line, fault, raw })),
          };
        }),
      );
      handle.set(next);
      await pause(Math.max(leastRestMs, restShare * (performance.now() - startedAtMs)));
    },
  };
}

/** Counts as an import would, and writes nothing. */
export function createTrialSink(store: Pick<Store, "foreseeEvents">, handle: JobHandle): ImportSink {
  const trial = createTrial((events) => store.foreseeEvents(events));
  return {
    addNames: async () => undefined,
    async keep(events, soFar, settle) {
      const { counts } = settle(await trial.outcomesOf(events));
      handle.set({ ...handle.get(), ...soFar, counts });
      await pause(leastRestMs);
    },
  };
}

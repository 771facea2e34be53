/** The console itself: where it keeps its data, whether that is sound, and what has changed. */
import { join } from "node:path";
import type { ConsoleStatus, Noun } from "../../shared/contract/console.ts";
import { definitionsVersion } from "../../shared/domain/figure.ts";
import type { Changed, Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { SettingsService } from "./settings.ts";
import type { StoreHealth } from "./store-health.ts";

/** Changed nouns are told at most this often. */
const coalesceMs = 250;

/** The store's label that says that it holds events of the demo floor. */
export const demoLabel = "has-demo-data";

export interface ConsoleService {
  status(): Promise<ConsoleStatus>;
  watch(signal: AbortSignal | undefined): AsyncGenerator<{ changed: Noun[] }, void, void>;
  check(): ReturnType<Store["check"]>;
  backup(): Promise<{ path: string; bytes: number }>;
}

export interface ConsoleFacts {
  readonly version: string;
  readonly host: ConsoleStatus["host"];
  readonly backupsFolder: string;
}

/** Makes the console service. */
export function createConsole(
  store: Store,
  settings: SettingsService,
  health: StoreHealth,
  clock: Clock,
  facts: ConsoleFacts,
): ConsoleService {
  return {
    async status() {
      return {
        version: facts.version,
        host: facts.host,
        location: store.location,
        hasDemoData: (await store.label(demoLabel)) === "yes",
        definitionsVersion,
        storeFault: health.fault(),
      };
    },
    async *watch(signal) {
      const dirty = new Set<Noun>();
      let wake: () => void = () => undefined;
      const touch = (nouns: readonly Noun[]) => {
        for (const noun of nouns) dirty.add(noun);
        if (nouns.length > 0) wake();
      };
      const stops = [
        store.subscribe((changed) => touch(nounsOf(changed))),
        settings.subscribe(() => touch(["settings"])),
        health.subscribe(() => touch(["console"])),
      ];
      signal?.addEventListener("abort", () => wake(), { once: true });
      try {
        while (signal?.aborted !== true) {
          if (dirty.size === 0) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
          await new Promise<void>((resolve) => {
            setTimeout(resolve, coalesceMs);
          });
          if (dirty.size === 0) continue;
          const changed = [...dirty];
          dirty.clear();
          yield { changed };
        }
      } finally {
        for (const stop of stops) stop();
      }
    },
    check: () => store.check(),
    async backup() {
      const stamp = new Date(clock.nowMs()).toISOString().replaceAll(/[:.]/g, "-");
      const path = join(facts.backupsFolder, `vigie-${stamp}.db`);
      return { path, ...(await store.backup(path)) };
    },
  };
}

function nounsOf(changed: Changed): Noun[] {
  return [
    // The first sites of the demo floor come with the mark that there is demo data.
    ...(changed.directory ? (["console"] as const) : []),
    ...(changed.notes ? (["note"] as const) : []),
    ...(changed.directory || changed.agents.length > 0 ? (["directory"] as const) : []),
    ...(changed.feeds.length > 0 ? (["feed"] as const) : []),
    ...(changed.alerts ? (["alert"] as const) : []),
    ...(changed.actions ? (["action"] as const) : []),
    ...(changesInterventions(changed) ? (["intervention"] as const) : []),
    ...(changed.people ? (["person"] as const) : []),
    ...(changed.audit ? (["audit"] as const) : []),
    ...(changed.replies || changed.replyTemplates ? (["reply"] as const) : []),
    ...(changed.ideas ? (["idea"] as const) : []),
    ...(changed.commitments ? (["commitment"] as const) : []),
    ...(changed.problems ? (["problem"] as const) : []),
    ...(changed.agreedSteps ? (["agreedStep"] as const) : []),
    ...(changed.sessions ? (["coachingSession"] as const) : []),
    ...(changed.skills ? (["skillMatrix"] as const) : []),
    ...(changed.trainings ? (["training"] as const) : []),
    ...(changed.sheets ? (["serviceSheet"] as const) : []),
    ...(changed.reports ? (["report"] as const) : []),
    ...(changed.rejects ? (["reject"] as const) : []),
    ...(changed.backupCalls.length > 0 || changed.deliveries ? (["backup"] as const) : []),
    ...(changed.cases.length > 0 ? (["figure"] as const) : []),
  ];
}

/** Whether a change is one of what the charts mark. */
function changesInterventions({ actions, alerts, backupCalls, notes, sessions }: Changed): boolean {
  return actions || alerts || backupCalls.length > 0 || notes || sessions;
}

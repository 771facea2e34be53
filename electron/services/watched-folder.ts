/** Watched folders: each file that arrives is imported once, and then put aside, done or failed. */
import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { z } from "zod";
import type { FolderView } from "../../shared/contract/import.ts";
import { canResume, type ImportJob } from "../../shared/domain/import-job.ts";
import type { Mapping } from "../../shared/domain/import-mapping.ts";
import type { Reject } from "../../shared/domain/reject.ts";
import {
  byWatchedFolder,
  type FolderHealth,
  type WatchedFolder,
  type WatchedFolderDraft,
  watchedFolderSchema,
} from "../../shared/domain/watched-folder.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { ImportJobs } from "./import-job.ts";
import type { Log } from "./log.ts";

/** The store's label that holds all watched folders; written as a whole. */
const label = "watched-folders";
const mostFolders = 20;
const listedRejects = 100_000;

/** Where files arrive; answered in electron/feeds. */
export interface FolderFeed {
  /**
   * Watches a folder, for files that are there and those that come; each is told once it is whole.
   *
   * @returns how to stop
   * @throws Fault `file_unreadable` where there is no such folder
   */
  watch(
    path: string,
    onFile: (path: string) => void,
    onError: (fault: Fault) => void,
  ): Promise<() => Promise<void>>;
  /** What the file holds, as a hash. */
  hashOf(path: string): Promise<string>;
  /** Puts a file aside, with a file of its rejected rows or of what was wrong with it beside it. */
  putAside(path: string, aside: Aside): Promise<void>;
}

/** What became of a file. */
export type Aside =
  | { readonly outcome: "done"; readonly rejects: readonly Reject[] }
  | { readonly outcome: "failed"; readonly rejects: readonly Reject[]; readonly reason: string };

export interface WatchedFolders {
  list(): FolderView[];
  /** @throws Fault `not_found` or `invalid_input`; nothing was changed then */
  put(draft: WatchedFolderDraft): Promise<FolderView[]>;
  remove(id: string): Promise<FolderView[]>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface FolderParts {
  readonly store: Store;
  readonly jobs: ImportJobs;
  readonly feed: FolderFeed;
  readonly clock: Clock;
  readonly log: Log;
}

const noHealth: FolderHealth = { lastDone: null, lastFailure: null, atWorkOn: null };

/** Makes the service; nothing is watched before `start`. */
export function createWatchedFolders(parts: FolderParts): WatchedFolders {
  const { store, jobs, feed, clock, log } = parts;
  let folders: readonly WatchedFolder[] = [];
  const health = new Map<string, FolderHealth>();
  const watching = new Map<string, () => Promise<void>>();
  let lastChange: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  /** Two changes at once must not lose one of them. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastChange.then(work);
    lastChange = turn.catch(() => undefined);
    return turn;
  }

  function note(id: string, more: Partial<FolderHealth>): void {
    health.set(id, { ...(health.get(id) ?? noHealth), ...more });
    jobs.touch();
  }

  function noteFailure(id: string, fileName: string | null, error: unknown): void {
    const fault =
      error instanceof Fault
        ? error
        : new Fault("internal", "Something unexpected happened to a file in the watched folder.", {
            logId: log.error("watched folder", error),
          });
    note(id, { lastFailure: { fileName, atMs: clock.nowMs(), fault: fault.toValue() } });
  }

  async function keep(next: readonly WatchedFolder[]): Promise<void> {
    await store.setLabel(label, JSON.stringify(next));
    folders = next;
  }

  async function mappingOf({ mappingName }: WatchedFolder): Promise<Mapping> {
    const kept = (await store.importMappings()).find(({ mapping }) => mapping.name === mappingName);
    if (kept !== undefined) return kept.mapping;
    throw new Fault(
      "mapping_invalid",
      `The mapping "${mappingName}" is not kept any more. Choose another one.`,
      {
        mapping: mappingName,
      },
    );
  }

  /** The import of a file with this content: the one before, taken up again where it was broken off. */
  async function importOf(path: string, contentHash: string, mapping: Mapping): Promise<ImportJob> {
    const before = (await store.importsWithHash(contentHash)).at(-1);
    if (before?.state === "done") return before;
    if (before !== undefined && canResume(before)) {
      const source = await store.importSource(before.id);
      if (source?.path === path && before.state !== "failed") {
        await jobs.resume(before.id);
        return jobs.settled(before.id);
      }
    }
    const { id } = await jobs.start({
      kind: "import",
      path,
      fileName: basename(path),
      mapping,
      by: byWatchedFolder,
      contentHash,
    });
    return jobs.settled(id);
  }

  async function take(folder: WatchedFolder, path: string): Promise<void> {
    const fileName = basename(path);
    note(folder.id, { atWorkOn: fileName });
    try {
      const job = await importOf(path, await feed.hashOf(path), await mappingOf(folder));
      // Stopped by a person, or with the console: the file stays where it is.
      if (job.state !== "done" && job.state !== "failed") return;
      const rejects = await store.rejectsAfter(0, job.id, listedRejects);
      const { importedRows, rejectedRows, ignoredRows } = job.counts;
      const nothingFits = importedRows + ignoredRows === 0 && rejectedRows > 0;
      if (job.state === "done" && !nothingFits) {
        await feed.putAside(path, { outcome: "done", rejects });
        note(folder.id, { lastDone: { fileName, atMs: clock.nowMs(), rejectedRows } });
        return;
      }
      const fault =
        job.fault === null
          ? new Fault("mapping_invalid", `No row of ${fileName} fits the mapping.`, { rows: rejectedRows })
          : new Fault(job.fault.code, job.fault.message, job.fault.data);
      await feed.putAside(path, { outcome: "failed", rejects, reason: fault.message });
      noteFailure(folder.id, fileName, fault);
    } catch (error) {
      noteFailure(folder.id, fileName, error);
    } finally {
      note(folder.id, { atWorkOn: null });
    }
  }

  async function setToWork(folder: WatchedFolder): Promise<void> {
    await halt(folder.id);
    if (!folder.enabled || isStopped) return;
    let lastFile: Promise<void> = Promise.resolve();
    try {
      const stop = await feed.watch(
        folder.path,
        (path) => {
          lastFile = lastFile.then(() => (isStopped ? undefined : take(folder, path)));
        },
        (fault) => noteFailure(folder.id, null, fault),
      );
      watching.set(folder.id, async () => {
        await stop();
        await lastFile;
      });
    } catch (error) {
      noteFailure(folder.id, null, error);
    }
  }

  async function halt(id: string): Promise<void> {
    const stop = watching.get(id);
    watching.delete(id);
    await stop?.();
  }

  const views = (): FolderView[] =>
    folders.map((folder) => ({ folder, health: health.get(folder.id) ?? noHealth }));

  return {
    list: views,
    put: (draft) =>
      inTurn(async () => {
        const before = folders.find(({ id }) => id === draft.id);
        if (draft.id !== undefined && before === undefined) {
          throw new Fault("not_found", "This folder is not watched any more; nothing was changed.", {
            id: draft.id,
          });
        }
        if (before === undefined && folders.length >= mostFolders) {
          throw new Fault("invalid_input", `There are ${mostFolders} watched folders already. Remove one.`);
        }
        const folder = watchedFolderSchema.parse({ ...draft, id: before?.id ?? randomUUID() });
        await mappingOf(folder);
        await keep(
          before === undefined
            ? [...folders, folder]
            : folders.map((one) => (one.id === folder.id ? folder : one)),
        );
        health.delete(folder.id);
        await setToWork(folder);
        jobs.touch();
        return views();
      }),
    remove: (id) =>
      inTurn(async () => {
        await keep(folders.filter((folder) => folder.id !== id));
        health.delete(id);
        await halt(id);
        jobs.touch();
        return views();
      }),
    start: () =>
      inTurn(async () => {
        folders = readFolders(await store.label(label));
        for (const folder of folders) await setToWork(folder);
      }),
    async stop() {
      isStopped = true;
      await Promise.all([...watching.keys()].map(halt));
    },
  };
}

function readFolders(text: string | undefined): WatchedFolder[] {
  if (text === undefined) return [];
  const entries = z.array(z.unknown()).parse(JSON.parse(text));
  return entries.flatMap((entry) => watchedFolderSchema.safeParse(entry).data ?? []);
}

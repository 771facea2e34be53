/** A real store with the import service on it, and files to bring in. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createImportReader } from "../../electron/feeds/csv/import-reader.ts";
import { createFolderFeed } from "../../electron/feeds/folder/folder-feed.ts";
import { createClock } from "../../electron/services/clock.ts";
import { createImports, type ImportService } from "../../electron/services/import.ts";
import { createImportJobs, type ImportJobs } from "../../electron/services/import-job.ts";
import { createMending } from "../../electron/services/import-mend.ts";
import { openUploads, type Uploads } from "../../electron/services/import-upload.ts";
import { createLog } from "../../electron/services/log.ts";
import { createStoreHealth } from "../../electron/services/store-health.ts";
import { createWatchedFolders } from "../../electron/services/watched-folder.ts";
import { openStore } from "../../electron/store/open.ts";
import type { Store } from "../../electron/store/store.ts";
import type { JobView } from "../../shared/contract/import.ts";
import { mappingOf } from "../../shared/domain/import-plan.ts";

export interface ImportDesk {
  readonly folder: string;
  readonly store: Store;
  readonly imports: ImportService;
  readonly jobs: ImportJobs;
  readonly uploads: Uploads;
  /** Sends a file as a page does; gives its id. */
  send(fileName: string, content: string | Uint8Array): Promise<string>;
  /** Imports a file as the assistant would if nobody changed anything. */
  importAsGuessed(fileName: string, content: string | Uint8Array): Promise<JobView>;
  /** Waits until a job says so. */
  until(jobId: string, holds: (job: JobView) => boolean): Promise<JobView>;
  close(): Promise<void>;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "vigie-imports-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the desk on a folder; opened again on the same one it is a console started anew. */
export async function openDesk(folder: string): Promise<ImportDesk> {
  const store = await openStore(join(folder, "vigie.db"));
  const clock = createClock();
  const health = createStoreHealth(store);
  const reader = createImportReader();
  const uploads = openUploads(join(folder, "imports"));
  const log = createLog((line) => {
    throw new Error(line);
  });
  const jobs = createImportJobs({
    store,
    clock,
    log,
    health,
    reader,
    onDone: (_job, path) => uploads.remove(path),
  });
  const folders = createWatchedFolders({
    store,
    jobs,
    feed: createFolderFeed({ stableForMs: 50 }),
    clock,
    log,
  });
  const imports = createImports({
    store,
    reader,
    uploads,
    jobs,
    mending: createMending(store, reader, health),
    folders,
    operator: () => "Nadia F.",
  });
  await jobs.load();
  uploads.clear(await jobs.neededPaths());
  await folders.start();

  async function send(fileName: string, content: string | Uint8Array): Promise<string> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const { fileId, partBytes } = imports.announce(fileName, bytes.length);
    for (let offset = 0; offset < bytes.length || offset === 0; offset += partBytes) {
      async function* part() {
        yield bytes.subarray(offset, offset + partBytes);
      }
      await uploads.write(fileId, offset, part());
    }
    return fileId;
  }

  async function until(jobId: string, holds: (job: JobView) => boolean): Promise<JobView> {
    const stop = new AbortController();
    try {
      for await (const { jobs: all } of imports.watch(stop.signal)) {
        const job = all.find(({ id }) => id === jobId);
        if (job !== undefined && holds(job)) return job;
      }
    } finally {
      stop.abort();
    }
    throw new Error("the list of imports has ended");
  }

  return {
    folder,
    store,
    imports,
    jobs,
    uploads,
    send,
    until,
    async importAsGuessed(fileName, content) {
      const fileId = await send(fileName, content);
      const { plan } = await imports.look(fileId, {});
      const { id } = await imports.start(fileId, "import", mappingOf(plan, {}));
      return until(id, ({ state }) => state !== "waiting" && state !== "running");
    },
    async close() {
      const foldersStopped = folders.stop();
      await jobs.close();
      await foldersStopped;
      await store.close();
    },
  };
}

/** Watches folders for files, and puts those aside that were dealt with. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, parse } from "node:path";
import { watch } from "chokidar";
import { doneFolder, failedFolder, isTableName } from "../../../shared/domain/watched-folder.ts";
import { Fault } from "../../../shared/faults.ts";
import type { FolderFeed } from "../../services/watched-folder.ts";
import { createRejectFile } from "../csv/reject-file.ts";

/** A file is whole when it has not grown for this long. */
const stableMs = 2_000;

/** Makes the feed. */
export function createFolderFeed({ stableForMs = stableMs } = {}): FolderFeed {
  return {
    async watch(path, onFile, onError) {
      await mustBeFolder(path);
      const watcher = watch(path, {
        depth: 0,
        ignored: (candidate, stats) => stats?.isFile() === true && !isTableName(basename(candidate)),
        awaitWriteFinish: { stabilityThreshold: stableForMs, pollInterval: Math.ceil(stableForMs / 10) },
      });
      watcher.on("add", onFile);
      watcher.on("error", (error) => onError(unreadable(path, messageOf(error))));
      watcher.on("unlinkDir", (gone) => {
        if (gone === path) onError(unreadable(path, "the folder is gone"));
      });
      // Only then does it hear of what comes. An error was told by the listener above.
      await once(watcher, "ready").catch(() => undefined);
      return () => watcher.close();
    },
    async hashOf(path) {
      const hash = createHash("sha256");
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      return hash.digest("hex");
    },
    async putAside(path, aside) {
      const folder = join(dirname(path), aside.outcome === "done" ? doneFolder : failedFolder);
      await mkdir(folder, { recursive: true });
      const target = await freePath(folder, basename(path));
      // The rejects come first: a file that is put aside without them would look as if it had none.
      await writeRejects(`${target}.rejects.csv`, aside.rejects);
      if (aside.outcome === "failed") await writeFile(`${target}.reason.txt`, `${aside.reason}\n`);
      await rename(path, target);
    },
  };
}

type Rejects = Parameters<FolderFeed["putAside"]>[1]["rejects"];

/** Of each row, the columns that the mapping reads: enough to import the mended file with it. */
async function writeRejects(path: string, rejects: Rejects): Promise<void> {
  const rows = rejects.map((reject) => ({
    line: reject.line ?? 0,
    fault: reject.fault,
    fields: JSON.parse(reject.raw) as Record<string, string>,
  }));
  const columns = [...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))];
  const file = createRejectFile(path, { columns, delimiter: ";" });
  await file.write(
    rows.map(({ line, fault, fields }) => ({
      line,
      fault,
      cells: columns.map((name) => fields[name] ?? ""),
    })),
  );
  await file.close();
}

async function mustBeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() !== true) throw unreadable(path, "there is no such folder");
}

function unreadable(path: string, reason: string): Fault {
  return new Fault(
    "file_unreadable",
    `The folder ${path} can't be watched (${reason}). Make it, or choose another one; the console then goes on by itself.`,
    { path },
  );
}

/** A name that nothing has yet: files of the same name come every day. */
async function freePath(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem}-${number}${ext}`);
    if ((await stat(path).catch(() => null)) === null) return path;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A folder in which files arrive that are imported by themselves, with a mapping that somebody keeps. */
import { z } from "zod";
import { faultSchema } from "../faults.ts";

/** In the place of a person's name on imports that nobody began. */
export const byWatchedFolder = "watched-folder";

/** Folders within a watched one, for the files that were dealt with. */
export const doneFolder = "done";
export const failedFolder = "failed";

export const watchedFolderSchema = z.object({
  id: z.uuid(),
  path: z.string().trim().min(1).max(1_000),
  /** Name of the kept mapping. */
  mappingName: z.string().min(1).max(80),
  enabled: z.boolean(),
});
export type WatchedFolder = z.infer<typeof watchedFolderSchema>;

export const watchedFolderDraftSchema = watchedFolderSchema.partial({ id: true });
export type WatchedFolderDraft = z.infer<typeof watchedFolderDraftSchema>;

/** How a watched folder fares since the console was started. */
export const folderHealthSchema = z.object({
  /** The last file that was imported, and when, ms since 1970 UTC. */
  lastDone: z.object({ fileName: z.string(), atMs: z.number(), rejectedRows: z.number() }).nullable(),
  /** What went wrong last; `fileName` is null where it is the folder itself. */
  lastFailure: z.object({ fileName: z.string().nullable(), atMs: z.number(), fault: faultSchema }).nullable(),
  /** The file that is being imported. */
  atWorkOn: z.string().nullable(),
});
export type FolderHealth = z.infer<typeof folderHealthSchema>;

export type FolderState = "off" | "waiting" | "working" | "failing";

/** `failing`: the last thing that happened was a failure. */
export function folderState({ enabled }: Pick<WatchedFolder, "enabled">, health: FolderHealth): FolderState {
  if (!enabled) return "off";
  if (health.atWorkOn !== null) return "working";
  const { lastDone, lastFailure } = health;
  return lastFailure !== null && lastFailure.atMs >= (lastDone?.atMs ?? 0) ? "failing" : "waiting";
}

/** Whether a file in a watched folder is one to import, by its name. */
export function isTableName(fileName: string): boolean {
  if (fileName.startsWith(".") || fileName.startsWith("~$")) return false;
  if (/\.rejects(?:-\d+)?\.csv$/i.test(fileName)) return false;
  return /\.(?:csv|tsv|txt|xlsx)(?:\.(?:gz|xz))?$/i.test(fileName);
}

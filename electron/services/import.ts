/** Imports: a file comes in, its columns are understood, and its rows become events. */
import type {
  FolderView,
  ImportPreview,
  JobView,
  SavedMapping,
  TableView,
} from "../../shared/contract/import.ts";
import type { ColumnFacts } from "../../shared/domain/import-column.ts";
import { guessPlan } from "../../shared/domain/import-guess.ts";
import type { ImportJob } from "../../shared/domain/import-job.ts";
import type { Mapping } from "../../shared/domain/import-mapping.ts";
import type { ImportPlan } from "../../shared/domain/import-plan.ts";
import type { Reject } from "../../shared/domain/reject.ts";
import type { Store } from "../store/store.ts";
import type { ImportJobs } from "./import-job.ts";
import type { Mending } from "./import-mend.ts";
import type { ImportReader, PreviewedRow } from "./import-reader.ts";
import type { Uploads } from "./import-upload.ts";
import type { WatchedFolders } from "./watched-folder.ts";

/** Rows by which a table is judged. */
const judgedRows = 300;
/** Rows that are shown. */
const shownRows = 20;
/** What a town hall in France has; each file may say another. */
const usualTimeZone = "Europe/Paris";

export interface ImportService extends Pick<Mending, "mend" | "replay" | "dismiss"> {
  announce: Uploads["announce"];
  discard(fileId: string): void;
  look(fileId: string, choice: NonNullable<Mapping["file"]>): Promise<TableView>;
  preview(fileId: string, mapping: unknown): Promise<ImportPreview>;
  start(fileId: string, kind: ImportJob["kind"], mapping: unknown): Promise<JobView>;
  stop(jobId: string): Promise<JobView>;
  resume(jobId: string): Promise<JobView>;
  forget(jobId: string): Promise<void>;
  watch(
    signal: AbortSignal | undefined,
  ): AsyncGenerator<{ jobs: JobView[]; folders: FolderView[] }, void, void>;
  putFolder: WatchedFolders["put"];
  removeFolder: WatchedFolders["remove"];
  mappings(): Promise<SavedMapping[]>;
  saveMapping(mapping: unknown, plan: ImportPlan | null): Promise<SavedMapping[]>;
  removeMapping(name: string): Promise<SavedMapping[]>;
  rejects(jobId: string | null, limit: number): Promise<{ total: number; rejects: Reject[] }>;
}

export interface ImportParts {
  readonly store: Store;
  readonly reader: ImportReader;
  readonly uploads: Uploads;
  readonly jobs: ImportJobs;
  readonly mending: Mending;
  readonly folders: WatchedFolders;
  /** Whose name goes on an import. */
  operator(): string;
}

/** What a mapping is called in messages about it. */
const inTheAssistant = "mapping";

/** Makes the service. */
export function createImports(parts: ImportParts): ImportService {
  const { store, reader, uploads, jobs, mending, folders } = parts;

  async function fitting(columns: readonly string[]): Promise<TableView["fitting"]> {
    const fits = (mapping: Mapping) => reader.columnsOf(mapping).every((name) => columns.includes(name));
    const saved = (await store.importMappings()).map(({ mapping }) => mapping);
    return [
      ...saved.filter(fits).map((mapping) => ({ kind: "saved", mapping }) as const),
      ...reader.presets.filter(fits).map((mapping) => ({ kind: "preset", mapping }) as const),
    ];
  }

  return {
    announce: uploads.announce,
    discard: uploads.discard,
    async look(fileId, choice) {
      const { path, fileName } = uploads.find(fileId);
      const look = await reader.look(path, choice, judgedRows);
      const context = { fileName, directory: await store.directory(), timeZone: usualTimeZone };
      return {
        kind: look.kind,
        encoding: look.encoding,
        delimiter: look.delimiter,
        sheets: [...look.sheets],
        sheet: look.sheet,
        facts: look.facts.map((fact) => ({ ...fact, texts: fact.isPersonal ? [] : [...fact.texts] })),
        rows: look.rows.slice(0, shownRows).map((row) => withoutPersons(row, look.facts)),
        plan: guessPlan(look.facts, look.rows, context),
        fitting: await fitting(look.facts.map(({ name }) => name)),
      };
    },
    async preview(fileId, json) {
      const { path } = uploads.find(fileId);
      const mapping = reader.checkMapping(json, inTheAssistant);
      const rows = await reader.preview(path, mapping, judgedRows);
      return { columns: [...reader.columnsOf(mapping)], ...previewOf(rows) };
    },
    async start(fileId, kind, json) {
      const { path, fileName } = uploads.find(fileId);
      const mapping = reader.checkMapping(json, inTheAssistant);
      return jobs.start({ kind, path, fileName, mapping, by: parts.operator(), contentHash: null });
    },
    stop: jobs.stop,
    resume: jobs.resume,
    async forget(jobId) {
      const needed = new Set(await jobs.neededPaths());
      await jobs.forget(jobId);
      for (const path of await jobs.neededPaths()) needed.delete(path);
      for (const path of needed) uploads.remove(path);
    },
    async *watch(signal) {
      for await (const all of jobs.watch(signal)) yield { jobs: all, folders: folders.list() };
    },
    putFolder: folders.put,
    removeFolder: folders.remove,
    mappings: async () => (await store.importMappings()).map(toSaved),
    async saveMapping(json, plan) {
      await store.putImportMapping({ mapping: reader.checkMapping(json, inTheAssistant), plan });
      return (await store.importMappings()).map(toSaved);
    },
    async removeMapping(name) {
      await store.removeImportMapping(name);
      return (await store.importMappings()).map(toSaved);
    },
    async rejects(jobId, limit) {
      if (jobId === null) return store.rejects(limit);
      return {
        total: await store.rejectCount(jobId),
        rejects: await store.rejectsAfter(0, jobId, limit),
      };
    },
    async mend(rejectId, mended) {
      const outcome = await mending.mend(rejectId, mended);
      jobs.touch();
      return outcome;
    },
    async replay(jobId) {
      const counts = await mending.replay(jobId);
      jobs.touch();
      return counts;
    },
    async dismiss(rejectId) {
      await mending.dismiss(rejectId);
      jobs.touch();
    },
  };
}

function toSaved({ mapping, plan }: SavedMapping): SavedMapping {
  return { mapping, plan };
}

function withoutPersons(row: readonly string[], facts: readonly ColumnFacts[]): string[] {
  return facts.map(({ isPersonal }, index) => (isPersonal ? "" : (row[index] ?? "")));
}

function previewOf(rows: readonly PreviewedRow[]): Omit<ImportPreview, "columns"> {
  const count = (kind: PreviewedRow["result"]["kind"]) =>
    rows.filter(({ result }) => result.kind === kind).length;
  return {
    counts: {
      rows: rows.length,
      events: count("events"),
      ignored: count("ignored"),
      rejected: count("rejected"),
    },
    rows: rows.slice(0, shownRows).map(({ line, result }) => ({
      line,
      result:
        result.kind === "events"
          ? {
              kind: "events",
              events: result.events.map(({ type, time, subject, data }) => ({ type, time, subject, data })),
            }
          : result,
    })),
  };
}

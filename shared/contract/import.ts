/** Imports: files that are brought in, what their columns mean, and the rows that did not fit. */
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { eventTypes } from "../domain/event.ts";
import { importJobSchema } from "../domain/import-job.ts";
import { mappingSchema } from "../domain/import-mapping.ts";
import { importPlanSchema } from "../domain/import-plan.ts";
import { rejectSchema } from "../domain/reject.ts";
import {
  folderHealthSchema,
  watchedFolderDraftSchema,
  watchedFolderSchema,
} from "../domain/watched-folder.ts";
import { faultSchema } from "../faults.ts";
import { procedure } from "./procedure.ts";

/** How a file is to be read; what is left out is guessed. */
const choiceSchema = mappingSchema.shape.file.unwrap();

const columnFactsSchema = z.object({
  name: z.string(),
  kind: z.enum(["dateTime", "date", "time", "number", "text", "empty"]),
  format: z.string(),
  /** Empty for a column about the person. */
  texts: z.array(z.object({ text: z.string(), count: z.number() })),
  isPersonal: z.boolean(),
});

export const tableViewSchema = z.object({
  kind: z.enum(["text", "workbook"]),
  encoding: z.string(),
  delimiter: z.enum([",", ";", "|", "tab"]),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  facts: z.array(columnFactsSchema),
  /** The first rows; cells about the person are left out. */
  rows: z.array(z.array(z.string())),
  /** What the columns seem to mean. */
  plan: importPlanSchema,
  /** Mappings whose columns are all there. */
  fitting: z.array(z.object({ kind: z.enum(["preset", "saved"]), mapping: mappingSchema })),
});
export type TableView = z.infer<typeof tableViewSchema>;

export const savedMappingSchema = z.object({
  mapping: mappingSchema,
  /** How it was said in the assistant; null where the mapping file was written by hand. */
  plan: importPlanSchema.nullable(),
});
export type SavedMapping = z.infer<typeof savedMappingSchema>;

const previewedEventSchema = z.object({
  type: z.enum(eventTypes),
  /** RFC 3339, offset kept. */
  time: z.string(),
  subject: z.string(),
  data: z.record(z.string(), z.unknown()),
});

export const previewSchema = z.object({
  /** Columns that the mapping reads. */
  columns: z.array(z.string()),
  /** Of the rows looked at, how many become events, are left out, or do not fit. */
  counts: z.object({ rows: z.number(), events: z.number(), ignored: z.number(), rejected: z.number() }),
  rows: z.array(
    z.object({
      line: z.number(),
      result: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("events"), events: z.array(previewedEventSchema) }),
        z.object({ kind: z.literal("ignored"), rule: z.string() }),
        z.object({ kind: z.literal("rejected"), fault: faultSchema }),
      ]),
    }),
  ),
});
export type ImportPreview = z.infer<typeof previewSchema>;

export const jobViewSchema = importJobSchema.extend({
  /** Seconds until the end at the pace so far; null where that is not known. */
  restSeconds: z.number().nullable(),
  /** Rejected rows that nobody has dealt with yet. */
  openRejects: z.number(),
  /** Whether it can go on: it was stopped, and its file is still there. */
  canResume: z.boolean(),
});
export type JobView = z.infer<typeof jobViewSchema>;

export const folderViewSchema = z.object({ folder: watchedFolderSchema, health: folderHealthSchema });
export type FolderView = z.infer<typeof folderViewSchema>;

/** `mended`: its events are in the log, and the reject is gone; `still_rejected`: it stays, with what is wrong now. */
export const mendOutcomeSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("mended") }),
  z.object({ outcome: z.literal("still_rejected"), fault: faultSchema }),
]);
export type MendOutcome = z.infer<typeof mendOutcomeSchema>;

const oneFile = z.object({ fileId: z.uuid() });
const oneJob = z.object({ jobId: z.uuid() });
const oneReject = z.object({ rejectId: z.int() });

/** Longest name of a file, and longest text of a mended reject, in characters. */
const longestName = 255;
const longestRaw = 1_000_000;

export const importContract = {
  /** Announces a file; its bytes follow in parts, by POST to `/imports/ID?offset=N`. */
  announce: procedure
    .input(z.object({ fileName: z.string().trim().min(1).max(longestName), bytes: z.int().min(0) }))
    .output(z.object({ fileId: z.uuid(), partBytes: z.int() })),
  /** Forgets a file that is not to be imported after all. */
  discard: procedure.input(oneFile),
  look: procedure.input(oneFile.extend({ choice: choiceSchema })).output(tableViewSchema),
  preview: procedure.input(oneFile.extend({ mapping: z.unknown() })).output(previewSchema),
  /** Begins an import, or a trial that writes nothing. */
  start: procedure
    .input(oneFile.extend({ kind: z.enum(["import", "trial"]), mapping: z.unknown() }))
    .output(jobViewSchema),
  stop: procedure.input(oneJob).output(jobViewSchema),
  resume: procedure.input(oneJob).output(jobViewSchema),
  /** Takes an import that is not at work off the list, with its file. What it brought in stays. */
  forget: procedure.input(oneJob),
  /** All imports, the newest first, and the watched folders; again whenever one of them has changed. */
  watch: procedure.output(
    eventIterator(z.object({ jobs: z.array(jobViewSchema), folders: z.array(folderViewSchema) })),
  ),
  /** Watches a folder, or changes how; from then on each file in it is imported by itself. */
  putFolder: procedure.input(watchedFolderDraftSchema).output(z.array(folderViewSchema)),
  removeFolder: procedure.input(z.object({ id: z.uuid() })).output(z.array(folderViewSchema)),
  mappings: procedure.output(z.array(savedMappingSchema)),
  /** Keeps a mapping under its name, in place of one of that name. */
  saveMapping: procedure
    .input(z.object({ mapping: z.unknown(), plan: importPlanSchema.nullable() }))
    .output(z.array(savedMappingSchema)),
  removeMapping: procedure.input(z.object({ name: z.string() })).output(z.array(savedMappingSchema)),
  /** What could not be taken in, the newest first; of one import, in the order of its lines. */
  rejects: procedure
    .input(z.object({ jobId: z.uuid().nullable(), limit: z.int().min(1).max(1_000) }))
    .output(z.object({ total: z.number(), rejects: z.array(rejectSchema) })),
  /** Tries a mended reject again: the cells of a row by column, or an event as JSON. */
  mend: procedure
    .input(
      oneReject.extend({
        mended: z.union([
          z.object({ fields: z.record(z.string(), z.string().max(longestRaw)) }),
          z.object({ event: z.string().max(longestRaw) }),
        ]),
      }),
    )
    .output(mendOutcomeSchema),
  /** Tries every reject again as it is: those of one import, or all. */
  replay: procedure
    .input(z.object({ jobId: z.uuid().nullable() }))
    .output(z.object({ mended: z.number(), stillRejected: z.number() })),
  /** Takes a reject off the list for good. */
  dismiss: procedure.input(oneReject),
};

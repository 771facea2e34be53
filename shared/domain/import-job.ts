/** One import of one file: what it was to do, how far it is, and what became of each row. */
import { z } from "zod";
import { faultSchema } from "../faults.ts";

/** Why rows were rejected: one entry for each kind of reason, with the first row that had it. */
export const rejectReasonSchema = z.object({
  fault: faultSchema,
  /** Line of the first row that was rejected for it, from 1. */
  line: z.number(),
  rows: z.number(),
});
export type RejectReason = z.infer<typeof rejectReasonSchema>;

/** `rows` = `importedRows` + `ignoredRows` + `rejectedRows`, always. */
export const importCountsSchema = z.object({
  /** Rows read so far; an import that goes on begins after them. */
  rows: z.number(),
  importedRows: z.number(),
  ignoredRows: z.number(),
  rejectedRows: z.number(),
  events: z.object({
    received: z.number(),
    accepted: z.number(),
    duplicates: z.number(),
    /** Those that contradict an event of the same id that is in the log already. */
    rejected: z.number(),
  }),
  /** How many rows each rule ignored. */
  ignored: z.record(z.string(), z.number()),
  /** How many rows each repair changed. */
  repairedRows: z.record(z.string(), z.number()),
  reasons: z.array(rejectReasonSchema),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

/** So many kinds of reasons are told apart. */
const mostReasons = 30;

/** Before the first row. */
export const noCounts: ImportCounts = {
  rows: 0,
  importedRows: 0,
  ignoredRows: 0,
  rejectedRows: 0,
  events: { received: 0, accepted: 0, duplicates: 0, rejected: 0 },
  ignored: {},
  repairedRows: {},
  reasons: [],
};

/** The reasons with one more rejected row. Rows are of one kind where code, field and problem are the same. */
export function withReason(
  reasons: readonly RejectReason[],
  row: { readonly line: number; readonly fault: RejectReason["fault"] },
): RejectReason[] {
  const { code, data } = row.fault;
  const index = reasons.findIndex(
    ({ fault }) =>
      fault.code === code &&
      fault.data["field"] === data["field"] &&
      fault.data["problem"] === data["problem"],
  );
  const known = reasons[index];
  if (known !== undefined) return reasons.with(index, { ...known, rows: known.rows + 1 });
  return reasons.length >= mostReasons ? [...reasons] : [...reasons, { ...row, rows: 1 }];
}

/**
 * - `waiting`: another import is at work
 * - `stopped`: by a person; can go on
 * - `interrupted`: the console was closed; can go on
 * - `failed`: can go on where the file is still there
 */
export const importStateSchema = z.enum(["waiting", "running", "stopped", "interrupted", "done", "failed"]);
export type ImportState = z.infer<typeof importStateSchema>;

export const importJobSchema = z.object({
  id: z.string(),
  /** `trial`: reads the whole file, and writes nothing. */
  kind: z.enum(["import", "trial"]),
  fileName: z.string(),
  mappingName: z.string(),
  /** Who began it; the watched folder where nobody did. */
  by: z.string(),
  state: importStateSchema,
  startedAtMs: z.number(),
  endedAtMs: z.number().nullable(),
  /** Of the file, decompressed; 0 until it was opened. */
  totalBytes: z.number(),
  readBytes: z.number(),
  counts: importCountsSchema,
  /** What stopped a `failed` import. */
  fault: faultSchema.nullable(),
});
export type ImportJob = z.infer<typeof importJobSchema>;

/** Whether an import is at work or about to be. */
export function isActive({ state }: Pick<ImportJob, "state">): boolean {
  return state === "waiting" || state === "running";
}

/** Whether an import that is not at work can go on where it was. */
export function canResume({ state }: Pick<ImportJob, "state">): boolean {
  return state === "stopped" || state === "interrupted" || state === "failed";
}

/**
 * Seconds until the end at the pace so far; null while too little is known.
 *
 * @param readBytes bytes read in this run
 * @param elapsedMs time that this run has taken
 */
export function restSeconds(readBytes: number, bytesToGo: number, elapsedMs: number): number | null {
  if (readBytes <= 0 || elapsedMs < 1_000) return null;
  return Math.ceil((bytesToGo * elapsedMs) / readBytes / 1_000);
}

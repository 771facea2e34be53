/**
 * The queue of a ZMS scope as its API gives it. Only what is named here passes; whatever else a
 * version of ZMS puts into a row ends at this border.
 */
import { z } from "zod";
import { Fault } from "../../../shared/faults.ts";

export const zmsStatuses = [
  "confirmed",
  "reserved",
  "preconfirmed",
  "queued",
  "blocked",
  "called",
  "deleted",
  "processing",
  "pending",
  "pickup",
  "finished",
  "fake",
  "missed",
  "parked",
] as const;
export type ZmsStatus = (typeof zmsStatuses)[number];

/** Numbers come as numbers, as text, or not at all. */
const count = z
  .union([z.number().nonnegative(), z.string().regex(/^\d{1,12}$/)])
  .nullish()
  .transform((value) => Number(value ?? 0));

/** Minutes, or `H:MM:SS`; in seconds. */
const duration = z
  .union([z.number().nonnegative(), z.string().regex(/^\d{1,6}(?:\.\d+)?$|^\d{1,4}:\d{2}:\d{2}$/)])
  .nullish()
  .transform((value) => {
    if (typeof value !== "string" || !value.includes(":")) return Number(value ?? 0) * 60;
    const [hours = 0, minutes = 0, seconds = 0] = value.split(":").map(Number);
    return (hours * 60 + minutes) * 60 + seconds;
  });

const rowSchema = z
  .object({
    number: z.union([z.int(), z.string().trim().min(1).max(32)]).transform(String),
    displayNumber: z
      .union([z.int(), z.string().trim().max(32)])
      .nullish()
      .transform((value) => (value === null || value === undefined || value === "" ? null : String(value))),
    status: z.enum(zmsStatuses),
    arrivalTime: count,
    callTime: count,
    lastCallTime: count,
    callCount: count,
    waitingTime: duration,
    wayTime: duration,
    withAppointment: z
      .union([z.boolean(), z.number(), z.enum(["0", "1", ""])])
      .nullish()
      .transform((value) => value === true || value === 1 || value === "1"),
    priority: count,
  })
  .transform(({ waitingTime, wayTime, ...row }) => ({
    ...row,
    waitingSeconds: waitingTime,
    waySeconds: wayTime,
  }));
/** One person in the queue, or one who was; times in seconds since 1970 UTC, 0 where there is none. */
export type ZmsRow = z.output<typeof rowSchema>;

/** A row that could not be read, with what may be kept of it. */
export interface UnreadableRow {
  readonly fault: Fault;
  readonly raw: string;
}

export interface ZmsQueue {
  /** What their clock showed when they answered, ms since 1970 UTC; null where they did not say. */
  readonly atMs: number | null;
  /** Without the invented row by which ZMS reckons the next person's wait. */
  readonly rows: readonly ZmsRow[];
  readonly unreadable: readonly UnreadableRow[];
}

const answerSchema = z.object({
  meta: z.object({
    error: z.boolean().optional(),
    generated: z.iso.datetime({ offset: true }).optional().catch(undefined),
  }),
  // An empty list is written as a list, a full one often as an object with numbers as names.
  data: z.union([z.array(z.unknown()), z.record(z.string().regex(/^\d+$/), z.unknown())]),
});

/**
 * Reads the answer to `GET /scope/ID/queue/`.
 *
 * @throws Fault `source_unreachable` where it is not the answer of a ZMS
 */
export function readQueue(body: unknown): ZmsQueue {
  const { success, data: answer } = answerSchema.safeParse(body);
  if (!success || answer.meta.error === true) {
    throw new Fault(
      "source_unreachable",
      "The answer is not a queue of ZMS. What was taken in stays as it is. Check that the address ends where the API begins, and the scope.",
      { reason: "not_understood" },
    );
  }
  const rows: ZmsRow[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const entry of Object.values(answer.data)) {
    const { success: isRow, data: row, error } = rowSchema.safeParse(entry);
    if (!isRow) unreadable.push(unreadableRow(entry, error));
    else if (row.status !== "fake") rows.push(row);
  }
  const { generated } = answer.meta;
  return { atMs: generated === undefined ? null : Date.parse(generated), rows, unreadable };
}

function unreadableRow(entry: unknown, error: z.ZodError): UnreadableRow {
  const issue = error.issues[0];
  const field = String(issue?.path[0] ?? "");
  const fault = new Fault(
    "invalid_input",
    `${field === "" ? "row" : field}: ${issue?.message ?? "not valid"}.`,
    {
      field,
    },
  );
  return { fault, raw: rowForReject(entry) };
}

const plainFields = ["number", "status", "arrivalTime", "callTime", "callCount", "withAppointment"];

function rowForReject(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return `"(${entry === null ? "null" : typeof entry})"`;
  const fields = entry as Readonly<Record<string, unknown>>;
  const kept = plainFields.flatMap((name) => {
    const value = fields[name];
    const isPlain =
      typeof value === "number" || typeof value === "boolean" || /^[\w.-]{1,32}$/.test(String(value));
    return isPlain ? [[name, value]] : Object.hasOwn(fields, name) ? [[name, `(${typeof value})`]] : [];
  });
  return JSON.stringify(Object.fromEntries(kept));
}

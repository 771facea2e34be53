/**
 * The mapping file: how the columns of a table become events. Documented in docs/import.md.
 *
 * It is data, not code: a closed list of rules, so that a mapping can be read, checked and passed
 * on without running anything.
 */
import { z } from "zod";

/** Event types that a row of a file can tell. */
export const mappedEventTypes = [
  "case.arrived",
  "case.queued",
  "case.called",
  "case.recalled",
  "case.started",
  "case.held",
  "case.resumed",
  "case.transferred",
  "case.completed",
  "case.no_show",
  "case.abandoned",
  "case.cancelled",
  "agent.signed_in",
  "agent.state_changed",
  "agent.signed_out",
  "feedback.given",
  "reply.sent",
  "queue.observed",
] as const;
export type MappedEventType = (typeof mappedEventTypes)[number];

/** A text with `{column}` in it, or the same with a table of replacements and words for "nothing". */
const valueSchema = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    /** What to write instead of a text; a text that is not listed stays as it is. */
    values: z.record(z.string(), z.string()).optional(),
    /** Texts that mean "nothing here". */
    empty: z.array(z.string()).optional(),
  }),
]);
export type Value = z.infer<typeof valueSchema>;

export type Condition =
  | { readonly column: string; readonly is: string | readonly string[] }
  | { readonly column: string; readonly isNot: string | readonly string[] }
  | { readonly column: string; readonly above: number }
  | { readonly column: string; readonly below: number }
  | { readonly time: string; readonly known: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const texts = z.union([z.string(), z.array(z.string()).min(1)]);
const conditionSchema: z.ZodType<Condition> = z.union([
  z.strictObject({ column: z.string(), is: texts }),
  z.strictObject({ column: z.string(), isNot: texts }),
  z.strictObject({ column: z.string(), above: z.number() }),
  z.strictObject({ column: z.string(), below: z.number() }),
  z.strictObject({ time: z.string(), known: z.boolean() }),
  z.strictObject({ all: z.array(z.lazy(() => conditionSchema)).min(1) }),
  z.strictObject({ any: z.array(z.lazy(() => conditionSchema)).min(1) }),
  z.strictObject({ not: z.lazy(() => conditionSchema) }),
]);

const names = z.union([z.string(), z.array(z.string()).min(1)]);

const timeSchema = z.strictObject({
  /** Date and time parts, put together: `{date} {time}`. */
  text: z.string().min(1),
  /** How to read the text: YYYY YY MM DD HH mm ss SSS Z, anything else stands for itself. */
  format: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  /** Texts that mean "no such time", unless the condition shows that the time is real. */
  none: z.strictObject({ values: z.array(z.string()).min(1), unless: conditionSchema.optional() }).optional(),
  /** Another time (the first known one): where the text has no date, the day that lies nearest to it. */
  near: names.optional(),
});
export type TimeRule = z.infer<typeof timeSchema>;

const fieldSchema = z.union([valueSchema, z.number(), z.boolean(), z.strictObject({ time: z.string() })]);
export type FieldValue = z.infer<typeof fieldSchema>;

const eventSchema = z.strictObject({
  type: z.enum(mappedEventTypes),
  /** The time of the event: the first of these that is known. */
  at: names,
  /** Ending of the event's id; the last word of the type where it is left out. */
  id: z.string().min(1).max(60).optional(),
  where: conditionSchema.optional(),
  /** Instead of the mapping's subject. */
  subject: valueSchema.optional(),
  data: z.record(z.string(), fieldSchema).optional(),
});
export type EventRule = z.infer<typeof eventSchema>;

const timeZoneSchema = z
  .string()
  .refine(isTimeZone, "not a time zone of the IANA list, such as Europe/Paris");

export const mappingSchema = z.strictObject({
  name: z.string().min(1).max(80),
  description: z.string().optional(),
  /** The events' `source`; together with their ids it makes a second import harmless. */
  source: z.string().min(1).max(200),
  file: z
    .strictObject({
      delimiter: z.enum([",", ";", "|", "tab"]).optional(),
      encoding: z.string().min(1).max(40).optional(),
      /** Of a workbook, the sheet to read; the first one where it is left out. */
      sheet: z.string().min(1).max(31).optional(),
    })
    .optional(),
  timeZone: timeZoneSchema,
  site: valueSchema.optional(),
  siteName: valueSchema.optional(),
  service: valueSchema.optional(),
  serviceName: valueSchema.optional(),
  channel: valueSchema.optional(),
  /** The case, queue or agent that the row is about. */
  subject: valueSchema,
  /** What is unique to the row, whatever its place in the file; the subject where it is left out. */
  id: valueSchema.optional(),
  repairs: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(80),
        column: z.string(),
        values: z.record(z.string(), z.string()),
      }),
    )
    .optional(),
  ignore: z.array(z.strictObject({ name: z.string().min(1).max(80), where: conditionSchema })).optional(),
  times: z.record(z.string(), timeSchema),
  events: z.array(eventSchema).min(1),
});
export type Mapping = z.infer<typeof mappingSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

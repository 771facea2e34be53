/**
 * The mapping file: how the columns of a table become events. Documented in docs/import.md.
 *
 * It is data, not code: a closed list of rules, so that a mapping can be read, checked and passed
 * on without running anything.
 */
import { z } from "zod";
import { eventDataSchemas } from "../../../shared/domain/event.ts";
import { Fault } from "../../../shared/faults.ts";

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

const mappingSchema = z.strictObject({
  name: z.string().min(1).max(80),
  description: z.string().optional(),
  /** The events' `source`; together with their ids it makes a second import harmless. */
  source: z.string().min(1).max(200),
  file: z
    .strictObject({
      delimiter: z.enum([",", ";", "|", "tab"]).optional(),
      encoding: z
        .string()
        .refine(isEncoding, "not an encoding that can be read, such as windows-1252")
        .optional(),
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

/**
 * Reads a mapping.
 *
 * @param from what the mapping is called in messages: its file or preset
 * @throws Fault `mapping_invalid`, which names the place in the mapping
 */
export function readMapping(json: unknown, from: string): Mapping {
  const parsed = mappingSchema.safeParse(json);
  if (!parsed.success) {
    const [path, message] = deepestIssue(parsed.error.issues[0], []);
    throw mappingFault(from, path, message);
  }
  for (const [path, message] of danglingNames(parsed.data)) throw mappingFault(from, path, message);
  return parsed.data;
}

/** Fault `mapping_invalid` at a place of the mapping. */
export function mappingFault(from: string, path: string, message: string): Fault {
  return new Fault(
    "mapping_invalid",
    `${from}: ${path === "" ? "the mapping" : path}: ${message}. Nothing was imported; mend the mapping and import again.`,
    { path },
  );
}

/** Names of times and payload fields that lead nowhere. */
function* danglingNames(mapping: Mapping): Generator<[string, string]> {
  const known = Object.keys(mapping.times);
  const unknown = (name: string, among: readonly string[]) =>
    `there is no time "${name}" here; known: ${among.length === 0 ? "none" : among.join(", ")}`;
  for (const [index, [name, rule]] of Object.entries(mapping.times).entries()) {
    for (const other of asList(rule.near ?? [])) {
      if (known.indexOf(other) >= 0 && known.indexOf(other) < index) continue;
      yield [`times.${name}.near`, unknown(other, known.slice(0, index))];
    }
    for (const other of timesOf(rule.none?.unless)) yield [`times.${name}.none.unless`, unknown(other, [])];
  }
  for (const [index, rule] of (mapping.ignore ?? []).entries()) {
    for (const other of timesOf(rule.where)) {
      if (!known.includes(other)) yield [`ignore.${index}.where`, unknown(other, known)];
    }
  }
  for (const [index, event] of mapping.events.entries()) {
    for (const other of [...asList(event.at), ...timesOf(event.where)]) {
      if (!known.includes(other)) yield [`events.${index}`, unknown(other, known)];
    }
    for (const [field, value] of Object.entries(event.data ?? {})) {
      const fields = Object.keys(eventDataSchemas[event.type].shape);
      const place = `events.${index}.data.${field}`;
      if (!fields.includes(field)) {
        yield [
          place,
          `${event.type} has no such field; it has ${fields.length === 0 ? "none" : fields.join(", ")}`,
        ];
      }
      if (typeof value === "object" && "time" in value && !known.includes(value.time)) {
        yield [place, unknown(value.time, known)];
      }
    }
  }
}

function timesOf(condition: Condition | undefined): string[] {
  if (condition === undefined) return [];
  if ("time" in condition) return [condition.time];
  if ("all" in condition) return condition.all.flatMap(timesOf);
  if ("any" in condition) return condition.any.flatMap(timesOf);
  return "not" in condition ? timesOf(condition.not) : [];
}

/** In a choice of forms, the form is meant that fits but for one thing; what is wrong there is told. */
function deepestIssue(issue: z.core.$ZodIssue | undefined, above: readonly PropertyKey[]): [string, string] {
  if (issue === undefined) return ["", "not a mapping"];
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [path.join("."), issue.message];
  const meant = issue.errors.find((errors) => errors.length === 1 && errors[0] && isInside(errors[0]));
  if (meant !== undefined) return deepestIssue(meant[0], path);
  return [path.join("."), "not one of the forms that docs/import.md lists"];
}

/** Whether an issue lies within a form whose keys are there. */
function isInside(issue: z.core.$ZodIssue): boolean {
  const isMissing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  return issue.path.length > 0 && issue.code !== "unrecognized_keys" && !isMissing;
}

export function asList(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined;
  } catch {
    return false;
  }
}

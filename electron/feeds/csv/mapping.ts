/** Reads mapping files, and says what is wrong with one and where. */
import type { z } from "zod";
import { eventDataSchemas } from "../../../shared/domain/event.ts";
import { type Condition, type Mapping, mappingSchema } from "../../../shared/domain/import-mapping.ts";
import { Fault } from "../../../shared/faults.ts";

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
  const { encoding } = parsed.data.file ?? {};
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw mappingFault(from, "file.encoding", "not an encoding that can be read, such as windows-1252");
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

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined;
  } catch {
    return false;
  }
}

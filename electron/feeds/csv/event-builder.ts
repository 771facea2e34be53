/** One event rule of a mapping, compiled: from a row's cells and times to an event. */
import type { z } from "zod";
import { type EventType, eventDataSchemas, type VigieEvent } from "../../../shared/domain/event.ts";
import type { EventRule, FieldValue, Mapping } from "../../../shared/domain/import-mapping.ts";
import { withMaskedWords } from "../../../shared/domain/mask-event.ts";
import { rowFault } from "../../../shared/domain/row-problem.ts";
import { asList, mappingFault } from "./mapping.ts";
import { firstKnown, type TimeReader } from "./time-reader.ts";
import { compileCondition, compileValue, type Holds, type ReadText, type Scope } from "./value.ts";

/** Distinct texts of a field that are remembered as checked. */
const rememberedTexts = 20_000;

export interface EventBuilder {
  /** Whether the rule applies to the row. */
  readonly applies: Holds;
  /**
   * @param subject the row's subject, already checked
   * @param id the row's id, already checked
   * @throws Fault `invalid_input`, naming the field that the row does not fill
   */
  build(cells: readonly string[], subject: string, id: string): VigieEvent;
}

interface Field {
  readonly name: string;
  readonly required: boolean;
  /** Undefined where the row says nothing. */
  read(cells: readonly string[]): unknown;
}

/** @throws Fault `mapping_invalid` */
export function compileEvent(scope: Scope, mapping: Mapping, place: number, times: TimeReader): EventBuilder {
  const rule = mapping.events[place];
  if (rule === undefined) throw new Error(`there is no event rule ${place}`);
  const path = `events.${place}`;
  const { type } = rule;
  const { source } = mapping;
  const instants = asList(rule.at).map((name) => scope.times.indexOf(name));
  const ending = rule.id ?? type.slice(type.indexOf(".") + 1);
  const ownSubject = rule.subject === undefined ? null : compileValue(scope, rule.subject, `${path}.subject`);
  const fields = compileFields(scope, mapping, rule, path, times);
  const noData = fields.length === 0 ? {} : null;

  return {
    applies: rule.where === undefined ? () => true : compileCondition(scope, rule.where, `${path}.where`),
    build(cells, subject, id) {
      const at = firstKnown(instants, times.instants);
      if (at < 0) {
        const message = `${type} needs a time, but the row has no ${asList(rule.at).join(" or ")}.`;
        throw rowFault("missing", message, { field: asList(rule.at)[0] ?? "at" });
      }
      return withMaskedWords({
        id: `${id}/${ending}`,
        source,
        type,
        subject: ownSubject === null ? subject : checkedKey(ownSubject(cells), "subject"),
        time: times.text(at),
        atMs: times.instants[at] ?? Number.NaN,
        data: noData ?? readData(fields, cells, type),
      } as VigieEvent);
    },
  };
}

function readData(
  fields: readonly Field[],
  cells: readonly string[],
  type: EventType,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const value = field.read(cells);
    if (value !== undefined) data[field.name] = value;
    else if (field.required) {
      throw rowFault("missing", `${type} needs ${field.name}, but the row leaves it empty.`, {
        field: field.name,
      });
    }
  }
  return data;
}

/** The rule's own fields, and of the mapping's site, service and channel those that the type needs. */
function compileFields(
  scope: Scope,
  mapping: Mapping,
  rule: EventRule,
  path: string,
  times: TimeReader,
): Field[] {
  const shape: Readonly<Record<string, z.ZodType>> = eventDataSchemas[rule.type].shape;
  const given = rule.data ?? {};
  return Object.entries(shape).flatMap(([name, schema]) => {
    const required = !schema.safeParse(undefined).success;
    const common = name === "site" || name === "service" || name === "channel" ? mapping[name] : undefined;
    const value = given[name] ?? (required ? common : undefined);
    const fieldPath = given[name] === undefined ? name : `${path}.data.${name}`;
    if (value === undefined) {
      if (!required) return [];
      throw mappingFault(scope.from, `${path}.data`, `${rule.type} needs ${name}`);
    }
    return [{ name, required, read: compileField(scope, schema, value, fieldPath, times) }];
  });
}

function compileField(
  scope: Scope,
  schema: z.ZodType,
  value: FieldValue,
  path: string,
  times: TimeReader,
): (cells: readonly string[]) => unknown {
  if (typeof value === "object" && "time" in value) {
    const index = scope.times.indexOf(value.time);
    return () => (Number.isNaN(times.instants[index]) ? undefined : times.text(index));
  }
  if (typeof value === "number" || typeof value === "boolean") {
    const constant = accepted(schema, value);
    if (constant === undefined) throw mappingFault(scope.from, path, `${value} does not fit this field`);
    return () => constant;
  }
  return remember(compileValue(scope, value, path), schema, path.slice(path.lastIndexOf(".") + 1));
}

/**
 * Checks each distinct text once by the schema of the field, and remembers what it means: rows are
 * many, services and agents are few.
 */
function remember(read: ReadText, schema: z.ZodType, name: string): (cells: readonly string[]) => unknown {
  const known = new Map<string, unknown>();
  return (cells) => {
    const text = read(cells);
    if (text === "") return undefined;
    let value = known.get(text);
    if (value !== undefined) return value;
    value = accepted(schema, text) ?? accepted(schema, asNumber(text)) ?? accepted(schema, asBoolean(text));
    if (value === undefined) {
      const reason = schema.safeParse(asNumber(text) ?? text).error?.issues[0]?.message ?? "not valid";
      throw rowFault("unreadable", `${name}: "${text.slice(0, 80)}": ${reason}.`, {
        field: name,
        value: text,
      });
    }
    if (known.size >= rememberedTexts) known.clear();
    known.set(text, value);
    return value;
  };
}

function accepted(schema: z.ZodType, value: unknown): unknown {
  return value === undefined ? undefined : schema.safeParse(value).data;
}

function asNumber(text: string): number | undefined {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function asBoolean(text: string): boolean | undefined {
  return text === "true" ? true : text === "false" ? false : undefined;
}

/** @throws Fault `invalid_input` where a text can't name a case, queue or agent */
export function checkedKey(text: string, field: string): string {
  if (text === "") {
    throw rowFault("missing", `${field}: the row leaves a column empty that it is made of.`, { field });
  }
  if (text.length > 128 || /\p{Cc}/u.test(text) || text !== text.trim()) {
    throw rowFault(
      "too_long",
      `${field}: "${text.slice(0, 40)}" is longer than 128 characters or has control characters.`,
      { field, value: text },
    );
  }
  return text;
}

/**
 * Leaves of an envelope only what Vigie knows by name. A citizen's name that a feed sends along is
 * dropped here even where the event can't be understood and goes to the reject list.
 */
import type { z } from "zod";
import { eventDataSchemas } from "../../../shared/domain/event.ts";

const attributes = [
  "specversion",
  "id",
  "source",
  "type",
  "subject",
  "time",
  "datacontenttype",
  "dataschema",
];

const agentType = /^(?:vigie\.)?agent\./;

const caseFields = fieldsOf(([type]) => !agentType.test(type));
const agentFields = fieldsOf(([type]) => agentType.test(type));

/**
 * The envelope without unknown attributes and payload fields. What is no object where one belongs is
 * replaced by the name of what it is.
 */
export function keepKnownFields(envelope: unknown): unknown {
  if (!isRecord(envelope)) return kindOf(envelope);
  const type = envelope["type"];
  const fields = typeof type === "string" && agentType.test(type) ? agentFields : caseFields;
  const data = envelope["data"] ?? {};
  return { ...pick(envelope, attributes), data: isRecord(data) ? pick(data, fields) : kindOf(data) };
}

/** Names of payload fields that any of the chosen event types knows. */
function fieldsOf(chosen: (entry: [string, z.ZodObject]) => boolean): string[] {
  const entries: [string, z.ZodObject][] = Object.entries(eventDataSchemas);
  return [...new Set(entries.filter(chosen).flatMap(([, schema]) => Object.keys(schema.shape)))];
}

function pick(record: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(record, name) ? [[name, record[name]]] : [])),
  );
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "(array)" : value === null ? "(null)" : `(${typeof value})`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads a CloudEvent that a feed sent, or says why it can't be understood. */
import { z } from "zod";
import { Fault } from "../faults.ts";
import { eventDataSchemas, eventTypes, isEventType, keySchema, type VigieEvent } from "./event.ts";
import { withMaskedWords } from "./mask-event.ts";

const prefix = "vigie.";

const envelopeSchema = z.object({
  specversion: z.literal("1.0"),
  id: z.string().min(1).max(256),
  source: z.string().min(1).max(256),
  type: z.string().min(1).max(128),
  subject: keySchema,
  time: z.iso.datetime({ offset: true }),
  data: z.unknown().optional(),
});

/** Instants that a feed may name: from 1990 to 2100. Anything else is a broken clock. */
const earliestMs = Date.UTC(1990, 0, 1);
const latestMs = Date.UTC(2100, 0, 1);

/**
 * The event that a CloudEvents 1.0 envelope carries (its structured form as parsed JSON).
 * Payload fields that Vigie does not know are dropped here, and who is named in words is masked, before anything
 * is kept.
 *
 * @throws Fault `invalid_input` or `unknown_event_type`, whose sentence names the field
 */
export function understandEvent(envelope: unknown): VigieEvent {
  const parsed = envelopeSchema.safeParse(envelope);
  if (!parsed.success) throw invalid(parsed.error, "");
  const { type: fullType, id, source, subject, time, data } = parsed.data;
  const type = fullType.startsWith(prefix) ? fullType.slice(prefix.length) : "";
  if (!isEventType(type)) {
    throw new Fault(
      "unknown_event_type",
      `Vigie does not know the event type "${fullType}".${nearestType(fullType)} It was kept in the reject list.`,
      { type: fullType },
    );
  }
  const atMs = Date.parse(time);
  if (!(atMs >= earliestMs && atMs < latestMs)) {
    throw new Fault("invalid_input", `time: ${time} is not between 1990 and 2100.`, { field: "time" });
  }
  const payload = eventDataSchemas[type].safeParse(data ?? {});
  if (!payload.success) throw invalid(payload.error, "data");
  return withMaskedWords({ id, source, type, subject, time, atMs, data: payload.data } as VigieEvent);
}

/** The envelope that `understandEvent` reads back to the same event. */
export function toCloudEvent(event: VigieEvent): Record<string, unknown> {
  const { id, source, subject, time, data } = event;
  return {
    specversion: "1.0",
    id,
    source,
    type: prefix + event.type,
    subject,
    time,
    datacontenttype: "application/json",
    data,
  };
}

/** A hint where the type is a known one but for its prefix or its case. */
function nearestType(fullType: string): string {
  const wanted = fullType.toLowerCase().replace(/^vigie\./, "");
  const known = eventTypes.find((type) => type === wanted || type.replaceAll("_", "") === wanted);
  return known === undefined ? "" : ` Did you mean "${prefix}${known}"?`;
}

function invalid(error: z.ZodError, root: string): Fault {
  const issue = error.issues[0];
  const field = [...(root === "" ? [] : [root]), ...(issue?.path ?? [])].map(String).join(".");
  return new Fault("invalid_input", `${field === "" ? "event" : field}: ${issue?.message ?? "not valid"}.`, {
    field,
  });
}

/** The three ways in which a CloudEvent 1.0 comes over HTTP, read as parsed JSON envelopes. */
import type { IncomingHttpHeaders } from "node:http";
import { Fault } from "../../../shared/faults.ts";

/** Most events in one request. */
export const maxEvents = 1_000;

export const structuredType = "application/cloudevents+json";
export const batchedType = "application/cloudevents-batch+json";
export const binaryType = "application/json";

/** What one request carries: one event, or several of which each has its own outcome. */
export interface Envelopes {
  readonly mode: "single" | "batch";
  readonly envelopes: readonly unknown[];
}

/**
 * Reads a request whose body was parsed already; `undefined` is no body.
 *
 * @throws Fault `invalid_input` or `too_large`, where the request is none of the three modes
 */
export function readEnvelopes(headers: IncomingHttpHeaders, body: unknown): Envelopes {
  switch (mediaType(headers)) {
    case batchedType:
      return { mode: "batch", envelopes: readBatch(body) };
    case structuredType:
      return { mode: "single", envelopes: [body] };
    default:
      return { mode: "single", envelopes: [readBinary(headers, body)] };
  }
}

function mediaType(headers: IncomingHttpHeaders): string {
  return (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

function readBatch(body: unknown): readonly unknown[] {
  if (!Array.isArray(body)) {
    throw new Fault("invalid_input", "A batch is a JSON array of events. Nothing was kept.");
  }
  if (body.length > maxEvents) {
    throw new Fault(
      "too_large",
      `A batch holds at most ${maxEvents} events; this one has ${body.length}. Nothing was kept; send it in parts.`,
      { maxEvents, events: body.length },
    );
  }
  return body;
}

/** Binary mode: the attributes are `ce-…` headers, the body is the payload. */
function readBinary(headers: IncomingHttpHeaders, body: unknown): Record<string, unknown> {
  if (headers["ce-specversion"] === undefined) {
    throw new Fault(
      "invalid_input",
      `With ${binaryType}, the event's attributes are headers (ce-specversion, ce-id, ce-source, ce-type, ce-subject, ce-time). To send the whole event as JSON, use ${structuredType}. Nothing was kept.`,
      { header: "ce-specversion" },
    );
  }
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith("ce-") && typeof value === "string" ? [[name.slice(3), readHeader(value)]] : [],
  );
  return { ...Object.fromEntries(attributes), ...(body === undefined ? {} : { data: body }) };
}

/** Header values are percent-encoded and may be quoted; clients that send them plain are understood too. */
function readHeader(value: string): string {
  const bare = /^"(.*)"$/s.exec(value)?.[1]?.replaceAll(/\\(.)/gs, "$1") ?? value;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

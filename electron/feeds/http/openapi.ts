/** The OpenAPI 3.1 description of the feed, made from the schemas that the feed itself obeys. */
import { z } from "zod";
import packageFile from "../../../package.json" with { type: "json" };
import { type EventType, eventDataSchemas, eventTypes, keySchema } from "../../../shared/domain/event.ts";
import { answerSchema, faultAnswerSchema } from "./answer.ts";
import { batchedType, binaryType, maxEvents, structuredType } from "./envelopes.ts";

type Json = Record<string, unknown>;

const refusals: readonly (readonly [status: number, description: string])[] = [
  [400, "The request is none of the three modes, or its body is not JSON. Nothing was kept."],
  [401, "The token is missing or wrong. Nothing was kept."],
  [403, "The Host or Origin is not this console's. Nothing was kept."],
  [413, `The body is larger than 1 MiB, or holds more than ${maxEvents} events. Nothing was kept.`],
  [415, "The content type is none of the three. Nothing was kept."],
  [429, "Too many requests. Nothing was kept; send it again after `retry-after` seconds."],
  [500, "Something unexpected happened. Send it again: repeats change nothing."],
  [503, "The store can't be read or written at the moment. Nothing was kept; send it again later."],
  [507, "The disk is full. Nothing was kept; send it again when there is room."],
];

/** The document, as plain JSON. */
export function describeFeed(): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Vigie events",
      version: packageFile.version,
      description:
        "Events of counters, phones and mailboxes, as CloudEvents 1.0. An event is known by its source and id: sending it again changes nothing. Payload fields that are not described here are dropped and never kept.",
    },
    servers: [{ url: "/" }],
    security: [{ ingestToken: [] }],
    paths: { "/v1/events": { post: describePost() } },
    components: {
      securitySchemes: { ingestToken: { type: "http", scheme: "bearer" } },
      schemas: {
        Event: { oneOf: eventTypes.map((type) => ({ $ref: `#/components/schemas/${schemaName(type)}` })) },
        ...Object.fromEntries(eventTypes.map((type) => [schemaName(type), schemaOf(envelopeOf(type))])),
        Answer: schemaOf(answerSchema),
        FaultAnswer: schemaOf(faultAnswerSchema),
      },
    },
  };
}

function describePost(): Json {
  const event = { $ref: "#/components/schemas/Event" };
  return {
    operationId: "postEvents",
    summary: "Hand in one event or a batch",
    parameters: binaryHeaders(),
    requestBody: {
      content: {
        [structuredType]: { schema: event },
        [batchedType]: { schema: { type: "array", maxItems: maxEvents, items: event } },
        [binaryType]: {
          schema: { type: "object", description: "The event's data; its attributes are the ce- headers." },
        },
      },
    },
    responses: {
      202: answer(
        "Each event was accepted, was there already, or (in a batch) was rejected and kept.",
        "Answer",
      ),
      422: answer("The single event can't be understood. It is kept in the reject list.", "FaultAnswer"),
      ...Object.fromEntries(
        refusals.map(([status, description]) => [status, answer(description, "FaultAnswer")]),
      ),
    },
  };
}

function answer(description: string, schema: string): Json {
  return {
    description,
    content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}

function binaryHeaders(): Json[] {
  return ["specversion", "id", "source", "type", "subject", "time"].map((name) => ({
    name: `ce-${name}`,
    in: "header",
    description: "Binary mode only, percent-encoded.",
    schema: { type: "string" },
  }));
}

function envelopeOf(type: EventType): z.ZodType {
  return z.object({
    specversion: z.literal("1.0"),
    id: z.string().min(1).max(256),
    source: z.string().min(1).max(256),
    type: z.literal(`vigie.${type}`),
    subject: keySchema,
    time: z.iso.datetime({ offset: true }),
    datacontenttype: z.literal("application/json").optional(),
    data: eventDataSchemas[type],
  });
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

/** `case.no_show` → `CaseNoShow`. */
function schemaName(type: EventType): string {
  return type
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

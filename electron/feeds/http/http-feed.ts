/** Events over HTTP: CloudEvents 1.0, structured, batched or binary, with a token that only writes. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Fault } from "../../../shared/faults.ts";
import type { IngestToken } from "../../http/ingest-token.ts";
import { parseJson } from "../../http/json-body.ts";
import type { GuardedServer } from "../../http/server.ts";
import type { Ingest } from "../../services/ingest.ts";
import { answerFor, rejectionOf } from "./answer.ts";
import { batchedType, binaryType, readEnvelopes, structuredType } from "./envelopes.ts";
import { keepKnownFields } from "./known-fields.ts";
import { describeFeed } from "./openapi.ts";

/** More requests than `max` in a window of `windowMs` milliseconds are answered with 429. */
export interface RequestLimit {
  readonly max: number;
  readonly windowMs: number;
}

const usualLimit: RequestLimit = { max: 6_000, windowMs: 10_000 };

/** The feed's name in the reject list. */
const feedName = "http";

export interface HttpFeedParts {
  readonly ingest: Ingest;
  readonly token: IngestToken;
  readonly limit?: RequestLimit;
}

/** Adds `POST /v1/events` and its description, `GET /v1/openapi.json`, to the server. */
export function registerHttpFeed(server: GuardedServer, parts: HttpFeedParts): void {
  server.addRoutes((app) => {
    for (const type of [structuredType, batchedType, binaryType]) {
      app.addContentTypeParser(type, { parseAs: "buffer" }, async (_request: FastifyRequest, body: Buffer) =>
        parseJson(body),
      );
    }
    app.get("/v1/openapi.json", async () => describeFeed());
    addEvents(app, parts);
  });
}

function addEvents(app: FastifyInstance, { ingest, token, limit = usualLimit }: HttpFeedParts): void {
  app.post("/v1/events", {
    config: { rateLimit: { max: limit.max, timeWindow: limit.windowMs } },
    // Before the body is read, and after the attempt was counted.
    preParsing: async (request) => refuseStrangers(request, token),
    handler: async (request, reply) => {
      const { mode, envelopes } = readEnvelopes(request.headers, request.body);
      const outcomes = await ingest.take(envelopes.map(keepKnownFields), feedName);
      const answer = answerFor(outcomes);
      const rejection = mode === "single" ? rejectionOf(outcomes) : null;
      if (rejection === null) return reply.code(202).send(answer);
      return reply.code(422).send({ fault: rejection.toValue(), ...answer });
    },
  });
}

/**
 * Lets only those in who show the token.
 *
 * @throws Fault `unauthorised`
 */
export function refuseStrangers({ headers }: FastifyRequest, token: IngestToken): void {
  const candidate = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (candidate !== undefined && token.matches(candidate)) return;
  throw new Fault(
    "unauthorised",
    candidate === undefined
      ? "Events need the header “Authorization: Bearer TOKEN”. Nothing was kept. The token is on the Data page, or printed by “vigie token”."
      : "This token is not the one of this console. Nothing was kept. The token is on the Data page, or printed by “vigie token”.",
  );
}

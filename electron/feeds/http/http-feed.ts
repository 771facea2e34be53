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

/** More requests than this in the window are answered with 429. */
const maxRequests = 6_000;
const windowMs = 10_000;

/** The feed's name in the reject list. */
const feedName = "http";

export interface HttpFeedParts {
  readonly ingest: Ingest;
  readonly token: IngestToken;
}

/** Adds `POST /v1/events` and its description, `GET /v1/openapi.json`, to the server. */
export function registerHttpFeed(server: GuardedServer, { ingest, token }: HttpFeedParts): void {
  server.addRoutes((app) => {
    for (const type of [structuredType, batchedType, binaryType]) {
      app.addContentTypeParser(type, { parseAs: "buffer" }, async (_request: FastifyRequest, body: Buffer) =>
        parseJson(body),
      );
    }
    app.get("/v1/openapi.json", async () => describeFeed());
    addEvents(app, ingest, token);
  });
}

function addEvents(app: FastifyInstance, ingest: Ingest, token: IngestToken): void {
  app.post("/v1/events", {
    config: { rateLimit: { max: maxRequests, timeWindow: windowMs } },
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

function refuseStrangers({ headers }: FastifyRequest, token: IngestToken): void {
  const candidate = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (candidate !== undefined && token.matches(candidate)) return;
  throw new Fault(
    "unauthorised",
    candidate === undefined
      ? "Events need the header “Authorization: Bearer TOKEN”. Nothing was kept. The token is on the Data page, or printed by “vigie token”."
      : "This token is not the one of this console. Nothing was kept. The token is on the Data page, or printed by “vigie token”.",
  );
}

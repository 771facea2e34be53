/** Where Novo SGA posts its webhooks: the same token and the same limits as for any other event. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Fault } from "../../../shared/faults.ts";
import type { IngestToken } from "../../http/ingest-token.ts";
import { parseJson } from "../../http/json-body.ts";
import type { GuardedServer } from "../../http/server.ts";
import type { ConnectorService } from "../../services/connector.ts";
import type { NovoSgaFeed } from "../novo-sga/novo-sga-feed.ts";
import { webhookHeader } from "../novo-sga/ticket.ts";
import { answerFor } from "./answer.ts";
import { binaryType } from "./envelopes.ts";
import { refuseStrangers } from "./http-feed.ts";

const maxRequests = 1_000;
const windowMs = 10_000;

export const novoSgaPath = "/v1/connectors/novo-sga";

export interface NovoSgaRouteParts {
  readonly token: IngestToken;
  readonly feed: NovoSgaFeed;
  readonly connectors: Pick<ConnectorService, "find">;
}

/** Adds `POST /v1/connectors/novo-sga/ID` to the server. */
export function registerNovoSgaRoute(server: GuardedServer, parts: NovoSgaRouteParts): void {
  server.addRoutes((app) => {
    app.addContentTypeParser(
      binaryType,
      { parseAs: "buffer" },
      async (_request: FastifyRequest, body: Buffer) => parseJson(body),
    );
    addWebhooks(app, parts);
  });
}

function addWebhooks(app: FastifyInstance, { token, feed, connectors }: NovoSgaRouteParts): void {
  app.post<{ Params: { id: string } }>(`${novoSgaPath}/:id`, {
    config: { rateLimit: { max: maxRequests, timeWindow: windowMs } },
    // Before the body is read, and after the attempt was counted.
    preParsing: async (request) => refuseStrangers(request, token),
    handler: async (request, reply) => {
      const { connector, report } = connectors.find(request.params.id) ?? {};
      if (connector?.kind !== "novo_sga" || report === undefined) {
        throw new Fault(
          "not_found",
          "There is no Novo SGA connector with this name. Nothing was kept. Copy the address from the Data page.",
        );
      }
      if (!connector.enabled) {
        throw new Fault(
          "forbidden",
          `The connector “${connector.name}” is switched off. Nothing was kept. Switch it on on the Data page.`,
        );
      }
      try {
        const { outcomes, clockAheadSeconds } = await feed.take(
          connector,
          request.headers[webhookHeader],
          request.body,
        );
        report.succeeded(clockAheadSeconds);
        return await reply.code(202).send(answerFor(outcomes));
      } catch (error) {
        if (error instanceof Fault) report.failed(error);
        throw error;
      }
    },
  });
}

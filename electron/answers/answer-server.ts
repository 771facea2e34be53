/**
 * The one thing that Vigie ever serves to the local network: answers to calls for backup, by signed
 * links. Shut unless the administrator opens it; it knows nothing of the console but the answer desk.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import rateLimit from "@fastify/rate-limit";
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { Fault } from "../../shared/faults.ts";
import { securityHeaders } from "../http/fault-reply.ts";
import { guardRequest } from "../http/guard.ts";
import type { AnswerDesk, AnswerView } from "../services/answer.ts";
import type { Log } from "../services/log.ts";
import type { AnswerDoor } from "../services/notification.ts";
import { readAnswer } from "./form.ts";
import { answerPage, pagePolicy, refusedPage } from "./page.ts";
import { answerWords } from "./words.ts";

const maxBodyBytes = 4_096;
const longestToken = 500;
const headersTimeoutMs = 5_000;
const requestTimeoutMs = 10_000;
const maxConnections = 64;
const defaultLimit = { max: 60, timeWindowMs: 60_000 };

const headers: Readonly<Record<string, string>> = {
  ...securityHeaders,
  "content-security-policy": pagePolicy,
  // The form of the page has to say where it comes from, and to nobody else.
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
};

const statusOf: Record<AnswerView["kind"], number> = { unknown: 404, late: 410, open: 200, answered: 200 };

/** Makes the door, shut. */
export function createAnswerDoor(desk: AnswerDesk, log: Log, limit = defaultLimit): AnswerDoor {
  let app: FastifyInstance | undefined;
  let url: string | null = null;
  return {
    get url() {
      return url;
    },
    async open({ address, port }) {
      const opened = createApp(desk, log, address, limit);
      try {
        await opened.listen({ host: address, port });
      } catch (error) {
        await opened.close();
        throw openingFault(error, address, port);
      }
      app = opened;
      url = `http://${address}:${port}`;
    },
    async close() {
      url = null;
      await app?.close();
      app = undefined;
    },
  };
}

function createApp(desk: AnswerDesk, log: Log, address: string, limit: typeof defaultLimit): FastifyInstance {
  const app = fastify({
    bodyLimit: maxBodyBytes,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: longestToken },
    frameworkErrors: (_error, _request, reply) => plain(reply, 400, "This is not a path of this server."),
    serverFactory: (handler) => guarded(handler, address),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(headers);
  });
  app.setNotFoundHandler((_request, reply) => plain(reply, 404, "Nothing is here."));
  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
    if (status >= 400 && status < 500) return plain(reply, status, "This was refused. Nothing was changed.");
    // The address holds the token: it is not written down.
    log.error(`answers ${request.method}`, error);
    return plain(reply, 500, "Something unexpected happened. Call the desk.");
  });
  app.register(rateLimit, { max: limit.max, timeWindow: limit.timeWindowMs });
  app.register(async (scope) => addRoutes(scope, desk));
  return app;
}

function addRoutes(app: FastifyInstance, desk: AnswerDesk): void {
  app.get<{ Params: { token: string } }>("/answer/:token", async (request, reply) => {
    const view = await desk.look(request.params.token);
    return page(request, reply, view, statusOf[view.kind]);
  });
  app.post<{ Params: { token: string } }>("/answer/:token", async (request, reply) => {
    const wish = request.body instanceof URLSearchParams ? readAnswer(request.body) : null;
    if (wish === null) return html(reply, 400, refusedPage(wordsOf(request)));
    const { taken, view } = await desk.answer(request.params.token, wish);
    // Whoever reloads the page asks again, and does not answer again.
    if (taken) return reply.code(303).header("location", `/answer/${request.params.token}`).send();
    return page(request, reply, view, view.kind === "answered" ? 409 : statusOf[view.kind], true);
  });
}

function page(
  request: FastifyRequest,
  reply: FastifyReply,
  view: AnswerView,
  status: number,
  isRepeat = false,
): FastifyReply {
  return html(reply, status, answerPage(view, wordsOf(request), isRepeat));
}

function html(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).type("text/html; charset=utf-8").send(text);
}

function plain(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.headers(headers).code(status).type("text/plain; charset=utf-8").send(`${text}\n`);
}

function wordsOf(request: FastifyRequest) {
  return answerWords(request.headers["accept-language"]);
}

/** The guard stands before any routing: right host, right page, right form, or nothing. */
function guarded(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  address: string,
): Server {
  const server: Server = createServer(
    {
      requireHostHeader: false,
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: 1_000,
      shouldUpgradeCallback: () => false,
    },
    (request, response) => {
      const bound = server.address();
      try {
        guardRequest(request, typeof bound === "object" && bound !== null ? bound.port : 0, [address]);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        response.writeHead(403, { ...headers, "content-type": "text/plain", connection: "close" });
        response.end("This was refused. Nothing was changed.\n");
        return;
      }
      handler(request, response);
    },
  );
  server.maxConnections = maxConnections;
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    else socket.destroy();
  });
  return server;
}

function openingFault(error: unknown, address: string, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const reason = { EADDRINUSE: "in_use", EADDRNOTAVAIL: "no_such_address", EACCES: "reserved" }[String(code)];
  if (reason === undefined) return error;
  return new Fault(
    "port_taken",
    `Answers can't be taken at ${address}:${port} (${reason}). Choose another address or port.`,
    { reason, address, port },
  );
}

/** The one HTTP server of the console: on 127.0.0.1 only, and guarded before any routing. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Duplex } from "node:stream";
import rateLimit from "@fastify/rate-limit";
import { type FastifyInstance, fastify } from "fastify";
import { Fault } from "../../shared/faults.ts";
import { createLog, type Log } from "../services/log.ts";
import { answerFaults, answerFrameworkError, maxBodyBytes } from "./answer-faults.ts";
import { faultBody, refuseConnection, securityHeaders, statusOf } from "./fault-reply.ts";
import { guardRequest, guardUpgrade } from "./guard.ts";

const address = "127.0.0.1";

const headersTimeoutMs = 10_000;
const requestTimeoutMs = 30_000;
const timeoutCheckMs = 2_000;
const keepAliveMs = 15_000;
const maxConnections = 512;

/** Takes over the connection of a WebSocket whose opening has passed the guard. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface GuardedServer {
  /** The port it listens on; null until then. */
  readonly port: number | null;
  /** Adds routes; only before `listen`. */
  addRoutes(add: (app: FastifyInstance) => void): void;
  /** Serves WebSockets on one path; only before `listen`. */
  onUpgrade(path: string, handler: UpgradeHandler): void;
  /** Calls `closing` when the server begins to close, so that long connections end too. */
  onClose(closing: () => void): void;
  /**
   * Listens on 127.0.0.1; 0 takes a free port.
   *
   * @throws Fault `port_taken`; never another address or port instead
   */
  listen(port: number): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** Makes the server; unexpected errors go to `log`, by default on the standard error stream. */
export function createGuardedServer(log: Log = createLog((line) => console.error(line))): GuardedServer {
  const upgrades = new Map<string, UpgradeHandler>();
  let http: Server | undefined;
  const port = () => {
    const bound = http?.address();
    return typeof bound === "object" && bound !== null ? bound.port : null;
  };

  const app = fastify({
    bodyLimit: maxBodyBytes,
    // A person who closes the console should not wait for idle connections.
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply) => answerFrameworkError(reply),
    serverFactory(handler) {
      http = createGuardedHttp(handler, upgrades, port);
      return http;
    },
  });
  app.removeAllContentTypeParsers();
  answerFaults(app, log);
  app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new Fault(
        "too_many_requests",
        "Too many requests; nothing of this one was kept. Send it again later.",
        {
          retryAfterSeconds: Math.ceil(ttl / 1_000),
        },
      ),
  });

  return {
    get port() {
      return port();
    },
    addRoutes(add) {
      app.register(async (scope) => add(scope));
    },
    onUpgrade(path, handler) {
      upgrades.set(path, handler);
    },
    onClose(closing) {
      app.addHook("preClose", async () => closing());
    },
    async listen(wanted) {
      try {
        await app.listen({ host: address, port: wanted });
      } catch (error) {
        throw listenFault(error, wanted);
      }
      return { port: openPort(port()) };
    },
    async close() {
      await app.close();
    },
  };
}

function createGuardedHttp(
  handler: RequestListener,
  upgrades: ReadonlyMap<string, UpgradeHandler>,
  port: () => number | null,
): Server {
  const server = createServer(
    {
      // The guard answers a missing Host itself, with a reason.
      requireHostHeader: false,
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: timeoutCheckMs,
      keepAliveTimeout: keepAliveMs,
      // Some HTTP clients offer `Upgrade: h2c` with an ordinary POST; that offer is ignored.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === "websocket",
    },
    (request, response) => {
      const fault = faultOf(() => guardRequest(request, openPort(port())));
      if (fault === null) handler(request, response);
      else refuse(response, fault);
    },
  );
  server.maxConnections = maxConnections;
  server.on("upgrade", (request, socket, head) => {
    // Without a listener, a client that hangs up would end the process.
    socket.on("error", () => socket.destroy());
    const fault = faultOf(() => guardUpgrade(request, openPort(port())));
    const upgrade = upgrades.get(request.url ?? "");
    if (fault !== null) refuseConnection(socket, fault);
    else if (upgrade === undefined) refuseConnection(socket, new Fault("not_found", "Nothing is here."));
    else upgrade(request, socket, head);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "HPE_HEADER_OVERFLOW") {
      refuseConnection(socket, new Fault("too_large", "The headers are too large. Nothing was kept."), 431);
    } else if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") {
      const late = new Fault("invalid_input", "The request took too long to arrive. Nothing of it was kept.");
      refuseConnection(socket, late, 408);
    } else {
      refuseConnection(socket, new Fault("invalid_input", "This is not an HTTP request. Nothing was kept."));
    }
  });
  return server;
}

function refuse(response: ServerResponse, fault: Fault): void {
  const body = faultBody(fault);
  response.writeHead(statusOf(fault.code), {
    ...securityHeaders,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    connection: "close",
  });
  response.end(body);
}

function faultOf(check: () => void): Fault | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

function openPort(port: number | null): number {
  if (port === null) throw new Fault("forbidden", "The console is not ready yet. Send the request again.");
  return port;
}

function listenFault(error: unknown, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new Fault(
      "port_taken",
      `Port ${port} on ${address} is used by another program. Stop that program, or choose another port with --port (0 takes any free one).`,
      { port },
    );
  }
  if (code === "EACCES") {
    return new Fault(
      "port_taken",
      `Port ${port} on ${address} is reserved by the system. Choose another with --port, above 1023.`,
      { port },
    );
  }
  return error;
}

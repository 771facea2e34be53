/** The router over a WebSocket, for pages in an ordinary browser that have a session. */
import { RPCHandler } from "@orpc/server/ws";
import { type WebSocket, WebSocketServer } from "ws";
import { Fault } from "../../shared/faults.ts";
import { refuseConnection } from "../http/fault-reply.ts";
import type { GuardedServer } from "../http/server.ts";
import type { Router } from "../services/router.ts";
import { type Sessions, sessionOf } from "./session.ts";

const path = "/rpc";
const maxMessageBytes = 1_048_576;
const heartbeatMs = 30_000;

/** A page that lies this far behind is cut off; it comes back and asks for a new snapshot. */
const maxBufferedBytes = 64 * 1_048_576;

/** Serves the router on the path `/rpc` of the server. */
export function serveRpc(server: GuardedServer, router: Router, sessions: Sessions): void {
  const handler = new RPCHandler(router);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  });
  const answered = new WeakSet<WebSocket>();

  server.onUpgrade(path, (request, socket, head) => {
    const session = sessionOf(request.headers.cookie, server.port);
    const seat = session === undefined ? null : sessions.seatOf(session);
    if (seat === null) {
      refuseConnection(
        socket,
        new Fault(
          "unauthorised",
          "There is no session, or it has ended. Start Vigie again: it opens a new one.",
        ),
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      answered.add(webSocket);
      webSocket.on("pong", () => answered.add(webSocket));
      webSocket.on("error", () => webSocket.terminate());
      handler.upgrade(webSocket, { context: { seat } });
    });
  });

  const heartbeat = setInterval(() => {
    for (const webSocket of sockets.clients) {
      if (!answered.delete(webSocket) || webSocket.bufferedAmount > maxBufferedBytes) webSocket.terminate();
      else webSocket.ping();
    }
  }, heartbeatMs);
  heartbeat.unref();

  server.onClose(() => {
    clearInterval(heartbeat);
    for (const webSocket of sockets.clients) webSocket.close(1001);
    sockets.close();
  });
}

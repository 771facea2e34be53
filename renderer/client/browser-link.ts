/** The link of a page in an ordinary browser: a WebSocket to the console that served the page. */
import { RPCLink } from "@orpc/client/websocket";
import { Disconnected, type OpenLink, Unauthorised } from "./link.ts";

/** The token of the launch address, which works once; null where the address has none. */
export function readLaunchToken(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#\/?/, "")).get("launch");
}

/** Trades the launch token for a session cookie and wipes it from the address bar. */
export async function openSession(): Promise<void> {
  const token = readLaunchToken(location.hash);
  if (token === null) return;
  history.replaceState(null, "", `${location.pathname}${location.search}`);
  await fetch("/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });
}

/** Opens the socket. A console that answers HTTP but refuses the socket does not know this page. */
export async function openSocket(): Promise<OpenLink> {
  const socket = new WebSocket(`ws://${location.host}/rpc`);
  socket.binaryType = "arraybuffer";
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener("close", () => resolve(), { once: true });
  });
  const link = new RPCLink<Record<never, never>>({ websocket: socket });
  const isOpen = await Promise.race([
    new Promise<boolean>((resolve) => {
      socket.addEventListener("open", () => resolve(true), { once: true });
    }),
    closed.then(() => false),
  ]);
  if (isOpen) return { link, closed };
  throw (await isConsoleThere())
    ? new Unauthorised("The console refused the socket.")
    : new Disconnected(false);
}

async function isConsoleThere(): Promise<boolean> {
  try {
    await fetch("/", { cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

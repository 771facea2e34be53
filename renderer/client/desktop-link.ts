/** The link of the desktop window: one message port, handed over by the preload script. */
import { RPCLink } from "@orpc/client/message-port";
import type { OpenLink } from "./link.ts";

/** Asks for the port and waits for it. */
export async function openPort(): Promise<OpenLink> {
  const port = await new Promise<MessagePort>((resolve) => {
    function receive(event: MessageEvent) {
      const [handed] = event.ports;
      if (event.source !== window || event.data !== "vigie:port" || handed === undefined) return;
      window.removeEventListener("message", receive);
      resolve(handed);
    }
    window.addEventListener("message", receive);
    window.postMessage("vigie:ready", location.origin);
  });
  const closed = new Promise<void>((resolve) => {
    port.addEventListener("close", () => resolve(), { once: true });
  });
  const link = new RPCLink<Record<never, never>>({ port });
  port.start();
  return { link, closed };
}

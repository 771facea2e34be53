/** The desktop: a message is handed to the open pages, and the first that can shows it. */
import { randomUUID } from "node:crypto";
import { DeliveryError } from "../../shared/domain/delivery.ts";
import type { DesktopMessage } from "../../shared/domain/notification.ts";
import type { Channel, DesktopFeed } from "../services/notification.ts";

/** How long a page may take to say that it shows the message, in ms. */
const defaultTimeoutMs = 10_000;

/** Makes the channel, and the feed that pages follow. */
export function createDesktopChannel(timeoutMs = defaultTimeoutMs): Channel & DesktopFeed {
  const waiting = new Map<string, { readonly message: DesktopMessage; readonly shown: () => void }>();
  const watchers = new Set<(message: DesktopMessage) => void>();

  return {
    async send({ message }, signal) {
      const id = randomUUID();
      const told = { id, title: message.title, body: message.paragraphs.join("\n") };
      const late = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      try {
        await new Promise<void>((resolve, reject) => {
          late.addEventListener("abort", () => reject(new DeliveryError("nobody_there")), { once: true });
          waiting.set(id, { message: told, shown: resolve });
          for (const tell of watchers) tell(told);
        });
      } finally {
        waiting.delete(id);
      }
    },
    claim(id) {
      const claimed = waiting.get(id);
      waiting.delete(id);
      claimed?.shown();
      return claimed !== undefined;
    },
    async *watch(signal) {
      const queue = [...waiting.values()].map(({ message }) => message);
      let wake: () => void = () => undefined;
      const tell = (message: DesktopMessage) => {
        queue.push(message);
        wake();
      };
      watchers.add(tell);
      signal?.addEventListener("abort", () => wake(), { once: true });
      try {
        while (signal?.aborted !== true) {
          const next = queue.shift();
          if (next !== undefined) yield next;
          else {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        }
      } finally {
        watchers.delete(tell);
      }
    },
  };
}

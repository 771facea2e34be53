/**
 * The page's process of the stand-in: a window to post messages to, the built preload script, and the
 * screens' own client, which asks for the port as it does in the window.
 */
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { createORPCClient } from "@orpc/client";
import { openPort } from "../../renderer/client/desktop-link.ts";
import type { PageQuestion } from "./electron-stand-in-contents.ts";
import { ipcRenderer } from "./electron-stand-in-preload.ts";

const { preload, protocol, origin } = workerData as { preload: string; protocol: string; origin: string };

/** Posts to itself only, and only where the origin is its own, as windows do. */
class PageWindow extends EventTarget {
  readonly location = { protocol, origin };

  postMessage(data: unknown, targetOrigin: string, transfer: MessagePort[] = []): void {
    if (targetOrigin !== origin) return;
    const event = new MessageEvent("message", { data, origin, ports: transfer });
    Object.defineProperty(event, "source", { value: this });
    setImmediate(() => this.dispatchEvent(event));
  }
}

Object.assign(globalThis, { window: new PageWindow(), location: { protocol, origin } });
const before = new Set([...Object.keys(globalThis), ...Object.keys(window)]);
createRequire(import.meta.url)(preload);
const added = [...Object.keys(globalThis), ...Object.keys(window)].filter((name) => !before.has(name));

const connected = openPort().then(({ link }) => createORPCClient(link));

parentPort?.on("message", (message: ToPage) => {
  if ("channel" in message) ipcRenderer.emit(message.channel, { ports: message.ports });
  else void answer(message);
});

type ToPage = { channel: string; ports: unknown[] } | { id: number; question: PageQuestion };

async function answer({ id, question }: Extract<ToPage, { id: number }>): Promise<void> {
  const answer = question.kind === "globals" ? added : await call(question);
  parentPort?.postMessage({ answerTo: id, answer });
}

/** Calls a procedure of the contract; an error is answered as its message. */
async function call({ kind, path, input }: Exclude<PageQuestion, { kind: "globals" }>): Promise<unknown> {
  try {
    let procedure: unknown = await connected;
    for (const name of path) procedure = (procedure as Record<string, unknown>)[name];
    const answer = await (procedure as (input: unknown) => Promise<unknown>)(input);
    return kind === "first" ? await firstOf(answer as AsyncIterable<unknown>) : answer;
  } catch (error) {
    return { error: String(error) };
  }
}

async function firstOf(messages: AsyncIterable<unknown>): Promise<unknown> {
  for await (const message of messages) return message;
  return undefined;
}

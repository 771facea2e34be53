/**
 * Prints one of the console's screens with the browser that is installed: headless, steered over a
 * pipe, with a session of its own, and only once the screen says that it is ready.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { Fault } from "../../shared/faults.ts";
import { findBrowser } from "./browser-window.ts";
import { printOptions, waitForScreen } from "./print-page.ts";

export interface PrintPlace {
  /** Where the console is served, with its slash. */
  readonly url: string;
  /** Name and value of a cookie that opens it. */
  session(): { readonly name: string; readonly value: string };
}

/** Prints the screen at an address such as `/report?period=week`. @throws Fault `print_unavailable` */
export async function printInBrowser(
  place: PrintPlace,
  address: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const path = findBrowser(process.platform, process.env, existsSync);
  if (path === undefined) throw unavailable("no_browser");
  const profile = await mkdtemp(join(tmpdir(), "vigie-print-"));
  const browser = spawn(path, browserArguments(profile), {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    signal,
  });
  const gone = ended(browser);
  try {
    return await Promise.race([print(new Pipe(browser), place, address), gone]);
  } finally {
    browser.kill();
    await gone.catch(() => undefined);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function browserArguments(profile: string): string[] {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  return [
    "--headless",
    "--remote-debugging-pipe",
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-gpu",
    "--disable-extensions",
    // Chromium refuses to start for root on Linux with its sandbox on.
    ...(isRoot ? ["--no-sandbox"] : []),
  ];
}

async function print(pipe: Pipe, { url, session }: PrintPlace, address: string): Promise<Uint8Array> {
  const { targetId } = targetSchema.parse(await pipe.ask("Target.createTarget", { url: "about:blank" }));
  const attached = await pipe.ask("Target.attachToTarget", { targetId, flatten: true });
  const { sessionId } = attachedSchema.parse(attached);
  const ask = (method: string, parameters: object) => pipe.ask(method, parameters, sessionId);
  await ask("Network.setCookie", { ...session(), url, httpOnly: true, sameSite: "Strict" });
  await ask("Page.enable", {});
  await ask("Page.navigate", { url: `${url}#${address}` });
  const isReady = { expression: waitForScreen, awaitPromise: true, returnByValue: true };
  readySchema.parse(await ask("Runtime.evaluate", isReady));
  const { data } = pdfSchema.parse(
    await ask("Page.printToPDF", { ...printOptions, transferMode: "ReturnAsBase64" }),
  );
  return new Uint8Array(Buffer.from(data, "base64"));
}

const targetSchema = z.object({ targetId: z.string() });
const attachedSchema = z.object({ sessionId: z.string() });
const readySchema = z.object({ result: z.object({ value: z.literal(true) }) });
const pdfSchema = z.object({ data: z.string() });
const replySchema = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** Questions and answers of the browser's own protocol: JSON, each ended by a zero byte. */
class Pipe {
  readonly #to: Writable;
  readonly #open = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #lastId = 0;
  #rest = "";

  constructor(browser: ChildProcess) {
    this.#to = browser.stdio[3] as Writable;
    const from = browser.stdio[4] as Readable;
    from.setEncoding("utf8").on("data", (text: string) => this.#take(text));
    // A browser that ends closes the pipe under us; its end is told of elsewhere.
    this.#to.on("error", () => undefined);
    from.on("error", () => undefined);
  }

  ask(method: string, params: object, sessionId?: string): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#open.set(id, { resolve, reject }));
  }

  #take(text: string): void {
    const messages = `${this.#rest}${text}`.split("\0");
    this.#rest = messages.pop() ?? "";
    for (const message of messages) {
      const { id, result, error } = replySchema.parse(JSON.parse(message));
      const question = id === undefined ? undefined : this.#open.get(id);
      if (id === undefined || question === undefined) continue;
      this.#open.delete(id);
      if (error === undefined) question.resolve(result);
      else question.reject(new Error(error.message));
    }
  }
}

/** Rejects when the browser ends, for whatever reason. */
function ended(browser: ChildProcess): Promise<never> {
  return new Promise((_resolve, reject) => {
    browser.once("error", () => reject(unavailable("failed")));
    browser.once("exit", () => reject(unavailable("failed")));
  });
}

function unavailable(reason: "no_browser" | "failed"): Fault {
  const why =
    reason === "no_browser"
      ? "There is no Chrome, Chromium or Edge here"
      : "The browser ended before the page was printed";
  return new Fault(
    "print_unavailable",
    `${why}; no PDF was made. Install one, or print the report page from your own browser.`,
    { reason },
  );
}

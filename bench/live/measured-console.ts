/** The parent's side of the console process: start it, ask it, end it. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Question, Told } from "./console-process.ts";

type Delays = Extract<Told, { kind: "delays" }>;

export interface MeasuredConsole {
  readonly launchUrl: string;
  readonly feedUrl: string;
  readonly token: string;
  /** Begins to measure anew. */
  reset(): Promise<void>;
  /** Delays of the event loop since the last reset. */
  delays(): Promise<Delays>;
  close(): Promise<void>;
}

/**
 * Starts a console with nobody to welcome: the floor is its first screen.
 *
 * @param home folder for its settings and tokens
 * @param storePath its store; one of its own in `home` where none is named
 */
export async function startConsole(home: string, storePath?: string): Promise<MeasuredConsole> {
  writeFileSync(
    join(home, "settings.json"),
    JSON.stringify({ onboarded: true, operatorName: "Bench", language: "en" }),
  );
  const flags = storePath === undefined ? [] : ["--db", storePath];
  const child = fork(fileURLToPath(new URL("./console-process.ts", import.meta.url)), flags, {
    env: { ...process.env, VIGIE_HOME: home },
  });
  const { launchUrl } = await told(child, "started");
  return {
    launchUrl,
    feedUrl: new URL("/v1/events", launchUrl).href,
    token: readFileSync(join(home, "ingest-token"), "utf8").trim(),
    async reset() {
      ask(child, "reset");
      await told(child, "reset");
    },
    async delays() {
      ask(child, "delays");
      return told(child, "delays");
    },
    async close() {
      const ended = once(child, "exit");
      ask(child, "close");
      await ended;
    },
  };
}

function ask(child: ChildProcess, question: Question): void {
  child.send(question);
}

async function told<K extends Told["kind"]>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<Told, { kind: K }>> {
  const [message] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`The console ended with ${code}.`))),
  ]);
  if (message.kind !== kind) throw new Error(`The console said ${message.kind} where ${kind} was asked.`);
  return message;
}

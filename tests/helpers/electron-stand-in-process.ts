/** Starts the built main bundle in a process of its own, with the stand-in as its `electron`. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { StandInRecord } from "./electron-stand-in.ts";
import type { Commands } from "./electron-stand-in-commands.ts";

const root = join(import.meta.dirname, "../..");
const mainBundle = join(root, "out/main/main.js");

const started: ChildProcess[] = [];
const homes: string[] = [];

export interface StandInConsole {
  readonly home: string;
  /** Gives a command and waits for its answer. */
  tell<N extends keyof Commands>(
    name: N,
    ...argument: Parameters<Commands[N]>
  ): Promise<Awaited<ReturnType<Commands[N]>>>;
  /** Waits for the end of the process. */
  ended(): Promise<{ code: number | null; record: StandInRecord | undefined; errors: string }>;
}

/** Starts the console in a data folder; the process is ended with the test file. */
export function startStandIn(home: string, ...flags: string[]): StandInConsole {
  refuseStaleBundles();
  const child = fork(mainBundle, ["--port", "0", ...flags], {
    execArgv: ["--import", join(import.meta.dirname, "electron-stand-in-hook.ts")],
    env: { ...process.env, VIGIE_HOME: home, NODE_OPTIONS: "" },
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  });
  started.push(child);
  return { home, ...talkTo(child) };
}

/** A data folder that goes with the test file. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), "vigie-desktop-"));
  homes.push(home);
  return home;
}

afterAll(async () => {
  const running = started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const ends = running.map((child) => once(child, "exit"));
  for (const child of running) child.kill("SIGKILL");
  await Promise.all(ends);
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

function talkTo(child: ChildProcess): Omit<StandInConsole, "home"> {
  let errors = "";
  let record: StandInRecord | undefined;
  let commandCount = 0;
  const waiting = new Map<number, (answer: never) => void>();
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.on("message", (message: { id: number; answer: never } | { record: StandInRecord }) => {
    if ("record" in message) record = message.record;
    else waiting.get(message.id)?.(message.answer);
  });
  const end = once(child, "close");
  return {
    async tell(name, ...[argument]) {
      const id = ++commandCount;
      const answer = new Promise<never>((resolve) => waiting.set(id, resolve));
      child.send({ id, name, argument });
      const early = end.then(([code]) => {
        throw new Error(`the console ended with ${code}: ${errors} ${record?.errorBoxes.join(" ") ?? ""}`);
      });
      return Promise.race([answer, early]);
    },
    async ended() {
      const [code] = await end;
      return { code, record, errors };
    },
  };
}

/** A bundle that is older than its sources would be tested in their place. */
function refuseStaleBundles(): void {
  const sources = globSync("{electron,shared}/**/*.ts", { cwd: root }).map((path) => join(root, path));
  const newestMs = Math.max(...sources.map((path) => statSync(path).mtimeMs));
  if (!existsSync(mainBundle) || statSync(mainBundle).mtimeMs < newestMs) {
    throw new Error("The built bundles are missing or older than electron/ and shared/: npm run build");
  }
}

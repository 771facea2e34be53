import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const script = fileURLToPath(new URL("append-forever.ts", import.meta.url));

/** One line of the process: which call, and what became of it. */
export interface Acknowledgement {
  readonly number: number;
  readonly outcome: string;
}

/** A process of its own that appends to a store. */
export interface Appender {
  readonly pid: number | undefined;
  /** Reads what it prints until `enough` says so; then the process is killed with SIGKILL. */
  readUntil(enough: (seen: readonly Acknowledgement[]) => boolean): Promise<Acknowledgement[]>;
}

/**
 * Starts the process, which does not outlive its test.
 *
 * @param tracer a command in front, such as strace with what it injects
 */
export function startAppender(path: string, first: number, tracer: readonly string[] = []): Appender {
  const [command = process.execPath, ...args] = [...tracer, process.execPath, script, path, String(first)];
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  onTestFinished(() => kill(child));
  return { pid: child.pid, readUntil: (enough) => readUntil(child, enough) };
}

async function readUntil(
  child: ChildProcess,
  enough: (seen: readonly Acknowledgement[]) => boolean,
): Promise<Acknowledgement[]> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("the process did not start");
  const complaints: string[] = [];
  stderr.on("data", (chunk) => complaints.push(String(chunk)));
  const exited = once(child, "exit");
  const seen: Acknowledgement[] = [];
  let killed = false;
  // What it printed before it died still counts: it was acknowledged.
  for await (const line of createInterface({ input: stdout })) {
    const [number, outcome] = line.split(" ");
    if (outcome !== undefined) seen.push({ number: Number(number), outcome });
    if (killed || !enough(seen)) continue;
    killed = true;
    kill(child);
  }
  await exited;
  if (!killed) throw new Error(`the process ended by itself: ${complaints.join("")}`);
  return seen;
}

function kill({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  // The whole group, so that a traced process goes with its tracer.
  process.kill(-pid, "SIGKILL");
}

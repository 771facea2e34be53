/** What every command of the command line is made of. */
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { Fault } from "../../shared/faults.ts";

/** Where a command reads its surroundings and writes its answers; passed in so that tests can hold it. */
export interface CommandContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes to the standard output. */
  out(text: string): void;
  /** Writes to the standard error stream: progress and remarks, never results. */
  remark(text: string): void;
  /** Whether one JSON document is wanted, and nothing else. */
  readonly json: boolean;
  /** Aborts when the person interrupts. */
  readonly signal: AbortSignal;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Flags and arguments, with examples. */
  readonly help: string;
  /**
   * @throws UsageError where the flags make no sense
   * @throws Fault where the command can't do its work
   */
  run(args: readonly string[], context: CommandContext): Promise<void>;
}

/** The command line itself is wrong: exit code 2, with a pointer to the help. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Flags that every command knows. */
export const commonFlags = {
  db: { type: "string" },
  json: { type: "boolean", default: false },
} as const satisfies ParseArgsOptionsConfig;

/** Reads flags strictly. */
export function readFlags<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError where there are more arguments than the command takes */
export function noMoreArguments(positionals: readonly string[], allowed = 0): void {
  const extra = positionals[allowed];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many.`);
}

/** @throws UsageError where the value is not one of those that are allowed */
export function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(`--${flag} ${value} is not known; it can be ${allowed.join(", ")}.`);
  }
  return found;
}

/** Prints the one JSON document, or the text for people. */
export function answer(context: CommandContext, document: unknown, text: () => string): void {
  context.out(context.json ? `${JSON.stringify(document, null, 2)}\n` : text());
}

/** What a person should read of an error, and its form for machines. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof UsageError) return new Fault("invalid_input", error.message);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Fault("internal", `Something unexpected went wrong: ${detail}`);
}

/** Dispatches the command line: finds the command, runs it, and turns what went wrong into an exit code. */
import { backupCommand } from "./backup.ts";
import { checkCommand } from "./check.ts";
import { type Command, type CommandContext, faultOf, UsageError } from "./command.ts";
import { exportCommand } from "./export.ts";
import { figuresCommand } from "./figures.ts";
import { floorCommand } from "./floor.ts";
import { importCommand } from "./import.ts";
import { rebuildCommand } from "./rebuild.ts";
import { rolesCommand } from "./roles.ts";
import { startCommand } from "./start.ts";
import { tokenCommand } from "./token.ts";

const commands: readonly Command[] = [
  startCommand,
  importCommand,
  figuresCommand,
  exportCommand,
  floorCommand,
  rebuildCommand,
  checkCommand,
  backupCommand,
  tokenCommand,
  rolesCommand,
];

/** Exit codes: 0 done, 1 a fault, 2 the command line itself is wrong. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs one command line. Never throws: with `--json` a fault is the document on the standard
 * output, else a sentence on the standard error stream.
 */
export async function runCommandLine(
  args: readonly string[],
  surroundings: Omit<CommandContext, "json">,
): Promise<ExitCode> {
  const [name = "help", ...rest] = args;
  const context = { ...surroundings, json: args.includes("--json") };
  try {
    if (name === "help" || name === "--help" || name === "-h") {
      context.out(helpText(rest[0]));
      return 0;
    }
    const command = findCommand(name);
    if (rest.includes("--help") || rest.includes("-h")) context.out(helpText(name));
    else await command.run(rest, context);
    return 0;
  } catch (error) {
    return report(error, name, context);
  }
}

function report(error: unknown, name: string, context: CommandContext): ExitCode {
  const isUsage = error instanceof UsageError;
  const fault = faultOf(error);
  if (context.json) context.out(`${JSON.stringify({ fault: fault.toValue() }, null, 2)}\n`);
  else {
    const pointer = commands.some((command) => command.name === name) ? `help ${name}` : "help";
    context.remark(`${fault.message}${isUsage ? ` See: npm run vigie -- ${pointer}` : ""}\n`);
  }
  return isUsage ? 2 : 1;
}

function findCommand(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    throw new UsageError(
      `There is no command "${name}". There are: ${commands.map((candidate) => candidate.name).join(", ")}.`,
    );
  }
  return command;
}

function helpText(name: string | undefined): string {
  if (name !== undefined) {
    const command = findCommand(name);
    return `${command.name}: ${command.summary}\n\n${command.help}\n`;
  }
  const width = Math.max(...commands.map((command) => command.name.length));
  const list = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    "npm run vigie -- COMMAND [flags]",
    "",
    ...list,
    `  ${"help".padEnd(width)}  this list; help COMMAND tells more`,
    "",
    "Every command takes --db PATH (the store; otherwise the console's own) and --json (one JSON",
    "document on the standard output and nothing else; then run it as npm run --silent vigie -- …).",
    "",
  ].join("\n");
}

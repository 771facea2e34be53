/**
 * Repeatable measurements: `npm run bench` runs all of them, `npm run bench -- import` some.
 *
 * Every file beside this one is a bench: it exports `bench`, or measures when it is loaded.
 */
import { readdirSync } from "node:fs";

/** What a bench found, ready to print; ratios compare two things measured in the same run. */
export interface BenchResult {
  readonly name: string;
  readonly lines: readonly string[];
}

const self = "run.ts";
const found = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && file !== self)
  .map((file) => file.slice(0, -".ts".length))
  .sort();

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !found.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}. There are: ${found.join(", ")}.`);
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : found) await run(name);
}

async function run(name: string): Promise<void> {
  console.log(`\n# ${name}`);
  const loaded: unknown = await import(`./${name}.ts`);
  if (!hasBench(loaded)) return;
  const { lines } = await loaded.bench();
  for (const line of lines) console.log(line);
}

function hasBench(loaded: unknown): loaded is { bench(): Promise<BenchResult> } {
  return (
    typeof loaded === "object" && loaded !== null && "bench" in loaded && typeof loaded.bench === "function"
  );
}

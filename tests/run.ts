/**
 * Everything that must hold, in one command: `npm test`. Each step runs whatever became of the ones
 * before it, so that one run shows all that is wrong. Lint, types and the build count as one test each.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./helpers/chromium.ts";
import {
  type Counts,
  readPlaywrightReport,
  readVitestReport,
  repeatedLine,
  summaryLine,
} from "./helpers/run-counts.ts";

const root = join(import.meta.dirname, "..");

const none: Counts = { passed: 0, failed: 0, skipped: 0, repeated: 0 };

/** No step takes nearly this long, not even on a busy machine with two slow cores. */
const stepLimitMs = 30 * 60_000;

const reports = mkdtempSync(join(tmpdir(), "vigie-reports-"));
const vitestReport = join(reports, "vitest.json");
const playwrightReport = join(reports, "playwright.json");

const steps: readonly { readonly name: string; readonly run: () => Counts }[] = [
  { name: "lint", run: () => asOneTest(npm("run", "lint")) },
  { name: "types", run: () => asOneTest(npm("run", "typecheck")) },
  // Before the tests: some of them start the built bundles.
  { name: "build", run: () => asOneTest(npm("run", "build", "--", "--logLevel", "warn")) },
  { name: "unit and host tests", run: runVitest },
  { name: "end-to-end tests", run: runPlaywright },
];

const results = steps.map(({ name, run }) => {
  console.log(`\n== ${name}`);
  const startedAtMs = performance.now();
  const counts = run();
  return { name, counts, seconds: (performance.now() - startedAtMs) / 1_000 };
});
rmSync(reports, { recursive: true });

console.log("");
for (const { name, counts, seconds } of results) {
  console.log(`${name}: ${summaryLine(counts)} (${seconds.toFixed(0)} s)`);
}
const total = results.map(({ counts }) => counts).reduce(add);
const repeated = repeatedLine(total);
if (repeated !== null) console.log(repeated);
console.log(summaryLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

function runVitest(): Counts {
  const isGood = node(
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${vitestReport}`,
  );
  return withExit(readVitestReport(vitestReport), isGood);
}

function runPlaywright(): Counts {
  const chromium = ensureChromium();
  if (chromium.path === null) {
    console.log(`skipped: ${chromium.reason}`);
    return { ...none, skipped: 1 };
  }
  process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] = playwrightReport;
  const isGood = node("node_modules/@playwright/test/cli.js", "test", "--reporter=list,json");
  return withExit(readPlaywrightReport(playwrightReport), isGood);
}

/** A runner that fails without naming a failed test (or without a report) has failed once. */
function withExit(counts: Counts | null, isGood: boolean): Counts {
  const known = counts ?? none;
  const hasProof = counts !== null && (isGood || counts.failed > 0);
  return hasProof ? known : { ...known, failed: known.failed + 1 };
}

function asOneTest(isGood: boolean): Counts {
  return { ...none, passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
}

function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    repeated: a.repeated + b.repeated,
  };
}

function npm(...args: string[]): boolean {
  return run("npm", ["--silent", ...args]);
}

function node(...args: string[]): boolean {
  return run(process.execPath, args);
}

/** Runs a command to its end; one that hangs, say on a process that a test left behind, has failed. */
function run(command: string, args: readonly string[]): boolean {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: command === "npm" && process.platform === "win32",
    timeout: stepLimitMs,
    killSignal: "SIGKILL",
  });
  if (error !== undefined) console.error(`${command} ${args.join(" ")}: ${error.message}`);
  return status === 0;
}

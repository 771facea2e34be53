/** How many tests passed, failed and were skipped, as the reports of the test runners say. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of those that passed, how many failed at first and passed when they were repeated. */
  readonly repeated: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** The counts of a Vitest report; a file that could not even be loaded counts as one failure. */
export function readVitestReport(path: string): Counts | null {
  const report = read(path, vitestReport);
  if (report === null) return null;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    repeated: 0,
  };
}

/** The counts of a Playwright report. */
export function readPlaywrightReport(path: string): Counts | null {
  const report = read(path, playwrightReport);
  if (report === null) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + report.errors.length;
  return { passed: expected + flaky, failed, skipped, repeated: flaky };
}

/** What has to be known of a run besides its counts; null where there is nothing. */
export function repeatedLine({ repeated }: Counts): string | null {
  if (repeated === 0) return null;
  return `${repeated} of these passed only when repeated: the report above names them as flaky. Mend them.`;
}

/** The last line of a run. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}

function read<T>(path: string, schema: z.ZodType<T>): T | null {
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, "utf8"))) : null;
}

/**
 * Years of history come in while the floor is live: 1,000,000 rows are imported through the assistant, as
 * a person does it, and meanwhile events come and are watched on screen. How long from an event's
 * acknowledgement until it is seen, and how long the console's event loop is held up.
 *
 * `VIGIE_BENCH_ROWS` names another number of rows, while something is worked on.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { findChromium } from "../tests/helpers/chromium.ts";
import { writeTicketHistory } from "./history/ticket-history.ts";
import { busiest, createLoad, type Load } from "./live/load.ts";
import { type MeasuredConsole, startConsole } from "./live/measured-console.ts";
import { watchPage, whenSeen } from "./live/watch-page.ts";
import type { BenchResult } from "./run.ts";

const rows = Number(process.env["VIGIE_BENCH_ROWS"] ?? 1_000_000);
const waiting = 300;
const eventsPerSecond = 50;
const probePauseMs = 250;
const gateMs = 500;
/** The longest that an import may take. */
const patienceMs = 60 * 60 * 1000;

/** Measures it; some minutes. */
export async function bench(): Promise<BenchResult> {
  const executablePath = findChromium();
  if (executablePath === undefined) return { name: "history-import", lines: ["skipped: no Chromium"] };
  const home = mkdtempSync(join(tmpdir(), "vigie-bench-"));
  const file = join(home, "tickets.csv");
  await writeTicketHistory(file, rows);
  const measured = await startConsole(home);
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const load = createLoad(measured.feedUrl, measured.token);
    await load.fill(waiting);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const floor = await context.newPage();
    await floor.goto(measured.launchUrl);
    await floor.locator(".services-panel").getByText(busiest, { exact: true }).click();
    await floor.locator(".case-ticket").first().waitFor();
    await watchPage(floor);
    const assistant = await context.newPage();
    await assistant.goto(new URL("/#/data/import", measured.launchUrl).href);
    return { name: "history-import", lines: await measure(measured, floor, assistant, load, file) };
  } finally {
    await browser.close();
    await measured.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(
  measured: MeasuredConsole,
  floor: Page,
  assistant: Page,
  load: Load,
  file: string,
): Promise<string[]> {
  const stream = load.run(eventsPerSecond);
  const quietMs = await probe(floor, load, "QUIET", wait(10_000));
  const ready = await prepare(assistant, file);
  await measured.reset();
  const beganAtMs = performance.now();
  await ready.press("Enter");
  const done = assistant.getByRole("button", { name: "See the trends" }).waitFor({ timeout: patienceMs });
  const seenMs = await probe(floor, load, "PROBE", done);
  const seconds = (performance.now() - beganAtMs) / 1000;
  const delays = await measured.delays();
  const taken = await assistant
    .locator("dl > div")
    .filter({ hasText: "Taken in" })
    .locator("dd")
    .textContent();
  await stream.stop();
  const p95Ms = quantile(seenMs, 0.95);
  return [
    `${rows} rows imported (${taken} taken in) in ${seconds.toFixed(0)} s, ${Math.round(rows / seconds)} rows/s, beside ${eventsPerSecond} events/s`,
    `machine: ${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}`,
    `event acknowledged → on screen before it, ${quietMs.length} probes: p50 ${quantile(quietMs, 0.5).toFixed(0)} ms, p95 ${quantile(quietMs, 0.95).toFixed(0)} ms`,
    `event acknowledged → on screen during it, ${seenMs.length} probes: p50 ${quantile(seenMs, 0.5).toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms, longest ${Math.max(...seenMs).toFixed(0)} ms (gate p95 ≤ ${gateMs}: ${p95Ms <= gateMs ? "reached" : "missed"})`,
    `console event-loop delay: p50 ${delays.p50Ms.toFixed(1)} ms, p99 ${delays.p99Ms.toFixed(1)} ms, longest ${delays.maxMs.toFixed(0)} ms`,
  ];
}

/** Goes through the assistant up to the button that imports. */
async function prepare(page: Page, file: string) {
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Try on the whole file" }).press("Enter", { timeout: patienceMs });
  console.error("  the file is being tried");
  const button = page.getByRole("button", { name: "Import", exact: true });
  await button.and(page.locator(":enabled")).waitFor({ timeout: patienceMs });
  console.error("  the import begins");
  return button;
}

/** One person after the other appears at the top of the list until it is over; how long each took, in ms. */
async function probe(page: Page, load: Load, name: string, until: Promise<unknown>): Promise<number[]> {
  const seenAfterMs: number[] = [];
  let isOver = false;
  const over = until.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const ticket = `PROBE${name}${seenAfterMs.length}`;
    const acceptedAtMs = await load.probe(ticket);
    const seenAtMs = await whenSeen(page, ticket);
    seenAfterMs.push(Math.max(0, seenAtMs - acceptedAtMs));
    await load.leave(ticket);
    if (seenAfterMs.length % 100 === 0) console.error(`  ${seenAfterMs.length} probes`);
    await Promise.race([wait(probePauseMs), over]);
  }
  await over;
  return seenAfterMs;
}

/** Nearest rank. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/**
 * The live floor under load, in a real Chromium: 2,000 people wait, 500 events a second come over
 * HTTP. How long from an event's acknowledgement until it is on screen, how long the console's event
 * loop is held up, and how long any task of the page takes.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { findChromium } from "../tests/helpers/chromium.ts";
import { busiest, createLoad, type Load } from "./live/load.ts";
import { type MeasuredConsole, startConsole } from "./live/measured-console.ts";
import { forgetLongTasks, longTasks, watchPage, whenSeen } from "./live/watch-page.ts";
import type { BenchResult } from "./run.ts";

const waiting = 2_000;
const eventsPerSecond = 500;
const warmUpMs = 10_000;
const measureMs = 40_000;
const probePauseMs = 150;

const gates = { seenP95Ms: 250, loopP99Ms: 20, longTaskMs: 50 };

/** Measures it; a minute and a half in all. */
export async function bench(): Promise<BenchResult> {
  const executablePath = findChromium();
  if (executablePath === undefined) return { name: "live", lines: ["skipped: no Chromium"] };
  const home = mkdtempSync(join(tmpdir(), "vigie-bench-"));
  const measured = await startConsole(home);
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const load = createLoad(measured.feedUrl, measured.token);
    await load.fill(waiting);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(measured.launchUrl);
    await page.locator(".services-panel").getByText(busiest, { exact: true }).click();
    await page.locator(".case-ticket").first().waitFor();
    return { name: "live", lines: await measure(measured, page, load) };
  } finally {
    await browser.close();
    await measured.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(measured: MeasuredConsole, page: Page, load: Load): Promise<string[]> {
  await watchPage(page);
  const stream = load.run(eventsPerSecond);
  await wait(warmUpMs);
  await forgetLongTasks(page);
  await measured.reset();
  const seenAfterMs = await probe(page, load);
  const delays = await measured.delays();
  const tasksMs = (await longTasks(page)).sort((a, b) => a - b);
  const reached = await stream.stop();
  const seenP95Ms = quantile(seenAfterMs, 0.95);
  const longestMs = tasksMs.at(-1) ?? 0;
  return [
    `${waiting} waiting, ${reached.eventsPerSecond.toFixed(0)} events/s acknowledged (${eventsPerSecond} wanted)`,
    `machine: ${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}`,
    `event acknowledged → on screen, ${seenAfterMs.length} probes: p50 ${quantile(seenAfterMs, 0.5).toFixed(0)} ms, p95 ${seenP95Ms.toFixed(0)} ms (gate ≤ ${gates.seenP95Ms}: ${verdict(seenP95Ms <= gates.seenP95Ms)})`,
    `console event-loop delay: p50 ${delays.p50Ms.toFixed(1)} ms, p99 ${delays.p99Ms.toFixed(1)} ms, longest ${delays.maxMs.toFixed(0)} ms (gate p99 ≤ ${gates.loopP99Ms}: ${verdict(delays.p99Ms <= gates.loopP99Ms)})`,
    `page tasks over ${gates.longTaskMs} ms: ${tasksMs.length}${tasksMs.length === 0 ? "" : `, median ${quantile(tasksMs, 0.5).toFixed(0)} ms, longest ${longestMs.toFixed(0)} ms`} (gate 0: ${verdict(tasksMs.length === 0)})`,
  ];
}

/** One person after the other appears at the top of the list; how long each took, in ms. */
async function probe(page: Page, load: Load): Promise<number[]> {
  const seenAfterMs: number[] = [];
  const endAtMs = performance.now() + measureMs;
  while (performance.now() < endAtMs) {
    const ticket = `PROBE${seenAfterMs.length}`;
    const acceptedAtMs = await load.probe(ticket);
    const seenAtMs = await whenSeen(page, ticket);
    // The screen may be quicker than the answer.
    seenAfterMs.push(Math.max(0, seenAtMs - acceptedAtMs));
    await load.leave(ticket);
    await wait(probePauseMs);
  }
  return seenAfterMs;
}

/** Nearest rank. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function verdict(isReached: boolean): string {
  return isReached ? "reached" : "missed";
}

/**
 * A very large floor in a real Chromium: 20 sites, 200 services, 1,000 agents and 5,000 people who wait,
 * while events go on. Every list is scrolled, filtered and walked through; how long do tasks of the
 * page take?
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { findChromium } from "../tests/helpers/chromium.ts";
import { agents, busiest, createCounty, nameOf, servicesPerSite, sites, waiting } from "./floor/county.ts";
import { startConsole } from "./live/measured-console.ts";
import { forgetLongTasks, longTasks, watchPage } from "./live/watch-page.ts";
import type { BenchResult } from "./run.ts";

const eventsPerSecond = 20;
const longTaskMs = 50;
const turns = 40;
const turnPixels = 500;
const turnPauseMs = 40;
const keyPauseMs = 60;
const settleMs = 5_000;

interface Step {
  readonly name: string;
  readonly run: (page: Page) => Promise<void>;
}

const steps: readonly Step[] = [
  { name: "idle", run: () => wait(settleMs) },
  { name: "scroll the cases", run: (page) => scroll(page, ".case-list") },
  { name: "scroll the services", run: (page) => scroll(page, ".services-table") },
  { name: "scroll the agents", run: (page) => scroll(page, ".agent-list") },
  { name: "walk through the cases by keys", run: walk },
  { name: "select and drop all cases", run: selectAll },
  { name: "filter the cases", run: (page) => filter(page, "Filter cases", ["A4", "PMR", "A0042"]) },
  { name: "filter the services", run: (page) => filter(page, "Filter services", ["service-1", "07-3"]) },
  { name: "filter the agents", run: (page) => filter(page, "Filter agents", ["Agent 09", "0042"]) },
  { name: "switch service", run: switchService },
];

/** Measures it; about a minute. */
export async function bench(): Promise<BenchResult> {
  const executablePath = findChromium();
  if (executablePath === undefined) return { name: "floor", lines: ["skipped: no Chromium"] };
  const home = mkdtempSync(join(tmpdir(), "vigie-bench-"));
  const measured = await startConsole(home);
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const county = createCounty(measured.feedUrl, measured.token);
    await county.fill();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(measured.launchUrl);
    await page.locator(".services-panel").getByText(busiest, { exact: true }).click();
    await page.locator(".case-ticket").first().waitFor();
    await watchPage(page);
    const stream = county.run(eventsPerSecond);
    const lines = await measure(page);
    await stream.stop();
    return { name: "floor", lines };
  } finally {
    await browser.close();
    await measured.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(page: Page): Promise<string[]> {
  const lines = [
    `${sites} sites, ${sites * servicesPerSite} services, ${agents} agents, ${waiting} waiting, ${eventsPerSecond} events/s`,
  ];
  await wait(settleMs);
  const all: number[] = [];
  for (const step of steps) {
    await forgetLongTasks(page);
    await step.run(page);
    const tasksMs = await longTasks(page);
    all.push(...tasksMs);
    lines.push(`${step.name}: ${said(tasksMs)}`);
  }
  lines.push(
    `machine: ${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}`,
    `page tasks over ${longTaskMs} ms: ${said(all)} (gate 0: ${all.length === 0 ? "reached" : "missed"})`,
  );
  return lines;
}

function said(tasksMs: readonly number[]): string {
  return tasksMs.length === 0 ? "0" : `${tasksMs.length}, longest ${Math.max(...tasksMs).toFixed(0)} ms`;
}

/** To the end and back with the wheel. */
async function scroll(page: Page, list: string): Promise<void> {
  await page.locator(list).hover();
  for (const direction of [1, -1]) {
    for (let turn = 0; turn < turns; turn += 1) {
      await page.mouse.wheel(0, direction * turnPixels);
      await wait(turnPauseMs);
    }
  }
}

async function walk(page: Page): Promise<void> {
  await page.locator(".case-list").focus();
  for (const key of ["PageDown", "ArrowDown", "ArrowUp", "End", "PageUp", "Home"]) {
    for (let press = 0; press < 5; press += 1) {
      await page.keyboard.press(key);
      await wait(keyPauseMs);
    }
  }
}

async function selectAll(page: Page): Promise<void> {
  await page.locator(".case-list").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await wait(settleMs / 5);
  await page.keyboard.press("Escape");
  await wait(settleMs / 5);
}

async function filter(page: Page, label: string, texts: readonly string[]): Promise<void> {
  const field = page.getByRole("searchbox", { name: label });
  for (const text of texts) {
    await field.pressSequentially(text, { delay: keyPauseMs });
    await wait(settleMs / 10);
    await field.press("Escape");
    await wait(settleMs / 10);
  }
}

async function switchService(page: Page): Promise<void> {
  for (const service of [nameOf(0, 1), nameOf(0, 2), busiest, nameOf(0, 3), busiest]) {
    await page.locator(".services-table").getByText(service, { exact: true }).click();
    await wait(settleMs / 10);
  }
}

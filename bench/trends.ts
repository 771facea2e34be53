/**
 * Figures cost what their points cost: ten years of a town hall with 50,000 and with 5,000,000 cases,
 * the same questions to both, and to DuckDB over the raw cases.
 *
 * `VIGIE_BENCH_STORES` names a folder in which the stores are kept for the next run; `VIGIE_BENCH_CASES`
 * another size of the large store, while something is worked on.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { migrations } from "../electron/store/sqlite/migrations/all.ts";
import { ZoneOffsets } from "../shared/queueing/zone-offsets.ts";
import { findChromium } from "../tests/helpers/chromium.ts";
import type { BenchResult } from "./run.ts";
import type { Asked } from "./trends/asked-store.ts";
import { buildStore } from "./trends/build-store.ts";
import { firstScreenMs } from "./trends/first-screen.ts";
import { type Question, questions } from "./trends/question.ts";
import { type RawAnswer, readRawCases } from "./trends/raw-cases.ts";
import { timeZone } from "./trends/town-hall.ts";

const smallCases = 50_000;
const largeCases = Number(process.env["VIGIE_BENCH_CASES"] ?? 5_000_000);
const rounds = 5;
const rawTimes = 11;
const gates = { answerMs: 10, answerRatio: 1.5, startRatio: 1.2, memoryRatio: 1.3, rawRatios: [1, 1, 10] };

/** Measures it; the first run builds the large store, which takes some minutes. */
export async function bench(): Promise<BenchResult> {
  const kept = process.env["VIGIE_BENCH_STORES"];
  const folder = kept ?? mkdtempSync(join(tmpdir(), "vigie-bench-"));
  if (kept !== undefined) mkdirSync(kept, { recursive: true });
  try {
    // A store of an earlier schema is not taken up again.
    const pathOf = (cases: number) => join(folder, `town-hall-${cases}-schema-${migrations.length}.db`);
    const [small, large] = [pathOf(smallCases), pathOf(largeCases)];
    console.error(`building ${small} and ${large}`);
    await buildStore(small, smallCases);
    await buildStore(large, largeCases);
    return { name: "trends", lines: await measure(small, large) };
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(small: string, large: string): Promise<string[]> {
  const asked: { small: Asked; large: Asked }[] = [];
  // In turns, so that what else the machine does falls on both.
  for (let round = 0; round < rounds; round += 1) {
    asked.push({ small: await askStore(small), large: await askStore(large) });
    console.error(`  asked both stores, round ${round + 1} of ${rounds}`);
  }
  const of = (which: "small" | "large", read: (one: Asked) => number) =>
    median(asked.map((round) => read(round[which])));
  const lines = [
    `${smallCases} and ${largeCases} cases in ten years; machine: ${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}`,
    ...["small", "large"].map((name, index) => {
      const path = index === 0 ? small : large;
      const cases = index === 0 ? smallCases : largeCases;
      return `${name} store: ${(statSync(path).size / 1e6).toFixed(0)} MB, ${(statSync(path).size / cases).toFixed(0)} bytes per case`;
    }),
  ];
  const offsets = new ZoneOffsets(timeZone);
  const raw = await readRawCases(large, (atMs) => offsets.at(atMs).offsetMs);
  for (const [index, question] of questions.entries()) {
    const smallMs = of("small", (one) => one.answerMs[index] ?? Number.NaN);
    const largeMs = of("large", (one) => one.answerMs[index] ?? Number.NaN);
    const { answerMs: rawMs, rows } = await raw.ask(question, rawTimes);
    refuseDifference(question, rows, asked[0]?.large.answers[index] ?? []);
    const rawGate = gates.rawRatios[index] ?? 1;
    lines.push(
      `${question.name}, ${rows.length} points: ${largeMs.toFixed(2)} ms (gate ≤ ${gates.answerMs}: ${verdict(largeMs <= gates.answerMs)}), small ${smallMs.toFixed(2)} ms, ratio ${(largeMs / smallMs).toFixed(2)} (gate ≤ ${gates.answerRatio}: ${verdict(largeMs <= gates.answerRatio * smallMs)})`,
      `  DuckDB from the raw cases: ${rawMs.toFixed(1)} ms, ${(rawMs / largeMs).toFixed(1)} × ours (gate ≥ ${rawGate}: ${verdict(rawMs >= rawGate * largeMs)})`,
    );
  }
  raw.close();
  const [startSmall, startLarge] = [
    of("small", (one) => one.firstFiguresMs),
    of("large", (one) => one.firstFiguresMs),
  ];
  const [heldSmall, heldLarge] = [
    of("small", (one) => one.residentBytes),
    of("large", (one) => one.residentBytes),
  ];
  lines.push(
    await measureScreens(small, large),
    `open store → first figures: ${startLarge.toFixed(0)} ms, small ${startSmall.toFixed(0)} ms, ratio ${(startLarge / startSmall).toFixed(2)} (gate ≤ ${gates.startRatio}: ${verdict(startLarge <= gates.startRatio * startSmall)})`,
    `resident memory: ${(heldLarge / 1e6).toFixed(0)} MB, small ${(heldSmall / 1e6).toFixed(0)} MB, ratio ${(heldLarge / heldSmall).toFixed(2)} (gate ≤ ${gates.memoryRatio}: ${verdict(heldLarge <= gates.memoryRatio * heldSmall)})`,
  );
  return lines;
}

/** From the start of the console to figures on screen, over both stores in turns. */
async function measureScreens(small: string, large: string): Promise<string> {
  const executablePath = findChromium();
  if (executablePath === undefined) return "start → first figures on screen: skipped, no Chromium";
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    // The first pair warms the browser and the disk, and does not count.
    const [smallMs, largeMs]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      const [ofSmall, ofLarge] = [await firstScreenMs(browser, small), await firstScreenMs(browser, large)];
      if (round === 0) continue;
      smallMs.push(ofSmall);
      largeMs.push(ofLarge);
      console.error(`  opened both on screen, round ${round} of ${rounds}`);
    }
    const [ofSmall, ofLarge] = [median(smallMs), median(largeMs)];
    return `start → first figures on screen: ${ofLarge.toFixed(0)} ms, small ${ofSmall.toFixed(0)} ms, ratio ${(ofLarge / ofSmall).toFixed(2)} (gate ≤ ${gates.startRatio}: ${verdict(ofLarge <= gates.startRatio * ofSmall)})`;
  } finally {
    await browser.close();
  }
}

async function askStore(path: string): Promise<Asked> {
  const child = fork(fileURLToPath(new URL("./trends/asked-store.ts", import.meta.url)), [path]);
  const ended = once(child, "exit");
  const [asked] = (await Promise.race([
    once(child, "message"),
    ended.then(([code]) => Promise.reject(new Error(`The process that asks ended with ${code}.`))),
  ])) as [Asked];
  await ended;
  return asked;
}

/** Both must say the same, or the times mean nothing. */
function refuseDifference(
  { name }: Question,
  raw: readonly RawAnswer[],
  ours: Asked["answers"][number],
): void {
  for (const [index, row] of raw.entries()) {
    const own = ours[index];
    const isSame =
      own?.arrivals === row.arrivals &&
      row.key.startsWith(own.key.slice(0, row.key.length)) &&
      Math.abs((own.p90Seconds ?? 0) - (row.p90Seconds ?? 0)) <= 0.011 * (row.p90Seconds ?? 0);
    if (!isSame)
      throw new Error(`${name}: DuckDB says ${JSON.stringify(row)}, the store ${JSON.stringify(own)}.`);
  }
  if (raw.length !== ours.length) throw new Error(`${name}: ${raw.length} points and ${ours.length}.`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function verdict(isReached: boolean): string {
  return isReached ? "reached" : "missed";
}

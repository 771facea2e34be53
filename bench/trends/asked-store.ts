/** A process of its own that opens a store, asks it, and tells how long that took and what it holds in memory. */
import { openStore } from "../../electron/store/open.ts";
import { questions } from "./question.ts";

const warmUps = 5;
const times = 41;

/** What the process tells its parent. */
export interface Asked {
  /** From before the store is opened to its first answer. */
  readonly firstFiguresMs: number;
  /** Median of each question. */
  readonly answerMs: readonly number[];
  readonly answers: readonly {
    readonly key: string;
    readonly arrivals: number;
    readonly p90Seconds: number | null;
  }[][];
  readonly residentBytes: number;
}

const path = process.argv[2];
if (path === undefined) throw new Error("Which store?");
const startedAtMs = performance.now();
const store = await openStore(path);
for (const { query } of questions.slice(0, 1)) await store.figures(query);
const firstFiguresMs = performance.now() - startedAtMs;
const answerMs: number[] = [];
const answers: Asked["answers"][number][] = [];
for (const { query } of questions) {
  const spentMs: number[] = [];
  for (let time = -warmUps; time < times; time += 1) {
    const beganAtMs = performance.now();
    await store.figures(query);
    if (time >= 0) spentMs.push(performance.now() - beganAtMs);
  }
  answerMs.push(median(spentMs));
  const rows = await store.figures(query);
  answers.push(
    rows.map(({ key, arrivals, waitP90Seconds }) => ({ key, arrivals, p90Seconds: waitP90Seconds })),
  );
}
const asked: Asked = { firstFiguresMs, answerMs, answers, residentBytes: process.memoryUsage.rss() };
await store.close();
process.send?.(asked);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

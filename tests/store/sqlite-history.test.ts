import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore } from "../../electron/store/open.ts";
import { history } from "../../electron/store/sqlite/migrations/0005-history.ts";
import { compareEvents, type VigieEvent } from "../../shared/domain/event.ts";
import { takeBackTo } from "./earlier-schema.ts";
import { minuteMs, morningMs, visit } from "./events.ts";
import { freshFolder } from "./fresh-sqlite.ts";

let folder = freshFolder();

beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => folder.clear());

function takeBack(path: string): void {
  const db = new Database(path);
  takeBackTo(db, history.version - 1);
  db.close();
}

it("brings a store from before to what a rebuild makes of it", async () => {
  const path = join(folder.path, "vigie.db");
  const store = await openStore(path);
  const lengths = [0, 1, 60, 4_000, 4_096, 4_097, 86_400, 3_000_000, 60_000_000];
  const visits = lengths.flatMap((waitSeconds, index) => [
    ...visit(`served${index}`, { arrivedAtMs: morningMs + index * minuteMs, waitSeconds, handleSeconds: 90 }),
    ...visit(`gone${index}`, { arrivedAtMs: morningMs + index * minuteMs, waitSeconds, handleSeconds: null }),
    ...visit(`open${index}`, {
      arrivedAtMs: morningMs + index * minuteMs,
      waitSeconds,
      handleSeconds: 1,
    }).slice(0, 2),
  ]);
  await store.append(visits, "test");
  const expected = await store.projectionDigest();
  await store.close();
  takeBack(path);
  const migrated = await openStore(path);
  expect(await migrated.projectionDigest()).toBe(expected);
  await migrated.rebuild();
  expect(await migrated.projectionDigest()).toBe(expected);
  await migrated.close();
});

it("finds a time in a log that was written in any order, and in one from before", async () => {
  const path = join(folder.path, "vigie.db");
  const store = await openStore(path);
  const arrivals = Array.from({ length: 1_500 }, (_, index) => {
    const arrivedAtMs = morningMs + ((index * 7_919) % 1_500) ** 2 * 40;
    return visit(`case${index}`, { arrivedAtMs, waitSeconds: index, handleSeconds: 60 });
  }).flat();
  await store.append(arrivals, "test");
  await store.append(arrivals.slice(0, 40), "test");
  await store.close();
  const times = arrivals.map((event) => event.atMs).sort((a, b) => a - b);
  const lastMs = times.at(-1) ?? 0;

  const readBack = async () => {
    const reopened = await openStore(path);
    for (let part = 0; part < 40; part += 1) {
      const fromMs = morningMs - minuteMs + Math.round(((lastMs - morningMs) * part) / 38);
      const toMs = fromMs + part * 11 * minuteMs;
      const found: VigieEvent[] = [];
      for await (const batch of reopened.eventsBetween(fromMs, toMs)) found.push(...batch);
      const expected = arrivals.filter(({ atMs }) => atMs >= fromMs && atMs < toMs).sort(compareEvents);
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      expect(await reopened.nextEventAtMs(fromMs)).toBe(times.find((atMs) => atMs >= fromMs) ?? null);
    }
    await reopened.close();
  };
  await readBack();
  takeBack(path);
  await readBack();
});

import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../electron/store/open.ts";
import { setPragmas } from "../../electron/store/sqlite/pragmas.ts";
import type { Store } from "../../electron/store/store.ts";
import { minuteMs, morningMs, visit } from "./events.ts";
import { freshFolder } from "./fresh-sqlite.ts";

let folder = freshFolder();
let path = "";
let store: Store;

beforeEach(async () => {
  folder = freshFolder();
  path = join(folder.path, "deep", "vigie.db");
  store = await openStore(path);
});
afterEach(async () => {
  await store.close();
  folder.clear();
});

const batch = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    visit(`c${from + index}`, {
      arrivedAtMs: morningMs + (from + index) * minuteMs,
      waitSeconds: index % 900,
      handleSeconds: 60,
    }),
  ).flat();

describe("the file", () => {
  it("answers a commit only when the disk has it", () => {
    const db = new Database(join(folder.path, "plain.db"));
    setPragmas(db);
    expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
    // 2 is FULL: in WAL mode NORMAL would lose acknowledged events in a power cut.
    expect(db.pragma("synchronous", { simple: true })).toBe(2);
    expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
    db.close();
  });

  it.skipIf(process.platform === "win32")("is readable by its owner only, with its log", async () => {
    await store.append(batch(0, 1), "test");
    for (const name of ["vigie.db", "vigie.db-wal"]) {
      expect(statSync(join(folder.path, "deep", name)).mode & 0o077).toBe(0);
    }
  });

  it("may be an empty one that somebody made", async () => {
    const empty = join(folder.path, "empty.db");
    new Database(empty).close();
    const other = await openStore(empty);
    expect((await other.check()).ok).toBe(true);
    await other.close();
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "says so where its folder may not be written (skipped as root, who may)",
    async () => {
      const locked = join(folder.path, "locked");
      mkdirSync(locked);
      chmodSync(locked, 0o500);
      await expect(openStore(join(locked, "vigie.db"))).rejects.toMatchObject({ code: "store_unreadable" });
    },
  );

  it("says so where a folder has its name", async () => {
    await expect(openStore(join(folder.path, "deep"))).rejects.toMatchObject({ code: "store_unreadable" });
  });
});

describe("a copy", () => {
  it("made while events come in is whole, is one file, and opens as a store", async () => {
    await store.append(batch(0, 500), "test");
    const copyPath = join(folder.path, "backups", "copy.db");
    const copying = store.backup(copyPath);
    for (let from = 500; from < 2500; from += 500) await store.append(batch(from, 500), "test");
    const { bytes } = await copying;
    expect(readdirSync(join(folder.path, "backups"))).toEqual(["copy.db"]);
    expect(statSync(copyPath).size).toBe(bytes);

    const copy = await openStore(copyPath);
    const { ok, events } = await copy.check();
    expect(ok).toBe(true);
    expect(events).toBeGreaterThanOrEqual(2000);
    const digest = await copy.projectionDigest();
    await copy.rebuild();
    expect(await copy.projectionDigest()).toBe(digest);
    await copy.close();
  });

  it("replaces an earlier one of the same name only when it is whole", async () => {
    const copyPath = join(folder.path, "copy.db");
    await store.backup(copyPath);
    await store.append(batch(0, 10), "test");
    await store.backup(copyPath);
    const copy = await openStore(copyPath);
    expect((await copy.check()).events).toBe(40);
    await copy.close();
  });

  it("is never made over the store itself", async () => {
    await store.append(batch(0, 10), "test");
    await expect(store.backup(path)).rejects.toMatchObject({ code: "invalid_input" });
    expect((await store.check()).events).toBe(40);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it("fails clearly where it can't be written, and leaves nothing half", async () => {
    const copy = store.backup(join(path, "inside-a-file.db"));
    await expect(copy).rejects.toMatchObject({ code: "store_unreadable" });
    expect((await store.check()).ok).toBe(true);
  });
});

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../electron/store/open.ts";
import { migrate, schemaOf } from "../../electron/store/sqlite/migrate.ts";
import { migrations } from "../../electron/store/sqlite/migrations/all.ts";
import type { Migration } from "../../electron/store/sqlite/migrations/migration.ts";
import { takeBackTo } from "./earlier-schema.ts";
import { event, minuteMs, morningMs, visit } from "./events.ts";
import { freshFolder } from "./fresh-sqlite.ts";

let folder = freshFolder();
let path = "";

beforeEach(() => {
  folder = freshFolder();
  path = join(folder.path, "vigie.db");
});
afterEach(() => folder.clear());

async function withDatabase<T>(work: (db: Database.Database) => T | Promise<T>): Promise<T> {
  const db = new Database(path);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

const known = migrations.length;
const colour: Migration = {
  version: known + 1,
  up: (db) => db.exec("ALTER TABLE label ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'"),
};
const broken: Migration = {
  version: known + 2,
  up(db) {
    db.exec("DELETE FROM label");
    throw new Error("power cut");
  },
};

async function makeStore(): Promise<void> {
  const store = await openStore(path);
  await store.append(visit("c1", { arrivedAtMs: morningMs, waitSeconds: 1, handleSeconds: 1 }), "test");
  await store.setLabel("demo", "no");
  await store.close();
}

describe("the schema", () => {
  it("has steps that follow each other without gaps", () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it("of a newer Vigie is refused, and the file is left alone", async () => {
    await makeStore();
    await withDatabase((db) => db.pragma("user_version = 99"));
    const changedAtMs = statSync(path).mtimeMs;
    await expect(openStore(path)).rejects.toMatchObject({
      code: "store_newer",
      data: { schema: 99, known },
    });
    expect(statSync(path).mtimeMs).toBe(changedAtMs);
  });

  it("goes forward on a copy that was checked first, and keeps what was there", async () => {
    await makeStore();
    const copyPath = await withDatabase((db) => migrate(db, path, [...migrations, colour]));
    expect(copyPath).toBe(`${path}.schema-${known}`);
    await withDatabase((db) => {
      expect(schemaOf(db)).toBe(known + 1);
      expect(db.prepare("SELECT * FROM label").all()).toEqual([
        { name: "demo", value: "no", colour: "grey" },
      ]);
    });
    const copy = await openStore(`${path}.schema-${known}`);
    expect((await copy.check()).events).toBe(4);
    await copy.close();
  });

  it("is the old one or the new one where a step breaks, nothing between", async () => {
    await makeStore();
    await withDatabase(async (db) => {
      await expect(migrate(db, path, [...migrations, colour, broken])).rejects.toThrow("power cut");
    });
    await withDatabase((db) => {
      expect(schemaOf(db)).toBe(known + 1);
      expect(db.prepare("SELECT count(*) FROM label").pluck().get()).toBe(1);
    });
  });

  it("completes calls for backup from before they could be in a cascade, as a rebuild would", async () => {
    const before = await openStore(path);
    await before.append(
      [
        event("backup.requested", "b1", morningMs, {
          site: "hall",
          service: "passports",
          agent: "dora",
          by: "Claire",
          expiresAt: new Date(morningMs + minuteMs).toISOString(),
        }),
      ],
      "test",
    );
    await before.close();
    await withDatabase((db) => takeBackTo(db, 3));
    const after = await openStore(path);
    expect(await after.backupCall("b1")).toMatchObject({ channels: [], cascade: null, cascadeEnd: null });
    const migrated = await after.projectionDigest();
    await after.rebuild();
    expect(await after.projectionDigest()).toBe(migrated);
    await after.close();
  });

  it("is made without a copy where the store is new", async () => {
    await makeStore();
    expect(existsSync(`${path}.schema-0`)).toBe(false);
  });
});

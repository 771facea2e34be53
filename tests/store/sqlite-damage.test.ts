import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../electron/store/open.ts";
import { inspectFile } from "../../electron/store/sqlite/damage.ts";
import { migrations } from "../../electron/store/sqlite/migrations/all.ts";
import { Fault } from "../../shared/faults.ts";
import { morningMs, visit } from "./events.ts";
import { freshFolder } from "./fresh-sqlite.ts";

const pageBytes = 4096;
const folder = freshFolder();
const good = join(folder.path, "good.db");
let bytes = Buffer.alloc(0);
let places = 0;

/** A place of its own with a store whose bytes were changed. */
function placeWith(change: (bytes: Buffer) => void): string {
  places += 1;
  const place = join(folder.path, String(places));
  mkdirSync(place);
  const path = join(place, "vigie.db");
  const changed = Buffer.from(bytes);
  change(changed);
  writeFileSync(path, changed);
  return path;
}

async function faultOf(path: string): Promise<Fault> {
  const error: unknown = await openStore(path).then(
    (store) => store.close(),
    (reason: unknown) => reason,
  );
  if (error instanceof Fault) return error;
  throw new Error(`no fault, but ${error}`);
}

beforeAll(async () => {
  const store = await openStore(good);
  const events = Array.from({ length: 500 }, (_, index) =>
    visit(`c${index}`, {
      arrivedAtMs: morningMs + index * 1000,
      waitSeconds: index % 900,
      handleSeconds: 60,
    }),
  );
  await store.append(events.flat(), "test");
  await store.close();
  bytes = readFileSync(good);
});

afterAll(() => folder.clear());

describe("a damaged store", () => {
  it("is set aside whole and named, and nothing is made in its place until a backup is", async () => {
    const path = placeWith((changed) => changed.fill(0xff, 8192, 8192 + 64));
    const damaged = readFileSync(path);
    const fault = await faultOf(path);
    const aside = String(fault.data["setAside"]);
    expect(fault.code).toBe("store_damaged");
    expect(fault.message).toContain(aside);
    expect(existsSync(path)).toBe(false);
    expect(readFileSync(aside).equals(damaged)).toBe(true);

    expect(await faultOf(path)).toMatchObject({ code: "store_damaged", data: { setAside: aside } });
    expect(existsSync(path)).toBe(false);

    copyFileSync(good, path);
    const store = await openStore(path);
    expect((await store.check()).events).toBe(2000);
    await store.close();
    expect(readFileSync(aside).equals(damaged)).toBe(true);
  });

  it("is known as a store also where its header is damaged", async () => {
    const path = placeWith((changed) => changed.fill(0, 0, 16));
    expect((await faultOf(path)).code).toBe("store_damaged");
  });

  it("is not taken for a new one where it was cut to nothing and its log is there", async () => {
    const path = placeWith(() => {});
    truncateSync(path, 0);
    writeFileSync(`${path}-wal`, "not empty");
    expect((await faultOf(path)).code).toBe("store_damaged");
    expect(readFileSync(`${path}-wal`, "utf8")).toBe("not empty");
    rmSync(`${path}-wal`);
    await (await openStore(path)).close();
  });

  it("is found at the start in what people entered even where the file is too large to be read through", () => {
    const pageOf = (table: string): number => {
      const db = new Database(good, { readonly: true });
      const root = db.prepare<[string], number>("SELECT rootpage FROM sqlite_schema WHERE name = ?").pluck();
      const page = root.get(table) ?? 0;
      db.close();
      return page;
    };
    const withoutPageOf = (table: string) =>
      placeWith((changed) => changed.fill(0xff, (pageOf(table) - 1) * pageBytes, pageOf(table) * pageBytes));
    const inspect = (path: string) => () => inspectFile(path, migrations.length, 0);
    expect(inspect(withoutPageOf("note"))).toThrow(Fault);
    expect(inspect(withoutPageOf("week_figure"))).not.toThrow();
    expect(inspect(placeWith(() => undefined))).not.toThrow();
  });

  it("never gives more than a clear fault, whichever bits are flipped, and keeps every byte", async () => {
    const flip = fc.record({
      at: fc.nat(bytes.length - 1),
      bit: fc.nat(7),
      run: fc.integer({ min: 1, max: 600 }),
    });
    await fc.assert(
      fc.asyncProperty(flip, async ({ at, bit, run }) => {
        const path = placeWith((changed) => {
          for (let index = at; index < Math.min(at + run, changed.length); index += 1) {
            changed[index] = (changed[index] ?? 0) ^ (1 << bit);
          }
        });
        const damaged = readFileSync(path);
        const outcome: unknown = await openStore(path).then(
          async (store) => {
            await store.close();
            return "opened";
          },
          (reason: unknown) => reason,
        );
        const place = join(path, "..");
        if (outcome !== "opened") {
          expect(outcome).toBeInstanceOf(Fault);
          expect(["store_damaged", "store_newer", "store_unreadable"]).toContain((outcome as Fault).code);
          const kept = readdirSync(place).some((name) => readFileSync(join(place, name)).equals(damaged));
          expect(kept).toBe(true);
        }
        rmSync(place, { recursive: true });
      }),
      { numRuns: 100 },
    );
  });
});

describe("a file that is no store", () => {
  it("is refused and left as it is", async () => {
    const path = placeWith((changed) => changed.fill("a;b;c\n"));
    const before = readFileSync(path);
    expect((await faultOf(path)).code).toBe("store_unreadable");
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("is refused where another program made the database", async () => {
    const path = join(folder.path, "other.db");
    const other = new Database(path);
    other.exec("CREATE TABLE music (title TEXT)");
    other.close();
    expect((await faultOf(path)).code).toBe("store_unreadable");
    expect(readdirSync(folder.path).filter((name) => name.startsWith("other.db"))).toEqual([
      "other.db",
      "other.db.lock",
    ]);
  });
});

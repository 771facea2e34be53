import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore } from "../../electron/store/open.ts";
import { calendar } from "../../electron/store/sqlite/migrations/0009-calendar.ts";
import { takeBackTo } from "./earlier-schema.ts";
import { event, minuteMs, morningMs, visit } from "./events.ts";
import { freshFolder } from "./fresh-sqlite.ts";

let folder = freshFolder();

beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => folder.clear());

it("fills time on duty and answers from the log of a store from before, once", async () => {
  const path = join(folder.path, "vigie.db");
  const store = await openStore(path);
  await store.append(
    [
      ...["alice", "bob", "carol"].flatMap((id) => [
        event("agent.signed_in", id, morningMs, { site: "hall" }),
        event("agent.state_changed", id, morningMs + 5 * minuteMs, { state: "serving" }),
        event("agent.signed_out", id, morningMs + 20 * minuteMs, {}),
      ]),
      ...visit("c1", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 60 }),
      event("feedback.given", "c1", morningMs + 9 * minuteMs, { treated: 4 }),
    ],
    "test",
  );
  const digest = await store.projectionDigest();
  await store.close();
  const db = new Database(path);
  takeBackTo(db, calendar.version - 1);
  db.close();
  for (const _ of ["the first start", "the second"]) {
    const after = await openStore(path);
    expect(await after.projectionDigest()).toBe(digest);
    await after.close();
  }
});

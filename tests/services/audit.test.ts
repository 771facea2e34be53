/** Whoever tampers with the audit in the file itself is found out. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { createAudit } from "../../electron/services/audit.ts";
import { openStore } from "../../electron/store/open.ts";
import { leadClaire, managerOmar, seatOf } from "./actors.ts";
import { steadyClock } from "./steady-clock.ts";

const nowMs = Date.UTC(2026, 10, 24, 9);
let path: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "vigie-audit-"));
  path = join(folder, "vigie.db");
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** Opens the audit of the file, lets somebody use it, and closes it. */
async function withAudit<T>(use: (audit: ReturnType<typeof createAudit>) => Promise<T>): Promise<T> {
  const store = await openStore(path);
  try {
    return await use(createAudit(store, steadyClock(nowMs), access));
  } finally {
    await store.close();
  }
}

const access = seatOf(leadClaire);

/** Four entries: three looks of Claire's, and an export of Omar's. */
async function written(): Promise<void> {
  await withAudit(async (audit) => {
    access.seat(leadClaire);
    for (const agentId of ["alice", "bob", "alice"]) {
      await audit.record({ kind: "person_viewed", agentId, what: "figures", purpose: "Entretien" });
    }
    access.seat(managerOmar);
    await audit.record({ kind: "exported", agentId: null, what: "report", purpose: null });
  });
}

/** Changes the file as somebody would who knows how, past the trigger that lets entries alone. */
function tamper(statement: string, ...values: unknown[]): void {
  const db = new Database(path);
  try {
    db.exec("DROP TRIGGER audit_stays");
    expect(db.prepare(statement).run(...values).changes).toBeGreaterThan(0);
  } finally {
    db.close();
  }
}

const breaksNow = () => withAudit(async (audit) => (await audit.list(10)).breaks);

it("is whole as long as nobody touches it, also after it was closed and written on", async () => {
  await written();
  await written();
  expect(await breaksNow()).toEqual([]);
  const { total, entries } = await withAudit((audit) => audit.list(3));
  expect(total).toBe(8);
  expect(entries.map(({ number, by }) => [number, by])).toEqual([
    [8, managerOmar.name],
    [7, leadClaire.name],
    [6, leadClaire.name],
  ]);
});

it("names the entry whose words somebody changed", async () => {
  await written();
  tamper("UPDATE audit SET record = replace(record, 'Entretien', 'Congé') WHERE number = 2");
  expect(await breaksNow()).toEqual([2]);
});

it("names the entry that somebody signed with another name, and stays readable", async () => {
  await written();
  tamper("UPDATE audit SET record = replace(record, ?, 'Personne') WHERE number = 3", leadClaire.name);
  expect(await breaksNow()).toEqual([3]);
  expect((await withAudit((audit) => audit.viewsOf("alice"))).map(({ by }) => by)).toEqual([
    "Personne",
    leadClaire.name,
  ]);
});

it("names the entry after the one that somebody took out", async () => {
  await written();
  tamper("DELETE FROM audit WHERE number = 2");
  expect(await breaksNow()).toEqual([3]);
});

it("names the entries that somebody cut off the end", async () => {
  await written();
  tamper("DELETE FROM audit WHERE number >= 3");
  expect(await breaksNow()).toEqual([3, 4]);
});

it("names an entry that is none any more, and shows the others", async () => {
  await written();
  tamper("UPDATE audit SET record = 'gone' WHERE number = 1");
  expect(await breaksNow()).toEqual([1]);
  expect(await withAudit((audit) => audit.list(10))).toMatchObject({
    total: 4,
    entries: [{ number: 4 }, { number: 3 }, { number: 2 }],
  });
});

it("names an entry to which somebody added something", async () => {
  await written();
  tamper(`UPDATE audit SET record = json_set(record, '$.note', 'ok') WHERE number = 2`);
  expect(await breaksNow()).toEqual([2]);
});

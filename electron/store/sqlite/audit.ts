/** The audit as a chain: each entry carries a hash of itself and of the hash before, so that nothing is taken out unseen. */
import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import type { AuditDraft, AuditEntry } from "../../../shared/domain/audit.ts";
import type { AuditStore } from "../audit-store.ts";
import { canonicalJson } from "./canonical.ts";
import type { Engine } from "./engine.ts";
import { all, first, run, sql } from "./query.ts";

const mostShown = 200;

/** The part of the port that is about the audit. */
export function createAuditStore(engine: Engine): AuditStore {
  const { db } = engine;
  return {
    addAuditEntry: (draft, by, atMs) =>
      engine.write((changes) => {
        add(db, draft, by, atMs);
        changes.audit = true;
      }),
    auditOf: (agentId) => engine.read(() => ofAgent(db, agentId)),
    auditEntries: (limit) => engine.read(() => newest(db, limit)),
    auditBreaks: () => engine.read(() => breaks(db)),
  };
}

function add(db: Database.Database, draft: AuditDraft, by: string, atMs: number): void {
  const last = first(
    db,
    sql.selectFrom("audit").select(["number", "hash"]).orderBy("number", "desc").limit(1),
  );
  const entry: AuditEntry = { ...draft, number: (last?.number ?? 0) + 1, by, atMs };
  run(
    db,
    sql.insertInto("audit").values({
      number: entry.number,
      agent_id: entry.agentId,
      record: JSON.stringify(entry),
      hash: hashOf(entry, last?.hash ?? ""),
    }),
  );
}

function ofAgent(db: Database.Database, agentId: string): AuditEntry[] {
  return all(
    db,
    sql
      .selectFrom("audit")
      .select("record")
      .where("agent_id", "=", agentId)
      .orderBy("number", "desc")
      .limit(mostShown),
  ).map((row) => JSON.parse(row.record) as AuditEntry);
}

function newest(db: Database.Database, limit: number): { total: number; entries: AuditEntry[] } {
  const rows = all(db, sql.selectFrom("audit").select("record").orderBy("number", "desc").limit(limit));
  const last = first(
    db,
    sql.selectFrom("audit").select((eb) => eb.fn.countAll<number>().as("total")),
  );
  return { total: last?.total ?? 0, entries: rows.map((row) => JSON.parse(row.record) as AuditEntry) };
}

/** Numbers of entries that are not what was written, or before which one is missing. */
function breaks(db: Database.Database): number[] {
  const found: number[] = [];
  let before = { number: 0, hash: "" };
  for (const row of all(db, sql.selectFrom("audit").selectAll().orderBy("number"))) {
    const isNext = row.number === before.number + 1;
    if (!isNext || row.hash !== hashOf(JSON.parse(row.record) as AuditEntry, before.hash)) {
      found.push(row.number);
    }
    before = row;
  }
  return found;
}

function hashOf(entry: AuditEntry, hashBefore: string): string {
  return createHash("sha256").update(hashBefore).update(canonicalJson(entry)).digest("hex");
}

/**
 * The audit as a chain: each entry carries a hash of itself and of the hash before, and the store keeps how far the
 * chain goes, so that nothing is changed, taken out or cut off unseen.
 */
import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import { type AuditDraft, type AuditEntry, auditEntrySchema } from "../../../shared/domain/audit.ts";
import type { AuditStore } from "../audit-store.ts";
import { canonicalJson } from "./canonical.ts";
import type { Engine } from "./engine.ts";
import { LabelTable } from "./label.ts";
import { all, first, run, sql } from "./query.ts";

const mostShown = 200;
/** Label of the store: the number of the last entry. */
const lastLabel = "audit.last";

/** The part of the port that is about the audit. */
export function createAuditStore(engine: Engine): AuditStore {
  const { db } = engine;
  const labels = new LabelTable(db);
  return {
    addAuditEntry: (draft, by, atMs) =>
      engine.write((changes) => {
        add(db, labels, draft, by, atMs);
        changes.audit = true;
      }),
    auditOf: (agentId) => engine.read(() => ofAgent(db, agentId)),
    auditEntries: (limit) => engine.read(() => newest(db, limit)),
    auditBreaks: () => engine.read(() => breaks(db, Number(labels.read(lastLabel) ?? 0))),
  };
}

function add(db: Database.Database, labels: LabelTable, draft: AuditDraft, by: string, atMs: number): void {
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
  labels.put(lastLabel, String(entry.number));
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
  ).flatMap((row) => readable(row.record) ?? []);
}

function newest(db: Database.Database, limit: number): { total: number; entries: AuditEntry[] } {
  const rows = all(db, sql.selectFrom("audit").select("record").orderBy("number", "desc").limit(limit));
  const last = first(
    db,
    sql.selectFrom("audit").select((eb) => eb.fn.countAll<number>().as("total")),
  );
  return { total: last?.total ?? 0, entries: rows.flatMap((row) => readable(row.record) ?? []) };
}

/** Numbers of entries that are not what was written, before which one is missing, or which were cut off the end. */
function breaks(db: Database.Database, lastNumber: number): number[] {
  const found: number[] = [];
  let before = { number: 0, hash: "" };
  for (const row of all(db, sql.selectFrom("audit").selectAll().orderBy("number"))) {
    const entry = readable(row.record);
    const isNext = row.number === before.number + 1;
    if (!isNext || entry === null || row.hash !== hashOf(entry, before.hash)) found.push(row.number);
    before = row;
  }
  for (let number = before.number + 1; number <= lastNumber; number += 1) found.push(number);
  return found;
}

/** The entry of a row; null where somebody made something else of it, which `breaks` then names. */
function readable(record: string): AuditEntry | null {
  try {
    const entry = JSON.parse(record) as AuditEntry;
    // As it stands, what was added to it included: the hash is of all of it.
    return auditEntrySchema.safeParse(entry).success ? entry : null;
  } catch {
    return null;
  }
}

function hashOf(entry: AuditEntry, hashBefore: string): string {
  return createHash("sha256").update(hashBefore).update(canonicalJson(entry)).digest("hex");
}

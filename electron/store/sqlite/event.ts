/** The append-only log: one row per event, unique by source and id. */
import type Database from "better-sqlite3";
import { consoleSource } from "../../../shared/domain/case-action.ts";
import { compareEvents, type VigieEvent } from "../../../shared/domain/event.ts";
import { toCloudEvent } from "../../../shared/domain/understand.ts";
import { Fault, type FaultValue } from "../../../shared/faults.ts";
import type { AppendOutcome } from "../store.ts";
import { insertSql, type ManyRows, rowsTogether, type Value } from "./bulk-insert.ts";
import { canonicalJson } from "./canonical.ts";
import type { Changes } from "./changes.ts";
import { EventBlockTable, WrittenBlocks } from "./event-block.ts";
import type { RejectTable } from "./reject.ts";

const insertHead = "INSERT INTO event (source, id, type, subject, time, at_ms, data, received_at_ms)";
const insertColumns = 8;
const unlessKnown = "ON CONFLICT (source, id) DO NOTHING";

/** The statement that writes one event to the log. */
export const insertEventSql = insertSql(insertHead, insertColumns, 1, unlessKnown);

export interface EventRow {
  readonly number: number;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly at_ms: number;
  readonly data: string;
}

/** Says to the engine that the index of what is known of agents will do. */
export const isAboutAgent = "type >= 'agent.' AND type < 'agent/'";

export const eventColumns = "number, source, id, type, subject, time, at_ms, data";
const accepted: AppendOutcome = { status: "accepted" };
const duplicate: AppendOutcome = { status: "duplicate" };

/** What a call to append is about, and where the events go that were new. */
export interface Append {
  /** Name of the feed, for the reject list. */
  readonly feed: string;
  readonly receivedAtMs: number;
  readonly fresh: VigieEvent[];
  readonly changes: Changes;
}

interface Target {
  readonly into: Append;
  readonly outcomes: AppendOutcome[];
  readonly blocks: WrittenBlocks;
}

export class EventTable {
  readonly #insertMany: ManyRows;
  readonly #insertOne: ManyRows;
  readonly #byIdentity: Database.Statement<[string, string], EventRow>;
  readonly #bySubject: Database.Statement<[string], EventRow>;
  readonly #byAction: Database.Statement<[string], EventRow>;
  readonly #after: Database.Statement<[number, number], EventRow>;
  readonly #count: Database.Statement<[], number>;
  readonly #blocks: EventBlockTable;
  readonly #rejects: RejectTable;

  constructor(db: Database.Database, rejects: RejectTable) {
    this.#rejects = rejects;
    this.#blocks = new EventBlockTable(db);
    this.#insertMany = db.prepare(insertSql(insertHead, insertColumns, rowsTogether, unlessKnown));
    this.#insertOne = db.prepare(insertEventSql);
    this.#byIdentity = db.prepare(`SELECT ${eventColumns} FROM event WHERE source = ? AND id = ?`);
    this.#bySubject = db.prepare(`SELECT ${eventColumns} FROM event WHERE subject = ?`);
    this.#byAction = db.prepare(
      `SELECT ${eventColumns} FROM event WHERE source = '${consoleSource}' AND json_extract(data, '$.action') = ?`,
    );
    this.#count = db.prepare<[], number>("SELECT count(*) FROM event").pluck();
    this.#after = db.prepare(`SELECT ${eventColumns} FROM event WHERE number > ? ORDER BY number LIMIT ?`);
  }

  /**
   * Writes events; what was taken in goes to `into.fresh`. An event whose source and id are known
   * with another content goes to the reject list.
   */
  append(events: readonly VigieEvent[], into: Append): AppendOutcome[] {
    const outcomes: AppendOutcome[] = [];
    const blocks = new WrittenBlocks();
    const target = { into, outcomes, blocks };
    let from = 0;
    for (; from + rowsTogether <= events.length; from += rowsTogether) {
      this.#write(this.#insertMany, events.slice(from, from + rowsTogether), target);
    }
    for (; from < events.length; from += 1) {
      this.#write(this.#insertOne, events.slice(from, from + 1), target);
    }
    this.#blocks.widen(blocks);
    return outcomes;
  }

  #write(insert: ManyRows, events: readonly VigieEvent[], { into, outcomes, blocks }: Target): void {
    const values: Value[] = [];
    for (const { source, id, type, subject, time, atMs, data } of events) {
      values.push(source, id, type, subject, time, atMs, JSON.stringify(data), into.receivedAtMs);
    }
    const { changes: written, lastInsertRowid } = insert.run(values);
    const firstWritten = Number(lastInsertRowid) - written + 1;
    if (written === events.length) {
      for (const [index, event] of events.entries()) {
        blocks.note(firstWritten + index, event.atMs);
        into.fresh.push(event);
        outcomes.push(accepted);
      }
      return;
    }
    // Some were known. A row that was written just now is that of the first event with its identity.
    const claimed = new Set<number>();
    for (const event of events) {
      const kept = this.#byIdentity.get(event.source, event.id);
      if (kept === undefined) throw new Error(`event ${event.id} was neither written nor known`);
      if (written > 0 && kept.number >= firstWritten && !claimed.has(kept.number)) {
        claimed.add(kept.number);
        blocks.note(kept.number, event.atMs);
        into.fresh.push(event);
        outcomes.push(accepted);
      } else {
        outcomes.push(isSame(kept, event) ? duplicate : this.#refuse(event, into));
      }
    }
  }

  /** What `append` would say of an event by what is in the log; nothing is written. */
  foresee(event: VigieEvent): AppendOutcome {
    const kept = this.#byIdentity.get(event.source, event.id);
    if (kept === undefined) return accepted;
    return isSame(kept, event) ? duplicate : { status: "rejected", fault: mismatch(event) };
  }

  #refuse(event: VigieEvent, { feed, receivedAtMs, changes }: Append): AppendOutcome {
    const fault = mismatch(event);
    const raw = JSON.stringify(toCloudEvent(event));
    this.#rejects.add({ receivedAtMs, feed, line: null, fault, raw }, changes);
    return { status: "rejected", fault };
  }

  /** All events about a subject, in the order of `compareEvents`. */
  ofSubject(subject: string): VigieEvent[] {
    return this.#bySubject.all(subject).map(toEvent).sort(compareEvents);
  }

  /** The console's own events of one action, in the order of `compareEvents`. */
  ofAction(actionId: string): VigieEvent[] {
    return this.#byAction.all(actionId).map(toEvent).sort(compareEvents);
  }

  count(): number {
    return this.#count.get() ?? 0;
  }

  /** The whole log in the order in which it was written, `size` events at a time. */
  *batches(size: number): Generator<VigieEvent[]> {
    let last = 0;
    for (;;) {
      const rows = this.#after.all(last, size);
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end.number;
      yield rows.map(toEvent);
    }
  }
}

function mismatch({ source, id }: VigieEvent): FaultValue {
  return new Fault(
    "payload_mismatch",
    `The event ${id} of ${source} was taken in before with another content. The first one stays, this one is in the reject list; send a changed event under a new id.`,
    { source, id },
  ).toValue();
}

function isSame(kept: EventRow, event: VigieEvent): boolean {
  return (
    kept.type === event.type &&
    kept.subject === event.subject &&
    kept.time === event.time &&
    (kept.data === JSON.stringify(event.data) ||
      canonicalJson(JSON.parse(kept.data)) === canonicalJson(event.data))
  );
}

/** The event of a row. */
export function toEvent(row: EventRow): VigieEvent {
  const { source, id, type, subject, time } = row;
  // Only understood events are ever written.
  return { source, id, type, subject, time, atMs: row.at_ms, data: JSON.parse(row.data) } as VigieEvent;
}

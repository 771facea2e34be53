/** The append-only log: one row per event, unique by source and id. */
import type Database from "better-sqlite3";
import { compareEvents, type VigieEvent } from "../../../shared/domain/event.ts";
import { consoleSource } from "../../../shared/domain/reassign.ts";
import { toCloudEvent } from "../../../shared/domain/understand.ts";
import { Fault } from "../../../shared/faults.ts";
import type { AppendOutcome } from "../store.ts";
import { insertSql, type ManyRows, rowsTogether, type Value } from "./bulk-insert.ts";
import { canonicalJson } from "./canonical.ts";
import type { Changes } from "./changes.ts";
import type { RejectTable } from "./reject.ts";

const insertHead = "INSERT INTO event (source, id, type, subject, time, at_ms, data, received_at_ms)";
const insertColumns = 8;
const unlessKnown = "ON CONFLICT (source, id) DO NOTHING";

/** The statement that writes one event to the log. */
export const insertEventSql = insertSql(insertHead, insertColumns, 1, unlessKnown);

interface EventRow {
  readonly number: number;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly at_ms: number;
  readonly data: string;
}

const columns = "number, source, id, type, subject, time, at_ms, data";
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

export class EventTable {
  readonly #insertMany: ManyRows;
  readonly #insertOne: ManyRows;
  readonly #byIdentity: Database.Statement<[string, string], EventRow>;
  readonly #bySubject: Database.Statement<[string], EventRow>;
  readonly #byAction: Database.Statement<[string], EventRow>;
  readonly #after: Database.Statement<[number, number], EventRow>;
  readonly #count: Database.Statement<[], number>;
  readonly #rejects: RejectTable;

  constructor(db: Database.Database, rejects: RejectTable) {
    this.#rejects = rejects;
    this.#insertMany = db.prepare(insertSql(insertHead, insertColumns, rowsTogether, unlessKnown));
    this.#insertOne = db.prepare(insertEventSql);
    this.#byIdentity = db.prepare(`SELECT ${columns} FROM event WHERE source = ? AND id = ?`);
    this.#bySubject = db.prepare(`SELECT ${columns} FROM event WHERE subject = ?`);
    this.#byAction = db.prepare(
      `SELECT ${columns} FROM event WHERE type = 'case.reassigned' AND json_extract(data, '$.action') = ?`,
    );
    this.#count = db.prepare<[], number>("SELECT count(*) FROM event").pluck();
    this.#after = db.prepare(`SELECT ${columns} FROM event WHERE number > ? ORDER BY number LIMIT ?`);
  }

  /**
   * Writes events; what was taken in goes to `into.fresh`. An event whose source and id are known
   * with another content goes to the reject list.
   */
  append(events: readonly VigieEvent[], into: Append): AppendOutcome[] {
    const outcomes: AppendOutcome[] = [];
    let from = 0;
    for (; from + rowsTogether <= events.length; from += rowsTogether) {
      this.#write(this.#insertMany, events.slice(from, from + rowsTogether), into, outcomes);
    }
    for (; from < events.length; from += 1) {
      this.#write(this.#insertOne, events.slice(from, from + 1), into, outcomes);
    }
    return outcomes;
  }

  #write(insert: ManyRows, events: readonly VigieEvent[], into: Append, outcomes: AppendOutcome[]): void {
    const values: Value[] = [];
    for (const { source, id, type, subject, time, atMs, data } of events) {
      values.push(source, id, type, subject, time, atMs, JSON.stringify(data), into.receivedAtMs);
    }
    const { changes: written, lastInsertRowid } = insert.run(values);
    if (written === events.length) {
      for (const event of events) {
        into.fresh.push(event);
        outcomes.push(accepted);
      }
      return;
    }
    // Some were known. A row that was written just now is that of the first event with its identity.
    const firstWritten = Number(lastInsertRowid) - written + 1;
    const claimed = new Set<number>();
    for (const event of events) {
      const kept = this.#byIdentity.get(event.source, event.id);
      if (kept === undefined) throw new Error(`event ${event.id} was neither written nor known`);
      if (written > 0 && kept.number >= firstWritten && !claimed.has(kept.number)) {
        claimed.add(kept.number);
        into.fresh.push(event);
        outcomes.push(accepted);
      } else {
        outcomes.push(isSame(kept, event) ? duplicate : this.#refuse(event, into));
      }
    }
  }

  #refuse(event: VigieEvent, { feed, receivedAtMs, changes }: Append): AppendOutcome {
    const fault = new Fault(
      "payload_mismatch",
      `The event ${event.id} of ${event.source} was taken in before with another content. The first one stays, this one is in the reject list; send a changed event under a new id.`,
      { source: event.source, id: event.id },
    ).toValue();
    const raw = JSON.stringify(toCloudEvent(event));
    this.#rejects.add({ receivedAtMs, feed, line: null, fault, raw }, changes);
    return { status: "rejected", fault };
  }

  /** All events about a subject, in the order of `compareEvents`. */
  ofSubject(subject: string): VigieEvent[] {
    return this.#bySubject.all(subject).map(toEvent).sort(compareEvents);
  }

  /** The console's reassignments of one action, in the order of `compareEvents`. */
  ofAction(actionId: string): VigieEvent[] {
    return this.#byAction
      .all(actionId)
      .map(toEvent)
      .filter((event) => event.source === consoleSource)
      .sort(compareEvents);
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

function isSame(kept: EventRow, event: VigieEvent): boolean {
  return (
    kept.type === event.type &&
    kept.subject === event.subject &&
    kept.time === event.time &&
    (kept.data === JSON.stringify(event.data) ||
      canonicalJson(JSON.parse(kept.data)) === canonicalJson(event.data))
  );
}

function toEvent(row: EventRow): VigieEvent {
  const { source, id, type, subject, time } = row;
  // Only understood events are ever written.
  return { source, id, type, subject, time, atMs: row.at_ms, data: JSON.parse(row.data) } as VigieEvent;
}

/** The append-only log: one row per event, unique by source and id. */
import type Database from "better-sqlite3";
import { compareEvents, type VigieEvent } from "../../../shared/domain/event.ts";
import { consoleSource } from "../../../shared/domain/reassign.ts";
import { toCloudEvent } from "../../../shared/domain/understand.ts";
import { Fault } from "../../../shared/faults.ts";
import type { AppendOutcome } from "../store.ts";
import { canonicalJson } from "./canonical.ts";
import type { Changes } from "./changes.ts";
import type { RejectTable } from "./reject.ts";

/** The one statement that writes to the log. */
export const insertEventSql = `
  INSERT INTO event (source, id, type, subject, time, at_ms, data, received_at_ms)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (source, id) DO NOTHING
`;

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

export class EventTable {
  readonly #insert: Database.Statement<[string, string, string, string, string, number, string, number]>;
  readonly #byIdentity: Database.Statement<[string, string], EventRow>;
  readonly #bySubject: Database.Statement<[string], EventRow>;
  readonly #byAction: Database.Statement<[string], EventRow>;
  readonly #after: Database.Statement<[number, number], EventRow>;
  readonly #count: Database.Statement<[], number>;
  readonly #rejects: RejectTable;

  constructor(db: Database.Database, rejects: RejectTable) {
    this.#rejects = rejects;
    this.#insert = db.prepare(insertEventSql);
    this.#byIdentity = db.prepare(`SELECT ${columns} FROM event WHERE source = ? AND id = ?`);
    this.#bySubject = db.prepare(`SELECT ${columns} FROM event WHERE subject = ?`);
    this.#byAction = db.prepare(
      `SELECT ${columns} FROM event WHERE type = 'case.reassigned' AND json_extract(data, '$.action') = ?`,
    );
    this.#count = db.prepare<[], number>("SELECT count(*) FROM event").pluck();
    this.#after = db.prepare(`SELECT ${columns} FROM event WHERE number > ? ORDER BY number LIMIT ?`);
  }

  /**
   * Writes events; what was taken in goes to `fresh`. An event whose source and id are known with
   * another content goes to the reject list.
   */
  append(
    events: readonly VigieEvent[],
    feed: string,
    receivedAtMs: number,
    fresh: VigieEvent[],
    changes: Changes,
  ): AppendOutcome[] {
    const outcomes: AppendOutcome[] = [];
    for (const event of events) {
      const { source, id, type, subject, time, atMs } = event;
      const data = JSON.stringify(event.data);
      if (this.#insert.run(source, id, type, subject, time, atMs, data, receivedAtMs).changes === 1) {
        fresh.push(event);
        outcomes.push(accepted);
      } else {
        outcomes.push(this.#compareWithKept(event, data, feed, receivedAtMs, changes));
      }
    }
    return outcomes;
  }

  #compareWithKept(
    event: VigieEvent,
    data: string,
    feed: string,
    receivedAtMs: number,
    changes: Changes,
  ): AppendOutcome {
    const kept = this.#byIdentity.get(event.source, event.id);
    if (kept !== undefined && isSame(kept, event, data)) return duplicate;
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

function isSame(kept: EventRow, event: VigieEvent, data: string): boolean {
  return (
    kept.type === event.type &&
    kept.subject === event.subject &&
    kept.time === event.time &&
    (kept.data === data || canonicalJson(JSON.parse(kept.data)) === canonicalJson(event.data))
  );
}

function toEvent(row: EventRow): VigieEvent {
  const { source, id, type, subject, time } = row;
  // Only understood events are ever written.
  return { source, id, type, subject, time, atMs: row.at_ms, data: JSON.parse(row.data) } as VigieEvent;
}

/** Commitments, each folded from the events of its subject, with the place of its case. */
import type Database from "better-sqlite3";
import { type Commitment, foldCommitments, isOpen } from "../../../shared/domain/commitment.ts";
import type { CommitmentStore } from "../commitment-store.ts";
import type { Decision } from "../store.ts";
import type { CaseTable } from "./case.ts";
import type { Changes } from "./changes.ts";
import type { Engine } from "./engine.ts";
import type { EventTable } from "./event.ts";

export class CommitmentTable {
  readonly #events: EventTable;
  readonly #cases: CaseTable;
  readonly #put: Database.Statement<[string, string, string | null, number, number, string]>;
  readonly #deleteOf: Database.Statement<[string]>;
  readonly #get: Database.Statement<[string], string>;
  readonly #open: Database.Statement<[], string>;
  readonly #due: Database.Statement<[number, number], string>;
  readonly #subjectsOfCases: Database.Statement<[string], string>;
  readonly #subjects: Database.Statement<[], string>;

  constructor(db: Database.Database, events: EventTable, cases: CaseTable) {
    this.#events = events;
    this.#cases = cases;
    this.#put = db.prepare("INSERT OR REPLACE INTO commitment VALUES (?, ?, ?, ?, ?, ?)");
    this.#deleteOf = db.prepare("DELETE FROM commitment WHERE subject = ?");
    this.#get = db.prepare<[string], string>("SELECT record FROM commitment WHERE id = ?").pluck();
    this.#open = db
      .prepare<[], string>("SELECT record FROM commitment WHERE open = 1 ORDER BY due_at_ms, id")
      .pluck();
    this.#due = db
      .prepare<[number, number], string>(
        "SELECT record FROM commitment WHERE due_at_ms >= ? AND due_at_ms < ? ORDER BY due_at_ms, id",
      )
      .pluck();
    this.#subjectsOfCases = db
      .prepare<[string], string>(
        "SELECT subject FROM json_each(?) AS one CROSS JOIN commitment ON case_id = one.value",
      )
      .pluck();
    this.#subjects = db
      .prepare<[], string>("SELECT DISTINCT subject FROM event WHERE type = 'commitment.made'")
      .pluck();
  }

  /**
   * Takes in what the log says now.
   *
   * @param told subjects with fresh events of commitments
   * @param changed cases with fresh events, which matter only where something was promised on them
   */
  project(told: Iterable<string>, changed: Iterable<string>, changes: Changes): void {
    const ofCases = this.#subjectsOfCases.all(JSON.stringify([...changed]));
    const subjects = new Set([...told, ...ofCases]);
    for (const subject of subjects) this.#refresh(subject);
    if (subjects.size > 0) changes.commitments = true;
  }

  /** Makes the empty table anew from the log. */
  fill(): void {
    for (const subject of this.#subjects.all()) this.#refresh(subject);
  }

  read(id: string): Commitment | undefined {
    const record = this.#get.get(id);
    return record === undefined ? undefined : (JSON.parse(record) as Commitment);
  }

  open(): Commitment[] {
    return this.#open.all().map((record) => JSON.parse(record) as Commitment);
  }

  due(fromMs: number, toMs: number): Commitment[] {
    return this.#due.all(fromMs, toMs).map((record) => JSON.parse(record) as Commitment);
  }

  #refresh(subject: string): void {
    this.#deleteOf.run(subject);
    for (const folded of foldCommitments(subject, this.#events.ofSubject(subject))) {
      const one = this.#placed(folded);
      this.#put.run(one.id, subject, one.caseId, one.dueAtMs, isOpen(one) ? 1 : 0, JSON.stringify(one));
    }
  }

  /** Where the events do not say where the citizen came, the case does. */
  #placed(commitment: Commitment): Commitment {
    const { caseId, siteId, serviceId } = commitment;
    if (caseId === null || (siteId !== null && serviceId !== null)) return commitment;
    const record = this.#cases.read(caseId);
    const first = record?.legs[0];
    return {
      ...commitment,
      siteId: siteId ?? record?.siteId ?? null,
      serviceId: serviceId ?? first?.serviceId ?? null,
    };
  }
}

/** The part of the port that is about commitments. */
export function createCommitmentStore(
  engine: Engine,
  table: CommitmentTable,
  decide: <T>(decision: () => Decision<T>) => Promise<T>,
): CommitmentStore {
  return {
    commitment: (id) => engine.read(() => table.read(id)),
    openCommitments: () => engine.read(() => table.open()),
    commitmentsDue: (fromMs, toMs) => engine.read(() => table.due(fromMs, toMs)),
    changeCommitment: (id, decision) => decide(() => decision(table.read(id))),
  };
}

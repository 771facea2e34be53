/** Cases: their state, their legs and what these add to the figures. */
import type Database from "better-sqlite3";
import type { Case } from "../../../shared/domain/case.ts";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import type { Channel } from "../../../shared/domain/channel.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { contributionsOf } from "../../../shared/domain/figure.ts";
import { insertSql, type ManyRows, rowsTogether, type Value } from "./bulk-insert.ts";
import type { Changes } from "./changes.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import type { EventTable } from "./event.ts";
import type { FigureDeltas } from "./figure-delta.ts";
import { isSameLeg, type LegRow, type LegTable } from "./leg.ts";

/** A case with events that are new in the log, and what these alone make of it. */
interface Told {
  readonly id: string;
  readonly fresh: readonly VigieEvent[];
  readonly record: Case | undefined;
}

export class CaseTable {
  readonly #events: EventTable;
  readonly #legs: LegTable;
  readonly #directory: DirectoryIndex;
  readonly #insertMany: ManyRows;
  readonly #insertOne: ManyRows;
  readonly #update: Database.Statement<[string | null, number, number]>;
  readonly #number: Database.Statement<[string], number>;
  readonly #id: Database.Statement<[number], string>;
  readonly #open: Database.Statement<[], string>;
  readonly #count: Database.Statement<[], number>;

  constructor(db: Database.Database, events: EventTable, legs: LegTable, directory: DirectoryIndex) {
    this.#events = events;
    this.#legs = legs;
    this.#directory = directory;
    const [head, tail] = ["INSERT INTO case_state (id, state, version)", "ON CONFLICT (id) DO NOTHING"];
    this.#insertMany = db.prepare(insertSql(head, 3, rowsTogether, tail));
    this.#insertOne = db.prepare(insertSql(head, 3, 1, tail));
    this.#update = db.prepare("UPDATE case_state SET state = ?, version = ? WHERE number = ?");
    this.#number = db.prepare<[string], number>("SELECT number FROM case_state WHERE id = ?").pluck();
    this.#id = db.prepare<[number], string>("SELECT id FROM case_state WHERE number = ?").pluck();
    this.#open = db
      .prepare<[], string>(
        "SELECT id FROM case_state WHERE state IN ('waiting', 'called', 'serving', 'on_hold') ORDER BY number",
      )
      .pluck();
    this.#count = db.prepare<[], number>("SELECT count(*) FROM case_state WHERE state IS NOT NULL").pluck();
  }

  /** Takes in the fresh events of each case, which are in the log already. */
  project(
    freshById: ReadonlyMap<string, readonly VigieEvent[]>,
    deltas: FigureDeltas,
    changes: Changes,
  ): void {
    const told: Told[] = [];
    for (const [id, fresh] of freshById) told.push({ id, fresh, record: foldCase(fresh) });
    let from = 0;
    for (; from + rowsTogether <= told.length; from += rowsTogether) {
      this.#take(this.#insertMany, told.slice(from, from + rowsTogether), deltas, changes);
    }
    for (; from < told.length; from += 1) {
      this.#take(this.#insertOne, told.slice(from, from + 1), deltas, changes);
    }
  }

  #take(insert: ManyRows, told: readonly Told[], deltas: FigureDeltas, changes: Changes): void {
    const values: Value[] = [];
    for (const { id, record } of told) {
      // A case whose arrival is not known yet has a row too: it says that there are earlier events.
      values.push(id, record?.state ?? null, record?.version ?? 0);
    }
    const { changes: written, lastInsertRowid } = insert.run(values);
    const firstWritten = Number(lastInsertRowid) - written + 1;
    for (const [index, { id, fresh, record }] of told.entries()) {
      const number = written === told.length ? firstWritten + index : this.#numberOf(id);
      if (written === 0 || number < firstWritten) this.#refold(id, number, deltas, changes);
      else if (record !== undefined) this.#adopt(number, fresh, record, deltas, changes);
    }
  }

  /** A case that was not known before is told by its fresh events alone. */
  #adopt(
    number: number,
    fresh: readonly VigieEvent[],
    record: Case,
    deltas: FigureDeltas,
    changes: Changes,
  ): void {
    this.#see(fresh, changes);
    for (const leg of this.#rows(number, record)) {
      this.#legs.put(leg);
      deltas.count(leg, 1);
    }
    if (changes.wanted) changes.cases.set(record.id, record);
  }

  /** Folds again what a changed target touches: legs that came to a queue at or after an instant. */
  projectAgain(queue: number, fromMs: number, deltas: FigureDeltas, changes: Changes): void {
    for (const number of this.#legs.casesOfQueue(queue, fromMs)) {
      const id = this.#id.get(number);
      if (id !== undefined) this.#refold(id, number, deltas, changes);
    }
  }

  /** The case as its events tell it; undefined while its arrival is not known. */
  read(id: string): Case | undefined {
    return foldCase(this.#eventsOf(id));
  }

  readOpen(): Case[] {
    return this.#open.all().flatMap((id) => this.read(id) ?? []);
  }

  /** Cases whose arrival is known. */
  count(): number {
    return this.#count.get() ?? 0;
  }

  #refold(id: string, number: number, deltas: FigureDeltas, changes: Changes): void {
    const events = this.#eventsOf(id);
    const record = foldCase(events);
    if (record === undefined) return;
    this.#see(events, changes);
    this.#update.run(record.state, record.version, number);
    this.#replaceLegs(number, this.#rows(number, record), deltas);
    if (changes.wanted) changes.cases.set(id, record);
  }

  #replaceLegs(number: number, legs: readonly LegRow[], deltas: FigureDeltas): void {
    const before = this.#legs.ofCase(number);
    for (const [position, leg] of legs.entries()) {
      const old = before[position];
      if (old !== undefined && isSameLeg(old, leg)) continue;
      if (old !== undefined) deltas.count(old, -1);
      this.#legs.put(leg);
      deltas.count(leg, 1);
    }
    const surplus = before.slice(legs.length);
    if (surplus.length === 0) return;
    for (const old of surplus) deltas.count(old, -1);
    this.#legs.cut(number, legs.length);
  }

  #rows(number: number, record: Case): LegRow[] {
    const contributions = contributionsOf(record, this.#directory.targetOf);
    return record.legs.flatMap((leg, position) => {
      const contribution = contributions[position];
      return contribution === undefined ? [] : [this.#legs.row(number, position, leg, contribution)];
    });
  }

  /** A subject may also be an agent's or a call's key; a case is told by case events alone. */
  #eventsOf(id: string): VigieEvent[] {
    return this.#events.ofSubject(id).filter((event) => event.type.startsWith("case."));
  }

  #numberOf(id: string): number {
    const number = this.#number.get(id);
    if (number === undefined) throw new Error(`case ${id} has no row`);
    return number;
  }

  /** Every service that the case's events name is seen with every channel that its arrivals name. */
  #see(events: readonly VigieEvent[], changes: Changes): void {
    for (const arrival of events) {
      if (arrival.type !== "case.arrived") continue;
      this.#directory.seeSite(arrival.data.site, changes);
      for (const event of events) this.#seeService(event, arrival.data.channel, changes);
    }
  }

  #seeService(event: VigieEvent, channel: Channel, changes: Changes): void {
    switch (event.type) {
      case "case.arrived":
        this.#directory.seeService(event.data.service, channel, changes);
        return;
      case "case.queued":
        if (event.data.service === undefined) return;
        this.#directory.seeService(event.data.service, channel, changes);
        return;
      case "case.transferred":
        this.#directory.seeService(event.data.toService, channel, changes);
        return;
      case "case.reassigned":
        if (event.data.toService === undefined) return;
        this.#directory.seeService(event.data.toService, channel, changes);
        return;
      default:
        return;
    }
  }
}

/** The cases of a decision: those that are known. */
export function casesById(table: CaseTable, ids: readonly string[]): Map<string, Case> {
  const cases = new Map<string, Case>();
  for (const id of ids) {
    const record = table.read(id);
    if (record !== undefined) cases.set(id, record);
  }
  return cases;
}

/** Cases: their state, their legs and what these add to the figures. */
import type Database from "better-sqlite3";
import type { Case } from "../../../shared/domain/case.ts";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import type { Channel } from "../../../shared/domain/channel.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { contributionsOf } from "../../../shared/domain/figure.ts";
import { BulkInsert } from "./bulk-insert.ts";
import type { Changes } from "./changes.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import type { EventTable } from "./event.ts";
import type { FigureDeltas } from "./figure-delta.ts";
import { countsAlike, isSameLeg, type LegRow, type LegTable } from "./leg.ts";

export class CaseTable {
  readonly #events: EventTable;
  readonly #legs: LegTable;
  readonly #directory: DirectoryIndex;
  readonly #insert: BulkInsert;
  readonly #arrivals: Database.Statement<[string], { readonly id: string; readonly leg_arrivals: string }>;
  readonly #update: Database.Statement<[string, number, string, string]>;
  readonly #open: Database.Statement<[], string>;
  readonly #count: Database.Statement<[], number>;

  constructor(db: Database.Database, events: EventTable, legs: LegTable, directory: DirectoryIndex) {
    this.#events = events;
    this.#legs = legs;
    this.#directory = directory;
    this.#insert = new BulkInsert(db, "INSERT INTO case_state", 4);
    this.#arrivals = db.prepare(
      "SELECT case_state.id, leg_arrivals FROM json_each(?) AS one CROSS JOIN case_state ON case_state.id = one.value",
    );
    this.#update = db.prepare("UPDATE case_state SET state = ?, version = ?, leg_arrivals = ? WHERE id = ?");
    this.#open = db
      .prepare<[], string>(
        "SELECT id FROM case_state WHERE state IN ('waiting', 'called', 'serving', 'on_hold') ORDER BY id",
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
    const known = this.#arrivalsOf(freshById.keys());
    for (const [id, fresh] of freshById) {
      const arrivals = known.get(id);
      if (arrivals === undefined) this.#adopt(id, fresh, deltas, changes);
      else this.#refold(id, arrivals, deltas, changes);
    }
  }

  /** Writes what is not in the file yet. */
  flush(): void {
    this.#insert.flush();
  }

  /** Forgets what was not yet written, after a rollback. */
  clear(): void {
    this.#insert.clear();
  }

  /** A case that was not known before is told by its fresh events alone. */
  #adopt(id: string, fresh: readonly VigieEvent[], deltas: FigureDeltas, changes: Changes): void {
    const record = foldCase(fresh);
    // A case whose arrival is not known yet has a row too: it says that there are earlier events.
    this.#insert.add([id, record?.state ?? null, record?.version ?? 0, arrivalsOf(record)]);
    if (record === undefined) return;
    this.#see(fresh, changes);
    for (const leg of this.#rows(record)) {
      this.#legs.put(leg);
      deltas.count(leg, 1);
    }
    if (changes.wanted) changes.cases.set(id, record);
  }

  /** Folds again what a changed target touches: legs that came to a queue at or after an instant. */
  projectAgain(queue: number, fromMs: number, deltas: FigureDeltas, changes: Changes): void {
    this.judgeAgain(this.#legs.casesOfQueue(queue, fromMs), deltas, changes);
  }

  /** Folds cases again of which some leg is judged otherwise from now on. */
  judgeAgain(ids: Iterable<string>, deltas: FigureDeltas, changes: Changes): void {
    const all = [...ids];
    const known = this.#arrivalsOf(all);
    for (const id of all) this.#refold(id, known.get(id) ?? "[]", deltas, changes);
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

  /** When the legs of cases that have a row arrived, as JSON. */
  #arrivalsOf(ids: Iterable<string>): Map<string, string> {
    const rows = this.#arrivals.all(JSON.stringify([...ids]));
    return new Map(rows.map((row) => [row.id, row.leg_arrivals]));
  }

  #refold(id: string, arrivals: string, deltas: FigureDeltas, changes: Changes): void {
    const events = this.#eventsOf(id);
    const record = foldCase(events);
    if (record === undefined) return;
    this.#see(events, changes);
    this.#update.run(record.state, record.version, arrivalsOf(record), id);
    this.#replaceLegs(this.#legs.ofCase(id, JSON.parse(arrivals)), this.#rows(record), deltas);
    if (changes.wanted) changes.cases.set(id, record);
  }

  #replaceLegs(before: readonly LegRow[], legs: readonly LegRow[], deltas: FigureDeltas): void {
    for (let position = 0; position < Math.max(before.length, legs.length); position += 1) {
      const [old, leg] = [before[position], legs[position]];
      if (old !== undefined && leg !== undefined && isSameLeg(old, leg)) continue;
      if (old !== undefined) this.#legs.delete(old);
      if (leg !== undefined) this.#legs.put(leg);
      // A call or a start says nothing yet that is counted: most events of a case leave figures alone.
      if (old !== undefined && leg !== undefined && countsAlike(old, leg)) continue;
      if (old !== undefined) deltas.count(old, -1);
      if (leg !== undefined) deltas.count(leg, 1);
    }
  }

  #rows(record: Case): LegRow[] {
    const contributions = contributionsOf(record, this.#directory.targetOf, this.#directory.isOpen);
    return record.legs.flatMap((leg, position) => {
      const contribution = contributions[position];
      return contribution === undefined ? [] : [this.#legs.row(record.id, position, leg, contribution)];
    });
  }

  /** A subject may also be an agent's or a call's key; a case is told by case events alone. */
  #eventsOf(id: string): VigieEvent[] {
    return this.#events.ofSubject(id).filter((event) => event.type.startsWith("case."));
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

/** When each leg arrived, by which the legs of a case are found. */
function arrivalsOf(record: Case | undefined): string {
  return JSON.stringify(record === undefined ? [] : record.legs.map((leg) => leg.arrivedAtMs));
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

/** Brings every projection up to date with events that were just written to the log. */
import type Database from "better-sqlite3";
import type { EventOf, VigieEvent } from "../../../shared/domain/event.ts";
import { AgentTable } from "./agent.ts";
import { BackupTable } from "./backup.ts";
import { CaseTable } from "./case.ts";
import type { Changes } from "./changes.ts";
import { DirectoryIndex } from "./directory-index.ts";
import type { EventTable } from "./event.ts";
import { FeedTable } from "./feed.ts";
import { FigureDeltas } from "./figure-delta.ts";
import { FigureTables } from "./figure-table.ts";
import { LegTable } from "./leg.ts";
import { ObservationTable } from "./observation.ts";

/** Tables that are made from the log alone. */
export const projectionTables = [
  "queue",
  "case_state",
  "leg",
  "interval_figure",
  "day_figure",
  "agent",
  "backup_call",
  "observation",
  "feed",
  "seen_site",
  "seen_service",
] as const;

const rebuildBatch = 5_000;

export class Projector {
  readonly directory: DirectoryIndex;
  readonly legs: LegTable;
  readonly cases: CaseTable;
  readonly agents: AgentTable;
  readonly backups: BackupTable;
  readonly observations: ObservationTable;
  readonly feeds: FeedTable;
  readonly figures: FigureTables;
  readonly #db: Database.Database;
  readonly #events: EventTable;

  constructor(db: Database.Database, events: EventTable) {
    this.#db = db;
    this.#events = events;
    this.directory = new DirectoryIndex(db);
    this.legs = new LegTable(db, this.directory);
    this.cases = new CaseTable(db, events, this.legs, this.directory);
    this.agents = new AgentTable(db, this.directory);
    this.backups = new BackupTable(db, events, this.directory);
    this.observations = new ObservationTable(db, this.directory);
    this.feeds = new FeedTable(db);
    this.figures = new FigureTables(db, this.directory);
  }

  /** Takes in events that are new in the log. */
  project(fresh: readonly VigieEvent[], receivedAtMs: number, changes: Changes): void {
    if (fresh.length === 0) return;
    if (changes.wanted) for (const event of fresh) changes.events.push(event);
    this.#projectSubjects(fresh, changes);
    this.feeds.project(fresh, receivedAtMs, changes);
  }

  /** Remembers only what is in the file. */
  forget(): void {
    this.cases.clear();
    this.legs.clear();
    this.figures.clear();
    this.directory.load();
  }

  /** Makes all projections anew. */
  rebuild(changes: Changes): number {
    for (const table of projectionTables) this.#db.exec(`DELETE FROM ${table}`);
    this.forget();
    let events = 0;
    for (const batch of this.#events.batches(rebuildBatch)) {
      this.#projectSubjects(batch, changes);
      events += batch.length;
    }
    this.feeds.fill();
    return events;
  }

  #projectSubjects(events: readonly VigieEvent[], changes: Changes): void {
    const cases = new Map<string, VigieEvent[]>();
    const agents = new Map<string, VigieEvent[]>();
    const calls = new Set<string>();
    const observed: EventOf<"queue.observed">[] = [];
    for (const event of events) {
      if (event.type.startsWith("case.")) addTo(cases, event);
      else if (event.type === "queue.observed") observed.push(event);
      else if (event.type.startsWith("agent.")) addTo(agents, event);
      else if (event.type.startsWith("backup.")) calls.add(event.subject);
      else if (event.type === "reply.sent") this.directory.seeService(event.data.service, "", changes);
    }
    const deltas = new FigureDeltas(this.figures);
    this.cases.project(cases, deltas, changes);
    this.cases.flush();
    this.legs.flush();
    deltas.write();
    for (const [id, fresh] of agents) this.agents.project(id, fresh, changes);
    for (const id of calls) this.backups.project(id, changes);
    this.observations.project(observed, changes);
  }
}

function addTo(bySubject: Map<string, VigieEvent[]>, event: VigieEvent): void {
  const events = bySubject.get(event.subject);
  if (events === undefined) bySubject.set(event.subject, [event]);
  else events.push(event);
}

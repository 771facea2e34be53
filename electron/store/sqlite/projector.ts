/** Brings every projection up to date with events that were just written to the log. */
import type Database from "better-sqlite3";
import type { EventOf, VigieEvent } from "../../../shared/domain/event.ts";
import { ActionTable } from "./action.ts";
import { AgentTable } from "./agent.ts";
import { AgentTimeTable } from "./agent-time.ts";
import { BackupTable } from "./backup.ts";
import { CaseTable } from "./case.ts";
import type { Changes } from "./changes.ts";
import { CommitmentTable } from "./commitment.ts";
import { DirectoryIndex } from "./directory-index.ts";
import type { EventTable } from "./event.ts";
import { FeedTable } from "./feed.ts";
import { FeedbackTable } from "./feedback.ts";
import { FigureDeltas } from "./figure-delta.ts";
import { FigureTables } from "./figure-tables.ts";
import { LegTable } from "./leg.ts";
import { ObservationTable } from "./observation.ts";
import { ReplyTable } from "./reply.ts";

/** Tables that are made from the log alone. */
export const projectionTables = [
  "queue",
  "case_state",
  "leg",
  "interval_figure",
  "day_figure",
  "week_figure",
  "month_figure",
  "agent",
  "agent_time",
  "answer",
  "answer_figure",
  "answer_words",
  "backup_call",
  "action",
  "commitment",
  "observation",
  "reply",
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
  readonly agentTimes: AgentTimeTable;
  readonly feedback: FeedbackTable;
  readonly commitments: CommitmentTable;
  readonly backups: BackupTable;
  readonly actions: ActionTable;
  readonly observations: ObservationTable;
  readonly replies: ReplyTable;
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
    this.agentTimes = new AgentTimeTable(db, this.directory);
    this.feedback = new FeedbackTable(db, events, this.cases, this.directory);
    this.commitments = new CommitmentTable(db, events, this.cases);
    this.backups = new BackupTable(db, events, this.directory);
    this.actions = new ActionTable(db);
    this.observations = new ObservationTable(db, this.directory);
    this.replies = new ReplyTable(db);
    this.feeds = new FeedTable(db);
    this.figures = new FigureTables(db, this.directory);
  }

  /** Takes in events that are new in the log. */
  project(fresh: readonly VigieEvent[], receivedAtMs: number, changes: Changes): void {
    if (fresh.length === 0) return;
    if (changes.wanted) for (const event of fresh) changes.events.push(event);
    this.#projectSubjects(fresh, changes);
    this.#projectDays(fresh, changes);
    this.feeds.project(fresh, receivedAtMs, changes);
  }

  /** Fills tables that a newer schema has brought, by their names, from a log that was there before. */
  fillNew(missing: readonly string[]): void {
    if (missing.includes("agent_time")) this.agentTimes.fill();
    if (missing.includes("answer")) this.feedback.fill();
    if (missing.includes("reply")) this.replies.fill();
    if (missing.includes("commitment")) this.commitments.fill();
  }

  /** Remembers only what is in the file. */
  forget(): void {
    this.cases.clear();
    this.legs.clear();
    this.figures.clear();
    this.directory.load();
  }

  /** Makes the figures of a store whose legs come from a schema before. */
  fillFigures(): void {
    if (this.legs.isEmpty() || !this.figures.isEmpty()) return;
    this.figures.fillFrom(this.legs);
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
    this.fillNew(["agent_time", "answer", "reply", "commitment"]);
    return events;
  }

  /** What an agent's day, the answer of a case and a promise come to is read from the whole log, not event by event. */
  #projectDays(fresh: readonly VigieEvent[], changes: Changes): void {
    const agents = new Map<string, VigieEvent[]>();
    const answered = new Set<string>();
    const changed = new Set<string>();
    const promised = new Set<string>();
    for (const event of fresh) {
      if (event.type === "feedback.given") answered.add(event.subject);
      else if (event.type.startsWith("case.")) changed.add(event.subject);
      else if (event.type.startsWith("agent.")) addTo(agents, event);
      else if (event.type === "reply.sent") this.replies.project(event, changes);
      else if (event.type.startsWith("commitment.")) promised.add(event.subject);
    }
    for (const [id, told] of agents) this.agentTimes.project(id, told);
    this.feedback.project(answered, changed);
    this.commitments.project(promised, changed, changes);
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
      else if (event.type === "action.taken") this.actions.project(event, changes);
      else if (event.type === "reply.sent") this.directory.seeService(event.data.service, "", changes);
    }
    const deltas = new FigureDeltas(this.figures, this.directory);
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

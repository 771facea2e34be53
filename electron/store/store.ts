/**
 * The store port: what the console asks of its one store, in the words of the domain.
 *
 * No transaction object and no SQL cross it. Where a decision needs current state, a pure
 * synchronous function is passed in; the engine runs it inside its transaction. Every engine runs
 * `tests/store/store-contract.ts` unchanged.
 */
import type { AgentFold } from "../../shared/domain/agent.ts";
import type { Alert } from "../../shared/domain/alert.ts";
import type { AlertRule } from "../../shared/domain/alert-rule.ts";
import type { BackupCall } from "../../shared/domain/backup.ts";
import type { Case } from "../../shared/domain/case.ts";
import type { Channel } from "../../shared/domain/channel.ts";
import type { Directory } from "../../shared/domain/directory.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import type { FeedHealth } from "../../shared/domain/feed.ts";
import type { FigureQuery, FigureRow, LegContribution } from "../../shared/domain/figure.ts";
import type { Note, NoteDraft, NoteRevision, NoteSearch } from "../../shared/domain/note.ts";
import type { Observation } from "../../shared/domain/observation.ts";
import type { Reject } from "../../shared/domain/reject.ts";
import type { FaultValue } from "../../shared/faults.ts";

/** What became of one event that was handed in. */
export type AppendOutcome =
  | { readonly status: "accepted" }
  /** The same event was there already; nothing changed. */
  | { readonly status: "duplicate" }
  /** Another event with the same source and id is there; this one went to the reject list. */
  | { readonly status: "rejected"; readonly fault: FaultValue };

/** What a commit changed, as it is after it. Listeners get it once per commit, in commit order. */
export interface Changed {
  /** The events that the commit accepted. */
  readonly events: readonly VigieEvent[];
  readonly cases: readonly Case[];
  readonly agents: readonly AgentFold[];
  readonly backupCalls: readonly BackupCall[];
  readonly observations: readonly Observation[];
  readonly feeds: readonly FeedHealth[];
  /** True where sites or services were added or changed. */
  readonly directory: boolean;
  readonly notes: boolean;
  readonly alerts: boolean;
  readonly rejects: boolean;
}

/** A decision: the events to append, and what to tell whoever asked. */
export interface Decision<T> {
  readonly events: readonly VigieEvent[];
  readonly result: T;
}

export interface EventLog {
  /**
   * Appends events and brings every projection up to date, in one transaction that is on disk when
   * the promise resolves. Outcomes come in the order of the events.
   *
   * @param feed name of the feed, for the reject list
   * @throws Fault `store_full` or `store_unreadable`: nothing of this call was kept
   */
  append(events: readonly VigieEvent[], feed: string): Promise<AppendOutcome[]>;
  /** All events about one subject, in the order of `compareEvents`. */
  eventsOf(subject: string): Promise<VigieEvent[]>;
  /** The console's reassignments of one action, in the order of `compareEvents`. */
  eventsOfAction(actionId: string): Promise<VigieEvent[]>;
  /** Health of every source that ever sent an event. */
  feeds(): Promise<FeedHealth[]>;
  /** Keeps what could not be taken in. */
  reject(rejects: readonly Omit<Reject, "id">[]): Promise<void>;
  /** The newest rejects first. */
  rejects(limit: number): Promise<{ total: number; rejects: Reject[] }>;
}

export interface CaseStore {
  /** The case, or undefined while its arrival is not known. */
  case(id: string): Promise<Case | undefined>;
  /** Cases that are waiting, called, being served or on hold. */
  openCases(): Promise<Case[]>;
  /**
   * Reads cases, lets `decide` say what happens, and appends its events, all in one transaction.
   * Cases that are not known are missing from the map.
   */
  changeCases<T>(
    ids: readonly string[],
    decide: (cases: ReadonlyMap<string, Case>) => Decision<T>,
  ): Promise<T>;
}

export interface AgentStore {
  agents(): Promise<AgentFold[]>;
}

export interface BackupStore {
  backupCall(id: string): Promise<BackupCall | undefined>;
  /** Calls requested at or after an instant, and all that are still open. */
  backupCalls(sinceMs: number): Promise<BackupCall[]>;
  /** As `changeCases`, for one call for backup. */
  changeBackupCall<T>(id: string, decide: (call: BackupCall | undefined) => Decision<T>): Promise<T>;
}

/** A leg that was under way at an instant. */
export interface LegAt {
  readonly siteId: string;
  readonly serviceId: string;
  readonly channel: Channel;
  readonly queuedAtMs: number;
  readonly carriedWaitMs: number;
  /** Whether it was being served (true) or waiting (false) at that instant. */
  readonly inService: boolean;
}

export interface FigureStore {
  /** Rows in ascending order of `key`. Time keys are local to each site. */
  figures(query: FigureQuery): Promise<FigureRow[]>;
  /** What the legs that arrived in a time contributed; for the live floor, never for long windows. */
  contributions(fromMs: number, toMs: number): Promise<(LegContribution & { caseId: string })[]>;
  /** Legs that were waiting or in service at an instant. */
  legsAt(atMs: number): Promise<LegAt[]>;
  /** The last observation of each queue at or before an instant. */
  observationsAt(atMs: number): Promise<Observation[]>;
}

export interface DirectoryStore {
  directory(): Promise<Directory>;
  /** Adds or replaces the sites, services and people given; leaves the others alone. */
  putDirectory(directory: Directory): Promise<void>;
}

export interface NoteStore {
  createNote(draft: NoteDraft, author: string, atMs: number): Promise<Note>;
  /**
   * Replaces the wording; the earlier one stays in the history.
   *
   * @throws Fault `not_found`, or `case_changed` where another wording was saved since `revision`
   */
  editNote(id: string, revision: number, draft: NoteDraft, author: string, atMs: number): Promise<Note>;
  note(id: string): Promise<Note | undefined>;
  /** Newest first, at most 200, with how many match in all. */
  findNotes(search: NoteSearch): Promise<{ total: number; notes: Note[] }>;
  noteHistory(id: string): Promise<NoteRevision[]>;
}

export interface AlertStore {
  /** In the order in which they were added. */
  alertRules(): Promise<AlertRule[]>;
  /** Adds the rule, or replaces the one with its id. */
  putAlertRule(rule: AlertRule): Promise<void>;
  removeAlertRule(id: string): Promise<void>;
  /** Alerts that hold, the longest standing first. */
  openAlerts(): Promise<Alert[]>;
  /** Alerts raised from an instant on and before another, newest first. */
  alertsBetween(fromMs: number, toMs: number): Promise<Alert[]>;
  /**
   * Reads alerts, lets `decide` say which there are from now on, and keeps those it gives, new or
   * changed, in one transaction. Alerts that are not known are missing from the map.
   *
   * @throws what `decide` throws; nothing is changed then
   */
  changeAlerts(
    ids: readonly string[],
    decide: (alerts: ReadonlyMap<string, Alert>) => readonly Alert[],
  ): Promise<readonly Alert[]>;
}

export interface StoreUpkeep {
  /** Where the store is, for the status bar. */
  readonly location: string;
  /** Calls `listener` after each commit; returns how to stop. */
  subscribe(listener: (changed: Changed) => void): () => void;
  /** Small values of the console's own (such as "this store holds demo data"). */
  label(name: string): Promise<string | undefined>;
  setLabel(name: string, value: string): Promise<void>;
  /** Makes all projections anew from the log. */
  rebuild(): Promise<{ events: number; cases: number }>;
  /** A canonical text of all projections: equal projections give equal texts. */
  projectionDigest(): Promise<string>;
  /** Looks for damage. */
  check(): Promise<{ ok: boolean; problems: string[]; events: number; cases: number; rejects: number }>;
  /** A consistent copy while the console goes on, verified before the promise resolves. */
  backup(toPath: string): Promise<{ bytes: number }>;
  close(): Promise<void>;
}

/** Everything that the console asks of its store. */
export interface Store
  extends EventLog,
    CaseStore,
    AgentStore,
    BackupStore,
    FigureStore,
    DirectoryStore,
    NoteStore,
    AlertStore,
    StoreUpkeep {}

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
import type { SiteCalendar } from "../../shared/domain/calendar.ts";
import type { Case } from "../../shared/domain/case.ts";
import type { Channel } from "../../shared/domain/channel.ts";
import type { Delivery } from "../../shared/domain/delivery.ts";
import type { Directory, DirectoryDraft } from "../../shared/domain/directory.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import type { AnswerRow, ExperienceQuery } from "../../shared/domain/experience.ts";
import type { FeedHealth } from "../../shared/domain/feed.ts";
import type { FigureQuery, FigureRow, LegContribution } from "../../shared/domain/figure.ts";
import type { Holiday } from "../../shared/domain/holiday.ts";
import type { Observation } from "../../shared/domain/observation.ts";
import type { OccupancyQuery, OccupancyRow } from "../../shared/domain/occupancy.ts";
import type { CalendarBook } from "../../shared/domain/opening-times.ts";
import type { Reject } from "../../shared/domain/reject.ts";
import type { TakenAction } from "../../shared/domain/taken-action.ts";
import type { FaultValue } from "../../shared/faults.ts";
import type { AgreedStepStore } from "./agreed-step-store.ts";
import type { AuditStore } from "./audit-store.ts";
import type { Changed } from "./changed.ts";
import type { CoachingSessionStore } from "./coaching-session-store.ts";
import type { CommitmentStore } from "./commitment-store.ts";
import type { FeedbackStore } from "./feedback-store.ts";
import type { IdeaStore } from "./idea-store.ts";
import type { ImportStore } from "./import-store.ts";
import type { KnowledgeGapStore } from "./knowledge-gap-store.ts";
import type { NoteStore } from "./note-store.ts";
import type { PersonStore } from "./person-store.ts";
import type { ProblemStore } from "./problem-store.ts";
import type { ReplyStore } from "./reply-store.ts";
import type { ReportStore } from "./report-store.ts";
import type { ServiceSheetStore } from "./service-sheet-store.ts";
import type { SkillMatrixStore } from "./skill-matrix-store.ts";
import type { TrainingStore } from "./training-store.ts";

export type { Changed } from "./changed.ts";
export type { ImportSource, ImportStore, KeptMapping } from "./import-store.ts";
export type { NoteStore } from "./note-store.ts";
export type { ReportStore } from "./report-store.ts";

/** What became of one event that was handed in. */
export type AppendOutcome =
  | { readonly status: "accepted" }
  /** The same event was there already; nothing changed. */
  | { readonly status: "duplicate" }
  /** Another event with the same source and id is there; this one went to the reject list. */
  | { readonly status: "rejected"; readonly fault: FaultValue };

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
  /** The console's own events of one action, in the order of `compareEvents`. */
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
  /** As `changeCases`, for one agent. */
  changeAgent<T>(id: string, decide: (fold: AgentFold | undefined) => Decision<T>): Promise<T>;
}

export interface BackupStore {
  backupCall(id: string): Promise<BackupCall | undefined>;
  /** Calls requested at or after an instant, and all that are still open. */
  backupCalls(sinceMs: number): Promise<BackupCall[]>;
  /** As `changeCases`, for one call for backup. */
  changeBackupCall<T>(id: string, decide: (call: BackupCall | undefined) => Decision<T>): Promise<T>;
}

export interface ActionStore {
  /** What people did from an instant on and before another, newest first, at most 500. */
  actions(fromMs: number, toMs: number, siteId: string | null): Promise<TakenAction[]>;
}

/** Legs that came to a service in one interval. */
export interface ArrivalCount {
  readonly siteId: string;
  readonly serviceId: string;
  readonly intervalStartMs: number;
  /** First arrivals and hand-offs alike: whoever the service has to serve. */
  readonly arrivals: number;
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
  /**
   * How many waits last at most as long as each bound, and how many there are: exact up to 200, within 1 % of the
   * bound beyond. The window is one of whole quarter hours.
   */
  waitCounts(
    query: Omit<FigureQuery, "by">,
    upToSeconds: readonly number[],
  ): Promise<{ counts: number[]; total: number }>;
  /** How many came per interval that begins in a time, for all services; intervals with nobody are left out. */
  arrivalCounts(fromMs: number, toMs: number): Promise<ArrivalCount[]>;
  /** What the legs that arrived in a time contributed; for the live floor, never for long windows. */
  contributions(fromMs: number, toMs: number): Promise<(LegContribution & { caseId: string })[]>;
  /** Legs that were waiting or in service at an instant. */
  legsAt(atMs: number): Promise<LegAt[]>;
  /** The last observation of each queue at or before an instant. */
  observationsAt(atMs: number): Promise<Observation[]>;
  /** Rows in ascending order of `key`; intervals with nobody on duty are left out. */
  occupancy(query: OccupancyQuery): Promise<OccupancyRow[]>;
  /** What people answered who came in a time, in ascending order of `key`; never to be shown as it is. */
  answers(query: ExperienceQuery): Promise<AnswerRow[]>;
}

/** What was known at an instant of the past; later events never count. */
export interface HistoryStore {
  /**
   * What happened from an instant on and before another, in the order of `compareEvents`. Comes in
   * batches, so that others get their turn between them.
   */
  eventsBetween(fromMs: number, toMs: number): AsyncIterable<VigieEvent[]>;
  /** When the first event at or after an instant happened; null where there is none. */
  nextEventAtMs(fromMs: number): Promise<number | null>;
  /** For each case that was open just before an instant: what had happened to it, in order. */
  openCasesBefore(atMs: number): Promise<VigieEvent[][]>;
  /** For each call for backup that bound someone just before an instant: what had happened to it, in order. */
  openBackupCallsBefore(atMs: number): Promise<VigieEvent[][]>;
  /** Agents as they were just before an instant. */
  agentsBefore(atMs: number): Promise<AgentFold[]>;
  /** Sources that spoke in the three days before an instant, by the time of their events. */
  feedsBefore(atMs: number): Promise<FeedHealth[]>;
}

export interface DirectoryStore {
  directory(): Promise<Directory>;
  /** Adds or replaces the sites, services and people given; leaves the others alone. */
  putDirectory(directory: DirectoryDraft): Promise<void>;
  /** Takes somebody off the backup roster; what the log says of them stays. */
  removeBackupPerson(agentId: string): Promise<void>;
}

export interface CalendarStore {
  /** In the order of sites and services, that of a site first. */
  calendars(): Promise<CalendarBook>;
  /**
   * Adds the calendar, or replaces that of the same site and service, and refigures what came while it
   * would have said otherwise before.
   *
   * @param holidays of the regions that the calendar names; they replace those known of these regions
   */
  putCalendar(calendar: SiteCalendar, holidays: readonly Holiday[]): Promise<void>;
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

export interface DeliveryStore {
  /** Messages that are not over, by id. */
  openDeliveries(): Promise<Delivery[]>;
  deliveriesOf(callIds: readonly string[]): Promise<Delivery[]>;
  /** Adds these messages, or replaces those with their ids. */
  putDeliveries(deliveries: readonly Delivery[]): Promise<void>;
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
    ActionStore,
    FigureStore,
    HistoryStore,
    DirectoryStore,
    CalendarStore,
    NoteStore,
    AlertStore,
    DeliveryStore,
    ReportStore,
    ImportStore,
    PersonStore,
    AuditStore,
    FeedbackStore,
    ReplyStore,
    IdeaStore,
    CommitmentStore,
    ProblemStore,
    AgreedStepStore,
    CoachingSessionStore,
    SkillMatrixStore,
    TrainingStore,
    ServiceSheetStore,
    KnowledgeGapStore,
    StoreUpkeep {}

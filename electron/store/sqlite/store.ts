/** The port, on one SQLite file. */
import type { VigieEvent } from "../../../shared/domain/event.ts";
import type { AppendOutcome, Decision, Store } from "../store.ts";
import { createAgreedStepStore } from "./agreed-step.ts";
import { AlertTable } from "./alert.ts";
import { createAuditStore } from "./audit.ts";
import { CalendarTable, readCalendars } from "./calendar.ts";
import { casesById } from "./case.ts";
import { createCoachingSessionStore } from "./coaching-session.ts";
import { createCommitmentStore } from "./commitment.ts";
import { problemsOf } from "./copy.ts";
import { DeliveryTable } from "./delivery.ts";
import { digestProjections } from "./digest.ts";
import { DirectoryTable } from "./directory.ts";
import type { Engine } from "./engine.ts";
import { EventTable } from "./event.ts";
import { FigureReader } from "./figure.ts";
import { HistoryReader } from "./history.ts";
import { createIdeaStore } from "./idea.ts";
import { ImportTable } from "./import.ts";
import { createKnowledgeGapStore } from "./knowledge-gap.ts";
import { LabelTable } from "./label.ts";
import { Log } from "./log.ts";
import { createNoteStore } from "./note.ts";
import type { Ownership } from "./owner.ts";
import { createPersonStore } from "./person.ts";
import { createProblemStore } from "./problem.ts";
import { Projector } from "./projector.ts";
import { RejectTable } from "./reject.ts";
import { createReplyStore } from "./reply.ts";
import { ReportTable } from "./report.ts";
import { createServiceSheetStore } from "./service-sheet.ts";
import { createSkillMatrixStore } from "./skill-matrix.ts";
import { createTrainingStore } from "./training.ts";
import { WaitCounter } from "./wait-count.ts";

/** What the console itself appends is kept under this name in the reject list. */
const consoleFeed = "console";
/** A migration that brings projections leaves this label behind, with their names. */
const unfilled = "unfilled";

/** Puts the port together on an open connection whose schema is up to date. */
export function createSqliteStore(engine: Engine, ownership: Ownership): Store {
  const { db, path } = engine;
  const rejects = new RejectTable(db);
  const events = new EventTable(db, rejects);
  const projector = new Projector(db, events);
  const { directory, cases, agents, backups, actions, legs, observations, feeds } = projector;
  const log = new Log(engine, events, projector);
  const calendars = new CalendarTable(db, projector);
  const entered = new DirectoryTable(db, projector, calendars);
  const figures = new FigureReader(db, directory);
  const waits = new WaitCounter(db, directory);
  const history = new HistoryReader(db, legs);
  const alerts = new AlertTable(db);
  const deliveries = new DeliveryTable(db);
  const reports = new ReportTable(db);
  const imports = new ImportTable(db);
  const labels = new LabelTable(db);
  engine.onRollback(() => projector.forget());
  engine.db.transaction(() => projector.fillFigures()).immediate();
  const missing = labels.read(unfilled);
  if (missing !== undefined) {
    db.transaction(() => {
      projector.fillNew(missing.split(" "));
      labels.remove(unfilled);
    }).immediate();
  }

  function decide<T>(decision: () => Decision<T>): Promise<T> {
    return engine.write((changes) => {
      const decided = decision();
      log.appendWithin(decided.events, consoleFeed, changes);
      return decided.result;
    });
  }

  return {
    ...createPersonStore(engine),
    ...createAuditStore(engine),
    ...createReplyStore(engine),
    ...createIdeaStore(engine),
    ...createCommitmentStore(engine, projector.commitments, decide),
    ...createProblemStore(engine),
    ...createAgreedStepStore(engine),
    ...createCoachingSessionStore(engine),
    ...createSkillMatrixStore(engine),
    ...createTrainingStore(engine),
    ...createServiceSheetStore(engine),
    ...createKnowledgeGapStore(engine),
    ...createNoteStore(engine),
    location: path,
    append: (added: readonly VigieEvent[], feed) => log.append(added, feed),
    eventsOf: (subject) => engine.read(() => events.ofSubject(subject)),
    eventsOfAction: (actionId) => engine.read(() => events.ofAction(actionId)),
    feeds: () => engine.read(() => feeds.read()),
    reject: (added) =>
      engine.write((changes) => {
        for (const reject of added) rejects.add(reject, changes);
      }),
    rejects: (limit) => engine.read(() => ({ total: rejects.count(), rejects: rejects.newest(limit) })),
    case: (id) => engine.read(() => cases.read(id)),
    openCases: () => engine.read(() => cases.readOpen()),
    changeCases: (ids, decision) => decide(() => decision(casesById(cases, ids))),
    agents: () => engine.read(() => agents.read()),
    changeAgent: (id, decision) => decide(() => decision(agents.readOne(id))),
    backupCall: (id) => engine.read(() => backups.read(id)),
    backupCalls: (sinceMs) => engine.read(() => backups.since(sinceMs)),
    changeBackupCall: (id, decision) => decide(() => decision(backups.read(id))),
    actions: (fromMs, toMs, siteId) => engine.read(() => actions.between(fromMs, toMs, siteId)),
    figures: (query) => engine.read(() => figures.read(query)),
    waitCounts: (query, upToSeconds) => engine.read(() => waits.read(query, upToSeconds)),
    arrivalCounts: (fromMs, toMs) => engine.read(() => figures.arrivalCounts(fromMs, toMs)),
    contributions: (fromMs, toMs) => engine.read(() => legs.contributions(fromMs, toMs)),
    legsAt: (atMs) => engine.read(() => legs.at(atMs)),
    occupancy: (query) => engine.read(() => projector.agentTimes.read(query)),
    answers: (query) => engine.read(() => projector.feedback.read(query)),
    scoreCounts: (query) => engine.read(() => projector.feedback.scoreCounts(query)),
    feltWords: (query) => engine.read(() => projector.feedback.feltWords(query)),
    observationsAt: (atMs) => engine.read(() => observations.at(atMs)),
    async *eventsBetween(fromMs, toMs) {
      for (let atMs = fromMs; ; ) {
        const batch = await engine.read(() => history.batch(atMs, toMs));
        if (batch.events.length > 0) yield batch.events;
        if (batch.nextMs === null) return;
        atMs = batch.nextMs;
      }
    },
    nextEventAtMs: (fromMs) => engine.read(() => history.nextEventAtMs(fromMs)),
    openCasesBefore: (atMs) => engine.read(() => history.openCasesBefore(atMs)),
    openBackupCallsBefore: (atMs) => engine.read(() => history.openBackupCallsBefore(atMs)),
    agentsBefore: (atMs) => engine.read(() => history.agentsBefore(atMs)),
    feedsBefore: (atMs) => engine.read(() => history.feedsBefore(atMs)),
    directory: () => engine.read(() => entered.read()),
    putDirectory: (added) => engine.write((changes) => entered.put(added, changes)),
    removeBackupPerson: (agentId) => engine.write((changes) => entered.removePerson(agentId, changes)),
    calendars: () => engine.read(() => readCalendars(db)),
    putCalendar: (calendar, holidays) =>
      engine.write((changes) => calendars.put(calendar, holidays, changes)),
    alertRules: () => engine.read(() => alerts.rules()),
    putAlertRule: (rule) => engine.write((changes) => alerts.putRule(rule, changes)),
    removeAlertRule: (id) => engine.write((changes) => alerts.removeRule(id, changes)),
    openAlerts: () => engine.read(() => alerts.open()),
    alertsBetween: (fromMs, toMs) => engine.read(() => alerts.between(fromMs, toMs)),
    changeAlerts: (ids, decision) =>
      engine.write((changes) => {
        const decided = decision(alerts.byId(ids));
        for (const alert of decided) alerts.put(alert, changes);
        return decided;
      }),
    openDeliveries: () => engine.read(() => deliveries.open()),
    deliveriesOf: (callIds) => engine.read(() => callIds.flatMap((callId) => deliveries.ofCall(callId))),
    putDeliveries: (added) =>
      engine.write((changes) => {
        for (const delivery of added) deliveries.put(delivery, changes);
      }),
    reportParagraph: (siteId, period, firstDate) =>
      engine.read(() => reports.paragraph(siteId, period, firstDate)),
    addReportParagraph: (paragraph) => engine.write((changes) => reports.addParagraph(paragraph, changes)),
    reportSchedules: () => engine.read(() => reports.schedules()),
    putReportSchedule: (schedule) => engine.write((changes) => reports.putSchedule(schedule, changes)),
    removeReportSchedule: (id) => engine.write((changes) => reports.removeSchedule(id, changes)),
    reportRuns: (scheduleId, limit) => engine.read(() => reports.runs(scheduleId, limit)),
    putReportRun: (one) => engine.write((changes) => reports.putRun(one, changes)),
    importJobs: (limit) => engine.read(() => imports.jobs(limit)),
    importSource: (id) => engine.read(() => imports.source(id)),
    importsWithHash: (hash) => engine.read(() => imports.withHash(hash)),
    addImport: (job, source) => engine.write(() => imports.add(job, source)),
    changeImport: (job) => engine.write(() => imports.change(job)),
    removeImport: (id) => engine.write(() => imports.remove(id)),
    appendImported: (added, feed, settle) =>
      engine.write((changes) => {
        const lastReject = rejects.lastId();
        const outcomes = log.appendWithin(added, feed, changes);
        // Of an event that contradicts the log, the row that it came from is listed instead.
        rejects.removeAfter(lastReject);
        const { job, rejected } = settle(outcomes);
        imports.change(job);
        for (const reject of rejected) rejects.add(reject, changes);
      }),
    foreseeEvents: (asked) => engine.read(() => asked.map((event) => events.foresee(event))),
    importMappings: () => engine.read(() => imports.mappings()),
    putImportMapping: (kept) => engine.write(() => imports.putMapping(kept)),
    removeImportMapping: (name) => engine.write(() => imports.removeMapping(name)),
    rejectOf: (id) => engine.read(() => rejects.read(id)),
    rejectsAfter: (id, importId, limit) => engine.read(() => rejects.after(id, importId, limit)),
    rejectCount: (importId) => engine.read(() => rejects.countOf(importId)),
    mendReject: (id, raw, added, feed) =>
      engine.write((changes) => {
        const refused = added.map((event) => events.foresee(event)).find(isRefusal);
        if (refused !== undefined) {
          rejects.change(id, raw, refused.fault, changes);
          return refused.fault;
        }
        log.appendWithin(added, feed, changes);
        rejects.remove(id, changes);
        return null;
      }),
    keepReject: (id, raw, fault) => engine.write((changes) => rejects.change(id, raw, fault, changes)),
    removeReject: (id) => engine.write((changes) => rejects.remove(id, changes)),
    subscribe: (listener) => engine.subscribe(listener),
    label: (name) => engine.read(() => labels.read(name)),
    setLabel: (name, value) => engine.write(() => labels.put(name, value)),
    rebuild: () => engine.write((changes) => ({ events: projector.rebuild(changes), cases: cases.count() })),
    projectionDigest: () => engine.read(() => digestProjections(db)),
    check: () =>
      engine.read(() => {
        const problems = problemsOf(db, "integrity_check");
        return {
          ok: problems.length === 0,
          problems,
          events: events.count(),
          cases: cases.count(),
          rejects: rejects.count(),
        };
      }),
    backup: (toPath) => engine.copyTo(toPath),
    async close() {
      await log.settled();
      if (!db.open) return;
      db.close();
      ownership.release();
    },
  };
}

function isRefusal(outcome: AppendOutcome): outcome is Extract<AppendOutcome, { status: "rejected" }> {
  return outcome.status === "rejected";
}

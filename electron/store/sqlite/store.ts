/** The port, on one SQLite file. */
import type { VigieEvent } from "../../../shared/domain/event.ts";
import type { Decision, Store } from "../store.ts";
import { AlertTable } from "./alert.ts";
import { casesById } from "./case.ts";
import { problemsOf } from "./copy.ts";
import { digestProjections } from "./digest.ts";
import { DirectoryTable } from "./directory.ts";
import type { Engine } from "./engine.ts";
import { EventTable } from "./event.ts";
import { FigureReader } from "./figure.ts";
import { LabelTable } from "./label.ts";
import { Log } from "./log.ts";
import { NoteTable } from "./note.ts";
import type { Ownership } from "./owner.ts";
import { Projector } from "./projector.ts";
import { RejectTable } from "./reject.ts";

/** What the console itself appends is kept under this name in the reject list. */
const consoleFeed = "console";

/** Puts the port together on an open connection whose schema is up to date. */
export function createSqliteStore(engine: Engine, ownership: Ownership): Store {
  const { db, path } = engine;
  const rejects = new RejectTable(db);
  const events = new EventTable(db, rejects);
  const projector = new Projector(db, events);
  const { directory, cases, agents, backups, legs, observations, feeds } = projector;
  const log = new Log(engine, events, projector);
  const entered = new DirectoryTable(db, projector);
  const figures = new FigureReader(db, directory);
  const notes = new NoteTable(db);
  const alerts = new AlertTable(db);
  const labels = new LabelTable(db);
  engine.onRollback(() => projector.forget());

  function decide<T>(decision: () => Decision<T>): Promise<T> {
    return engine.write((changes) => {
      const decided = decision();
      log.appendWithin(decided.events, consoleFeed, changes);
      return decided.result;
    });
  }

  return {
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
    backupCall: (id) => engine.read(() => backups.read(id)),
    backupCalls: (sinceMs) => engine.read(() => backups.since(sinceMs)),
    changeBackupCall: (id, decision) => decide(() => decision(backups.read(id))),
    figures: (query) => engine.read(() => figures.read(query)),
    contributions: (fromMs, toMs) => engine.read(() => legs.contributions(fromMs, toMs)),
    legsAt: (atMs) => engine.read(() => legs.at(atMs)),
    observationsAt: (atMs) => engine.read(() => observations.at(atMs)),
    directory: () => engine.read(() => entered.read()),
    putDirectory: (added) => engine.write((changes) => entered.put(added, changes)),
    createNote: (draft, author, atMs) =>
      engine.write((changes) => notes.create(draft, author, atMs, changes)),
    editNote: (id, revision, draft, author, atMs) =>
      engine.write((changes) => notes.edit(id, revision, draft, author, atMs, changes)),
    note: (id) => engine.read(() => notes.read(id)),
    findNotes: (search) => engine.read(() => notes.find(search)),
    noteHistory: (id) => engine.read(() => notes.history(id)),
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

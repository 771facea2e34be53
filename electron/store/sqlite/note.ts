/** Coaching notes: every wording is kept, the words of the last one can be found, and agents answer. */
import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import type { Selectable, Updateable } from "kysely";
import type { HandledLeg } from "../../../shared/domain/agent-figures.ts";
import type {
  FoundNotes,
  Note,
  NoteAnswer,
  NoteAuthor,
  NoteDraft,
  NoteLoad,
  NoteRevision,
  NoteSearch,
} from "../../../shared/domain/note.ts";
import type { NoteReader } from "../../../shared/domain/note-reader.ts";
import { Fault } from "../../../shared/faults.ts";
import type { NoteStore } from "../note-store.ts";
import type { Engine } from "./engine.ts";
import { createNoteDraftStore } from "./note-draft.ts";
import { findNumbers } from "./note-search.ts";
import { indexedText } from "./note-words.ts";
import { all, first, run, sql } from "./query.ts";
import type { NoteRow } from "./schema.ts";

/** The part of the port that is about notes. */
export function createNoteStore(engine: Engine): NoteStore {
  const notes = new NoteTable(engine.db);
  const change = <T>(work: () => T) =>
    engine.write((changes) => {
      const result = work();
      changes.notes = true;
      return result;
    });
  return {
    ...createNoteDraftStore(engine),
    createNote: (draft, author, load, atMs) => change(() => notes.create(draft, author, load, atMs)),
    editNote: (id, revision, draft, author, load, atMs) =>
      change(() => notes.edit(id, revision, draft, author, load, atMs)),
    note: (id) => engine.read(() => notes.read(id)),
    findNotes: (search, reader) => engine.read(() => notes.find(search, reader)),
    sharedNotes: (agentId) => engine.read(() => notes.sharedWith(agentId)),
    noteHistory: (id) => engine.read(() => notes.history(id)),
    noteTimes: (fromMs, toMs) => engine.read(() => notes.times(fromMs, toMs)),
    followNote: (id, toFollow) => change(() => notes.set(id, () => ({ to_follow: toFollow ? 1 : 0 }))),
    acknowledgeNote: (id, atMs) =>
      change(() => notes.set(id, (row) => ({ acknowledged_at_ms: row.acknowledged_at_ms ?? atMs }))),
    answerNote: (id, answer) => change(() => notes.answer(id, answer)),
    noteAnswers: (id) => engine.read(() => notes.answers(id)),
    handledLegs: (fromMs, toMs) => engine.read(() => handledLegs(engine.db, fromMs, toMs)),
  };
}

class NoteTable {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  create(draft: NoteDraft, { author, authorKey }: NoteAuthor, load: NoteLoad | null, atMs: number): Note {
    const id = randomUUID();
    const row = {
      id,
      ...columnsOf(draft, load),
      author,
      author_key: authorKey,
      created_at_ms: atMs,
      updated_at_ms: atMs,
      revision: 1,
      to_follow: draft.kind === "agreed_step" ? 1 : 0,
      acknowledged_at_ms: null,
      answer_count: 0,
    } as const;
    run(this.#db, sql.insertInto("note").values(row));
    const note = this.#row(id);
    this.#keepRevision(note, author, atMs);
    run(this.#db, sql.insertInto("note_text").values({ rowid: note.number, ...indexedText(note.text) }));
    return toNote(note);
  }

  /** @throws Fault `not_found`, or `case_changed` where another wording was saved since `revision` */
  edit(
    id: string,
    revision: number,
    draft: NoteDraft,
    { author }: NoteAuthor,
    load: NoteLoad | null,
    atMs: number,
  ): Note {
    const before = this.#row(id);
    if (before.revision !== revision) {
      throw new Fault(
        "case_changed",
        "Somebody saved another wording of this note meanwhile. Yours was not kept; look at theirs and save again.",
        { noteId: id, revision: before.revision },
      );
    }
    const row = { ...columnsOf(draft, load), updated_at_ms: atMs, revision: revision + 1 };
    run(this.#db, sql.updateTable("note").set(row).where("number", "=", before.number));
    const note = this.#row(id);
    this.#keepRevision(note, author, atMs);
    run(this.#db, sql.updateTable("note_text").set(indexedText(note.text)).where("rowid", "=", note.number));
    return toNote(note);
  }

  /** Changes what is no part of the wording. */
  set(id: string, change: (row: Selectable<NoteRow>) => Updateable<NoteRow>): Note {
    const row = this.#row(id);
    run(this.#db, sql.updateTable("note").set(change(row)).where("number", "=", row.number));
    return toNote(this.#row(id));
  }

  answer(id: string, { author, atMs, text }: NoteAnswer): Note {
    const { number } = this.#row(id);
    run(this.#db, sql.insertInto("note_answer").values({ note_number: number, author, at_ms: atMs, text }));
    return this.set(id, (row) => ({ answer_count: row.answer_count + 1 }));
  }

  read(id: string): Note | undefined {
    const row = first(this.#db, sql.selectFrom("note").selectAll().where("id", "=", id));
    return row === undefined ? undefined : toNote(row);
  }

  find(search: NoteSearch, reader: NoteReader): FoundNotes<Note> {
    const { total, numbers } = findNumbers(this.#db, search, reader);
    const rows = all(
      this.#db,
      sql.selectFrom("note").selectAll().where("number", "in", numbers).orderBy("number", "desc"),
    );
    return { total, notes: rows.map(toNote) };
  }

  sharedWith(agentId: string): Note[] {
    return all(
      this.#db,
      sql
        .selectFrom("note")
        .selectAll()
        .where("agent_id", "=", agentId)
        .where("visibility", "=", "shared")
        .orderBy("number", "desc"),
    ).map(toNote);
  }

  /** When notes that are not for their author alone were written, ascending. */
  times(fromMs: number, toMs: number): number[] {
    return all(
      this.#db,
      sql
        .selectFrom("note")
        .select("created_at_ms")
        .where("created_at_ms", ">=", fromMs)
        .where("created_at_ms", "<", toMs)
        .where("visibility", "!=", "author")
        .orderBy("created_at_ms"),
    ).map((row) => row.created_at_ms);
  }

  /** Every wording, the first one first. */
  history(id: string): NoteRevision[] {
    return all(
      this.#db,
      sql
        .selectFrom("note_revision")
        .innerJoin("note", "note.number", "note_revision.note_number")
        .where("note.id", "=", id)
        .select([
          "note_revision.revision",
          "note_revision.text",
          "note_revision.author",
          "note_revision.at_ms as atMs",
        ])
        .orderBy("note_revision.revision"),
    );
  }

  answers(id: string): NoteAnswer[] {
    return all(
      this.#db,
      sql
        .selectFrom("note_answer")
        .innerJoin("note", "note.number", "note_answer.note_number")
        .where("note.id", "=", id)
        .select(["note_answer.author", "note_answer.at_ms as atMs", "note_answer.text"])
        .orderBy("note_answer.number"),
    );
  }

  #row(id: string): Selectable<NoteRow> {
    const row = first(this.#db, sql.selectFrom("note").selectAll().where("id", "=", id));
    if (row !== undefined) return row;
    throw new Fault("not_found", "There is no such note. Nothing was changed; look at the list again.", {
      noteId: id,
    });
  }

  #keepRevision(note: Selectable<NoteRow>, author: string, atMs: number): void {
    const { number, revision, text } = note;
    run(
      this.#db,
      sql.insertInto("note_revision").values({ note_number: number, revision, text, author, at_ms: atMs }),
    );
  }
}

function handledLegs(db: Database.Database, fromMs: number, toMs: number): HandledLeg[] {
  return db
    .prepare<[number, number], HandledLeg>(
      `SELECT queue.service_id AS serviceId, agent_id AS agentId, handle_ms AS handleMs
       FROM leg JOIN queue ON queue.number = leg.queue
       WHERE arrived_at_ms >= ? AND arrived_at_ms < ? AND served = 1 AND agent_id IS NOT NULL`,
    )
    .all(fromMs, toMs);
}

function columnsOf(draft: NoteDraft, load: NoteLoad | null) {
  const { agentId, caseId, replyId, momentAtMs, principle, kind, visibility, text } = draft;
  return {
    agent_id: agentId,
    case_id: caseId,
    reply_id: replyId,
    moment_at_ms: momentAtMs,
    load: load === null ? null : JSON.stringify(load),
    principle,
    kind,
    visibility,
    text,
  };
}

function toNote(row: Selectable<NoteRow>): Note {
  return {
    id: row.id,
    agentId: row.agent_id,
    caseId: row.case_id,
    replyId: row.reply_id,
    momentAtMs: row.moment_at_ms,
    principle: row.principle,
    kind: row.kind,
    visibility: row.visibility,
    text: row.text,
    author: row.author,
    authorKey: row.author_key,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
    load: row.load === null ? null : (JSON.parse(row.load) as NoteLoad),
    toFollow: row.to_follow === 1,
    acknowledgedAtMs: row.acknowledged_at_ms,
    answerCount: row.answer_count,
  };
}

/** Coaching notes: every wording is kept, and the words of the last one can be found. */
import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import { type ExpressionBuilder, sql as raw, type Selectable } from "kysely";
import type { Note, NoteDraft, NoteRevision, NoteSearch } from "../../../shared/domain/note.ts";
import { Fault } from "../../../shared/faults.ts";
import type { Changes } from "./changes.ts";
import { all, first, run, sql } from "./query.ts";
import type { NoteRow, Schema } from "./schema.ts";
import { searchableText, searchExpression } from "./words.ts";

const mostFound = 200;

export class NoteTable {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  create(draft: NoteDraft, author: string, atMs: number, changes: Changes): Note {
    const id = randomUUID();
    const row = {
      id,
      ...draftColumns(draft),
      author,
      created_at_ms: atMs,
      updated_at_ms: atMs,
      revision: 1,
    };
    run(this.#db, sql.insertInto("note").values(row));
    const note = this.#row(id);
    this.#keepRevision(note, author, atMs);
    run(
      this.#db,
      sql.insertInto("note_text").values({ rowid: note.number, text: searchableText(note.text) }),
    );
    changes.notes = true;
    return toNote(note);
  }

  /** @throws Fault `not_found`, or `case_changed` where another wording was saved since `revision` */
  edit(id: string, revision: number, draft: NoteDraft, author: string, atMs: number, changes: Changes): Note {
    const before = this.#row(id);
    if (before.revision !== revision) {
      throw new Fault(
        "case_changed",
        "Somebody saved another wording of this note meanwhile. Yours was not kept; look at theirs and save again.",
        { noteId: id, revision: before.revision },
      );
    }
    const row = { ...draftColumns(draft), updated_at_ms: atMs, revision: revision + 1 };
    run(this.#db, sql.updateTable("note").set(row).where("number", "=", before.number));
    const note = this.#row(id);
    this.#keepRevision(note, author, atMs);
    run(
      this.#db,
      sql
        .updateTable("note_text")
        .set({ text: searchableText(note.text) })
        .where("rowid", "=", note.number),
    );
    changes.notes = true;
    return toNote(note);
  }

  read(id: string): Note | undefined {
    const row = first(this.#db, sql.selectFrom("note").selectAll().where("id", "=", id));
    return row === undefined ? undefined : toNote(row);
  }

  /** Newest first. */
  find(search: NoteSearch): { total: number; notes: Note[] } {
    const found = (eb: ExpressionBuilder<Schema, "note">) => {
      const words = searchExpression(search.text);
      return eb.and([
        ...(search.agentId === null ? [] : [eb("agent_id", "=", search.agentId)]),
        ...(search.principle === null ? [] : [eb("principle", "=", search.principle)]),
        ...(words === null
          ? []
          : [
              eb(
                "number",
                "in",
                sql.selectFrom("note_text").select("rowid").where(raw<boolean>`note_text match ${words}`),
              ),
            ]),
      ]);
    };
    const { total } = first(
      this.#db,
      sql
        .selectFrom("note")
        .select((eb) => eb.fn.countAll<number>().as("total"))
        .where(found),
    ) ?? { total: 0 };
    const rows = all(
      this.#db,
      sql
        .selectFrom("note")
        .selectAll()
        .where(found)
        .orderBy("created_at_ms", "desc")
        .orderBy("number", "desc")
        .limit(mostFound),
    );
    return { total, notes: rows.map(toNote) };
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

function draftColumns(draft: NoteDraft) {
  const { agentId, caseId, principle, kind, visibility, text } = draft;
  return { agent_id: agentId, case_id: caseId, principle, kind, visibility, text };
}

function toNote(row: Selectable<NoteRow>): Note {
  return {
    id: row.id,
    agentId: row.agent_id,
    caseId: row.case_id,
    principle: row.principle,
    kind: row.kind,
    visibility: row.visibility,
    text: row.text,
    author: row.author,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
  };
}

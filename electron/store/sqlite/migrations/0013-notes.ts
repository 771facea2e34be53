/**
 * Notes belong to whoever wrote them, know the moment they are about and what the agent answered; what is
 * being written is kept, and words are found by their stems.
 */
import type Database from "better-sqlite3";
import { indexedText } from "../note-words.ts";
import type { Migration } from "./migration.ts";

export const notes: Migration = {
  version: 13,
  up(db) {
    db.exec(`
      ALTER TABLE note ADD COLUMN author_key TEXT NOT NULL DEFAULT 'console';
      ALTER TABLE note ADD COLUMN reply_id TEXT;
      ALTER TABLE note ADD COLUMN moment_at_ms INTEGER;
      ALTER TABLE note ADD COLUMN load TEXT;
      ALTER TABLE note ADD COLUMN to_follow INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE note ADD COLUMN acknowledged_at_ms INTEGER;
      ALTER TABLE note ADD COLUMN answer_count INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX note_agent ON note (agent_id, number);
      CREATE INDEX note_facts ON note (
        number, agent_id, principle, kind, visibility, author_key, to_follow, created_at_ms
      );
      CREATE TABLE note_answer (
        number INTEGER PRIMARY KEY,
        note_number INTEGER NOT NULL REFERENCES note (number),
        author TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX note_answer_note ON note_answer (note_number, number);
      CREATE TABLE note_draft (
        author_key TEXT NOT NULL,
        key TEXT NOT NULL,
        record TEXT NOT NULL,
        kept_at_ms INTEGER NOT NULL,
        PRIMARY KEY (author_key, key)
      ) STRICT, WITHOUT ROWID;
      DROP TABLE note_text;
      CREATE VIRTUAL TABLE note_text USING fts5(
        words, stems, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', content = '', contentless_delete = 1
      );
    `);
    indexAll(db);
  },
};

function indexAll(db: Database.Database): void {
  const add = db.prepare("INSERT INTO note_text (rowid, words, stems) VALUES (?, ?, ?)");
  for (const { number, text } of db.prepare<[], NoteText>("SELECT number, text FROM note").all()) {
    const { words, stems } = indexedText(text);
    add.run(number, words, stems);
  }
}

interface NoteText {
  readonly number: number;
  readonly text: string;
}

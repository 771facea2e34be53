/** Takes a store back to how it was before some steps of the schema. */
import type Database from "better-sqlite3";

/** What undoes each step, by the version that the step leads to. */
const back: Readonly<Record<number, string>> = {
  4: `
    UPDATE backup_call SET record = json_remove(record, '$.channels', '$.cascade', '$.cascadeEnd');
    DROP TABLE delivery;
  `,
  5: `
    UPDATE leg SET span_start_ms = min(queued_at_ms, ifnull(started_at_ms, queued_at_ms)), long_level = NULL;
    DROP TABLE event_block;
    DROP INDEX event_agent;
  `,
  6: `
    DROP TABLE week_figure;
    DROP TABLE month_figure;
    ALTER TABLE leg DROP COLUMN abandoned_in_target;
    ALTER TABLE leg DROP COLUMN in_level;
    DELETE FROM queue WHERE channel = '';
  `,
  7: `
    DROP TABLE import_job;
    DROP TABLE import_mapping;
    DROP INDEX reject_import;
    ALTER TABLE reject DROP COLUMN import_id;
  `,
  8: `
    DROP TABLE report_paragraph;
    DROP TABLE report_schedule;
    DROP TABLE report_run;
  `,
  9: `
    DROP TABLE calendar;
    DROP TABLE holiday;
    DROP TABLE agent_time;
    DROP TABLE answer;
    DROP TABLE answer_figure;
  `,
  10: `
    DROP TABLE person;
    DROP TABLE audit;
  `,
  11: `
    DROP TABLE reply;
    DROP TABLE reply_template;
    DROP TABLE answer_words;
    DROP INDEX answer_start;
  `,
  12: `
    DROP TABLE idea;
    DROP TABLE problem;
    DROP TABLE commitment;
  `,
  13: `
    DROP TABLE note_text;
    CREATE VIRTUAL TABLE note_text USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO note_text (rowid, text) SELECT number, text FROM note;
    DROP TABLE note_draft;
    DROP TABLE note_answer;
    DROP INDEX note_agent;
    DROP INDEX note_facts;
    ALTER TABLE note DROP COLUMN author_key;
    ALTER TABLE note DROP COLUMN reply_id;
    ALTER TABLE note DROP COLUMN moment_at_ms;
    ALTER TABLE note DROP COLUMN load;
    ALTER TABLE note DROP COLUMN to_follow;
    ALTER TABLE note DROP COLUMN acknowledged_at_ms;
    ALTER TABLE note DROP COLUMN answer_count;
  `,
  14: `
    DROP TABLE agreed_step;
    DROP TABLE coaching_session;
    DROP TABLE entered_skill;
    DROP TABLE training;
    DROP TABLE service_sheet;
    DROP TABLE service_sheet_version;
    DROP TABLE service_sheet_text;
  `,
};

/** Makes the file what it was at a version of the schema. */
export function takeBackTo(db: Database.Database, version: number): void {
  const later = Object.keys(back)
    .map(Number)
    .filter((step) => step > version);
  for (const step of later.sort((a, b) => b - a)) db.exec(back[step] ?? "");
  db.pragma(`user_version = ${version}`);
}

/** Columns of the tables that typed queries use, as the driver gives them. */
import type { Generated } from "kysely";
import type { Holiday } from "../../../shared/domain/holiday.ts";
import type { noteKinds, noteVisibilities, Principle } from "../../../shared/domain/note.ts";

export interface SiteRow {
  id: string;
  name: string;
  time_zone: string;
}

export interface ServiceRow {
  id: string;
  name: string;
  /** JSON. */
  channels: string;
  /** JSON, ascending by `fromMs`. */
  targets: string;
}

export interface NoteRow {
  number: Generated<number>;
  id: string;
  agent_id: string;
  case_id: string | null;
  principle: Principle | null;
  kind: (typeof noteKinds)[number];
  visibility: (typeof noteVisibilities)[number];
  text: string;
  author: string;
  author_key: string;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
  reply_id: string | null;
  moment_at_ms: number | null;
  /** JSON. */
  load: string | null;
  to_follow: 0 | 1;
  acknowledged_at_ms: number | null;
  answer_count: number;
}

export interface ReplyRow {
  number: number;
  id: string;
  case_id: string;
  service_id: string;
  agent_id: string | null;
  at_ms: number;
  text: string;
}

export interface Schema {
  agreed_step: { id: string; settled_at_ms: number | null; record: string };
  audit: { number: number; agent_id: string | null; record: string; hash: string };
  person: { id: string; record: string; passphrase_hash: string | null };
  alert: { id: string; raised_at_ms: number; open: 0 | 1; record: string };
  alert_rule: { number: Generated<number>; id: string; record: string };
  agent: { id: string; fold: string };
  backup_call: { id: string; requested_at_ms: number; open: 0 | 1; record: string };
  backup_person: { agent_id: string; record: string };
  calendar: { site_id: string; service_id: string; record: string };
  coaching_session: { id: string; starts_at_ms: number; record: string };
  entered_skill: { agent_id: string; service_id: string; record: string };
  service_sheet: { number: Generated<number>; service_id: string; version: number };
  service_sheet_text: { rowid: number; words: string; stems: string };
  service_sheet_version: { service_id: string; version: number; record: string };
  training: { id: string; date: string; record: string };
  delivery: { id: string; call_id: string; open: 0 | 1; record: string };
  feed: { source: string; last_received_at_ms: number; last_event_at_ms: number; event_count: number };
  holiday: Holiday;
  idea: { id: string; created_at_ms: number; record: string };
  import_job: {
    id: string;
    started_at_ms: number;
    record: string;
    source: string;
    content_hash: string | null;
  };
  import_mapping: { name: string; record: string };
  label: { name: string; value: string };
  note: NoteRow;
  note_revision: { note_number: number; revision: number; text: string; author: string; at_ms: number };
  problem: { id: string; created_at_ms: number; record: string };
  note_answer: {
    number: Generated<number>;
    note_number: number;
    author: string;
    at_ms: number;
    text: string;
  };
  note_draft: { author_key: string; key: string; record: string; kept_at_ms: number };
  note_text: { rowid: number; words: string; stems: string };
  reject: {
    id: Generated<number>;
    received_at_ms: number;
    feed: string;
    line: number | null;
    fault: string;
    raw: string;
    import_id: string | null;
  };
  report_paragraph: { site_id: string; period: string; first_date: string; revision: number; record: string };
  report_run: { id: string; schedule_id: string; started_at_ms: number; record: string };
  report_schedule: { number: Generated<number>; id: string; record: string };
  reply: ReplyRow;
  reply_template: { id: string; version: number; record: string; retired_at_ms: number | null };
  seen_service: { id: string; channel: string };
  seen_site: { id: string };
  service: ServiceRow;
  site: SiteRow;
}

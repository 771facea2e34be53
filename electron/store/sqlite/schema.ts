/** Columns of the tables that typed queries use, as the driver gives them. */
import type { Generated } from "kysely";
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
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
}

export interface Schema {
  alert: { id: string; raised_at_ms: number; open: 0 | 1; record: string };
  alert_rule: { number: Generated<number>; id: string; record: string };
  agent: { id: string; fold: string };
  backup_call: { id: string; requested_at_ms: number; open: 0 | 1; record: string };
  backup_person: { agent_id: string; record: string };
  feed: { source: string; last_received_at_ms: number; last_event_at_ms: number; event_count: number };
  label: { name: string; value: string };
  note: NoteRow;
  note_revision: { note_number: number; revision: number; text: string; author: string; at_ms: number };
  note_text: { rowid: number; text: string };
  reject: {
    id: Generated<number>;
    received_at_ms: number;
    feed: string;
    line: number | null;
    fault: string;
    raw: string;
  };
  seen_service: { id: string; channel: string };
  seen_site: { id: string };
  service: ServiceRow;
  site: SiteRow;
}

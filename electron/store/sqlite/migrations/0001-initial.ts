/** The first schema: the log, its projections, and what people enter. */
import type { Migration } from "./migration.ts";

/** The append-only log. `received_at_ms` says when Vigie took the event in, by its own clock. */
export const eventTableSql = `
  CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    subject TEXT NOT NULL,
    time TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    data TEXT NOT NULL,
    received_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX event_identity ON event (source, id);
  CREATE INDEX event_subject ON event (subject);
  CREATE INDEX event_action ON event (json_extract(data, '$.action')) WHERE type = 'case.reassigned';
`;

const figureColumns = `
    queue INTEGER NOT NULL,
    arrivals INTEGER NOT NULL,
    transfers_in INTEGER NOT NULL,
    served INTEGER NOT NULL,
    abandoned INTEGER NOT NULL,
    no_shows INTEGER NOT NULL,
    served_in_target INTEGER NOT NULL,
    abandoned_late INTEGER NOT NULL,
    served_wait_ms INTEGER NOT NULL,
    abandoned_wait_ms INTEGER NOT NULL,
    handle_count INTEGER NOT NULL,
    handle_ms INTEGER NOT NULL,
    served_waits BLOB NOT NULL,
    abandoned_waits BLOB NOT NULL,
    PRIMARY KEY (start_ms, queue)
`;

/** Everything here can be made anew from the log. */
const projectionsSql = `
  CREATE TABLE queue (
    number INTEGER PRIMARY KEY,
    site_id TEXT NOT NULL,
    service_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    UNIQUE (site_id, service_id, channel)
  ) STRICT;
  CREATE TABLE case_state (
    id TEXT PRIMARY KEY,
    state TEXT,
    version INTEGER NOT NULL,
    leg_arrivals TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_open ON case_state (state) WHERE state IN ('waiting', 'called', 'serving', 'on_hold');
  CREATE TABLE leg (
    arrived_at_ms INTEGER NOT NULL,
    case_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    queue INTEGER NOT NULL,
    agent_id TEXT,
    queued_at_ms INTEGER NOT NULL,
    wait_ended_at_ms INTEGER,
    started_at_ms INTEGER,
    ended_at_ms INTEGER,
    carried_wait_ms INTEGER NOT NULL,
    served INTEGER NOT NULL,
    abandoned INTEGER NOT NULL,
    no_shows INTEGER NOT NULL,
    served_in_target INTEGER NOT NULL,
    abandoned_late INTEGER NOT NULL,
    wait_ms INTEGER,
    handle_ms INTEGER,
    long_level INTEGER,
    span_start_ms INTEGER NOT NULL,
    PRIMARY KEY (arrived_at_ms, case_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX leg_long ON leg (long_level, span_start_ms) WHERE long_level IS NOT NULL;
  CREATE TABLE interval_figure (start_ms INTEGER NOT NULL, ${figureColumns}) STRICT, WITHOUT ROWID;
  CREATE TABLE day_figure (start_ms INTEGER NOT NULL, ${figureColumns}) STRICT, WITHOUT ROWID;
  CREATE TABLE agent (id TEXT PRIMARY KEY, fold TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE backup_call (
    id TEXT PRIMARY KEY,
    requested_at_ms INTEGER NOT NULL,
    open INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX backup_call_requested ON backup_call (requested_at_ms);
  CREATE INDEX backup_call_open ON backup_call (open) WHERE open = 1;
  CREATE TABLE observation (
    queue INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    people_waiting INTEGER NOT NULL,
    open_counters INTEGER,
    ticket_called TEXT,
    source TEXT NOT NULL,
    event_id TEXT NOT NULL,
    PRIMARY KEY (queue, at_ms)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE feed (
    source TEXT PRIMARY KEY,
    last_received_at_ms INTEGER NOT NULL,
    last_event_at_ms INTEGER NOT NULL,
    event_count INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE seen_site (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE seen_service (id TEXT NOT NULL, channel TEXT NOT NULL, PRIMARY KEY (id, channel)) STRICT, WITHOUT ROWID;
`;

/** What people enter, and what could not be taken in: not to be had from the log. */
const enteredSql = `
  CREATE TABLE site (id TEXT PRIMARY KEY, name TEXT NOT NULL, time_zone TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE service (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    channels TEXT NOT NULL,
    targets TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE backup_person (agent_id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE reject (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at_ms INTEGER NOT NULL,
    feed TEXT NOT NULL,
    line INTEGER,
    fault TEXT NOT NULL,
    raw TEXT NOT NULL
  ) STRICT;
  CREATE TABLE label (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE note (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    agent_id TEXT NOT NULL,
    case_id TEXT,
    principle TEXT,
    kind TEXT NOT NULL,
    visibility TEXT NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    updated_at_ms INTEGER NOT NULL,
    revision INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX note_created ON note (created_at_ms);
  CREATE TABLE note_revision (
    note_number INTEGER NOT NULL REFERENCES note (number),
    revision INTEGER NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (note_number, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE note_text USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
`;

export const initial: Migration = {
  version: 1,
  up(db) {
    db.exec(eventTableSql + projectionsSql + enteredSql);
  },
};

/**
 * Figures whose cost is that of their points: rows for weeks and months beside those for days and
 * quarter hours, rows that stand for all queues of a site or of a time zone, each queue's rows side by
 * side, and what the four usual service levels count.
 *
 * The figures start empty here; a store that has legs and no figures makes them when it is opened.
 */
import type Database from "better-sqlite3";
import type { Channel } from "../../../../shared/domain/channel.ts";
import { type Service, type Target, targetAt } from "../../../../shared/domain/service.ts";
import type { Migration } from "./migration.ts";

const figureColumns = `
    queue INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    arrivals INTEGER NOT NULL,
    transfers_in INTEGER NOT NULL,
    served INTEGER NOT NULL,
    abandoned INTEGER NOT NULL,
    no_shows INTEGER NOT NULL,
    level_served INTEGER NOT NULL,
    level_abandoned INTEGER NOT NULL,
    served_in_target INTEGER NOT NULL,
    abandoned_in_target INTEGER NOT NULL,
    abandoned_late INTEGER NOT NULL,
    served_wait_ms INTEGER NOT NULL,
    abandoned_wait_ms INTEGER NOT NULL,
    handle_count INTEGER NOT NULL,
    handle_ms INTEGER NOT NULL,
    served_waits BLOB NOT NULL,
    abandoned_waits BLOB NOT NULL,
    PRIMARY KEY (queue, start_ms)
`;

interface AbandonedLeg {
  readonly arrived_at_ms: number;
  readonly case_id: string;
  readonly position: number;
  readonly wait_ms: number;
  readonly service_id: string;
  readonly channel: Channel;
}

export const figures: Migration = {
  version: 6,
  up(db) {
    db.exec(`
      DROP TABLE interval_figure;
      DROP TABLE day_figure;
      CREATE TABLE interval_figure (${figureColumns}) STRICT, WITHOUT ROWID;
      CREATE TABLE day_figure (${figureColumns}) STRICT, WITHOUT ROWID;
      CREATE TABLE week_figure (${figureColumns}) STRICT, WITHOUT ROWID;
      CREATE TABLE month_figure (${figureColumns}) STRICT, WITHOUT ROWID;
      ALTER TABLE leg ADD COLUMN abandoned_in_target INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE leg ADD COLUMN in_level INTEGER NOT NULL DEFAULT 1;
    `);
    markAbandonedInTarget(db);
  },
};

/** As `contributionsOf` says, for legs that were written before. */
function markAbandonedInTarget(db: Database.Database): void {
  const services = new Map<string, Service>();
  const entered = db.prepare<[], { id: string; name: string; channels: string; targets: string }>(
    "SELECT id, name, channels, targets FROM service",
  );
  for (const { id, name, channels, targets } of entered.all()) {
    services.set(id, {
      id,
      name,
      channels: JSON.parse(channels) as Channel[],
      targets: JSON.parse(targets) as Target[],
    });
  }
  const mark = db.prepare(
    "UPDATE leg SET abandoned_in_target = 1 WHERE arrived_at_ms = ? AND case_id = ? AND position = ?",
  );
  const abandoned = db.prepare<[], AbandonedLeg>(
    `SELECT arrived_at_ms, case_id, position, wait_ms, service_id, channel
     FROM leg JOIN queue ON number = queue WHERE abandoned = 1`,
  );
  for (const leg of abandoned.all()) {
    const target = targetAt(services.get(leg.service_id), leg.channel, leg.arrived_at_ms);
    if (leg.wait_ms <= target.withinSeconds * 1000) {
      mark.run(leg.arrived_at_ms, leg.case_id, leg.position);
    }
  }
}

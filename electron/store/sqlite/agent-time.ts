/**
 * The agents' time on duty, by site and interval. Nothing is kept by agent: what an event changes is
 * the difference between the agent's day in the log with it and without it.
 */
import type Database from "better-sqlite3";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import {
  type AgentTime,
  agentTimes,
  isStateEvent,
  leastAgentsShown,
  type OccupancyQuery,
  type OccupancyRow,
  occupancy,
} from "../../../shared/domain/occupancy.ts";
import { intervalMs, intervalStartMs } from "../../../shared/queueing/intervals.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { type EventRow, eventColumns, isAboutAgent, toEvent } from "./event.ts";
import { type FigureKey, timeKeys } from "./figure-key.ts";

interface TimeRow {
  readonly start_ms: number;
  readonly site_id: string;
  readonly handling_ms: number;
  readonly available_ms: number;
  /** How many agents had any time on duty. */
  readonly agents: number;
}

const everything = Number.MAX_SAFE_INTEGER;
const stateTypes = ["agent.signed_in", "agent.state_changed", "agent.signed_out"] as const;

/** The nearest event of each type that says what state the agent `@id` is in: one step into the index each. */
function nearestOfEach(where: string): string {
  return stateTypes
    .map(
      (type) =>
        `SELECT * FROM (SELECT at_ms FROM event
           WHERE ${isAboutAgent} AND subject = @id AND type = '${type}' AND ${where} LIMIT 1)`,
    )
    .join(" UNION ALL ");
}

export class AgentTimeTable {
  readonly #directory: DirectoryIndex;
  readonly #signInBefore: Database.Statement<[string, number], number>;
  readonly #signInFrom: Database.Statement<[string, number], number>;
  readonly #stateBefore: Database.Statement<[{ id: string; ms: number }], number | null>;
  readonly #stateFrom: Database.Statement<[{ id: string; ms: number }], number | null>;
  readonly #story: Database.Statement<[string, number, number], EventRow>;
  readonly #get: Database.Statement<[number, string], TimeRow>;
  readonly #put: Database.Statement<[number, string, number, number, number]>;
  readonly #delete: Database.Statement<[number, string]>;
  readonly #between: Database.Statement<[number, number, string | null, string | null], TimeRow>;
  readonly #agentIds: Database.Statement<[], string>;
  readonly #onDutyIds: Database.Statement<[], string>;
  readonly #lastEventMs: Database.Statement<[], number | null>;

  constructor(db: Database.Database, directory: DirectoryIndex) {
    this.#directory = directory;
    const signIn = `SELECT at_ms FROM event WHERE ${isAboutAgent} AND subject = ? AND type = 'agent.signed_in' AND at_ms`;
    this.#signInBefore = db
      .prepare<[string, number], number>(`${signIn} < ? ORDER BY at_ms DESC LIMIT 1`)
      .pluck();
    this.#signInFrom = db.prepare<[string, number], number>(`${signIn} >= ? ORDER BY at_ms LIMIT 1`).pluck();
    this.#stateBefore = db
      .prepare<[{ id: string; ms: number }], number | null>(
        `SELECT max(at_ms) FROM (${nearestOfEach("at_ms < @ms ORDER BY at_ms DESC")})`,
      )
      .pluck();
    this.#stateFrom = db
      .prepare<[{ id: string; ms: number }], number | null>(
        `SELECT min(at_ms) FROM (${nearestOfEach("at_ms >= @ms ORDER BY at_ms")})`,
      )
      .pluck();
    this.#story = db.prepare(
      `SELECT ${eventColumns} FROM event WHERE ${isAboutAgent} AND subject = ?
         AND type IN (${stateTypes.map((type) => `'${type}'`).join(", ")})
         AND at_ms >= ? AND at_ms <= ?`,
    );
    this.#get = db.prepare("SELECT * FROM agent_time WHERE start_ms = ? AND site_id = ?");
    this.#put = db.prepare("INSERT OR REPLACE INTO agent_time VALUES (?, ?, ?, ?, ?)");
    this.#delete = db.prepare("DELETE FROM agent_time WHERE start_ms = ? AND site_id = ?");
    this.#between = db.prepare(
      `SELECT * FROM agent_time WHERE start_ms >= ? AND start_ms < ? AND (? IS NULL OR site_id = ?)
       ORDER BY start_ms`,
    );
    this.#agentIds = db.prepare<[], string>("SELECT id FROM agent").pluck();
    this.#onDutyIds = db
      .prepare<[], string>(
        "SELECT id FROM agent WHERE json_extract(fold, '$.agent.state') IN ('available', 'serving', 'wrap_up')",
      )
      .pluck();
    this.#lastEventMs = db.prepare<[], number | null>("SELECT max(last_event_at_ms) FROM feed").pluck();
  }

  /** Takes in the fresh events of an agent, which are in the log already. */
  project(id: string, fresh: readonly VigieEvent[]): void {
    const told = fresh.filter(isStateEvent);
    if (told.length === 0) return;
    const times = told.map(({ atMs }) => atMs);
    const [fromMs, toMs] = [Math.min(...times), Math.max(...times)];
    // Only a sign-in says for more than the states around it where the agent is.
    const isSignIn = told.some(({ type }) => type === "agent.signed_in");
    const story = isSignIn ? this.#storyAround(id, fromMs, toMs) : this.#storyNear(id, fromMs, toMs);
    const isFresh = new Set(told.map(identityOf));
    const before = story.filter((event) => !isFresh.has(identityOf(event)));
    this.#write(changeOf(agentTimes(before, null), agentTimes(story, null)));
  }

  /** Makes the empty table anew from the log. */
  fill(): void {
    for (const id of this.#agentIds.all()) {
      const story = this.#story.all(id, 0, everything).map(toEvent);
      this.#write(changeOf(new Map(), agentTimes(story, null)));
    }
  }

  read(query: OccupancyQuery): OccupancyRow[] {
    const { fromMs, toMs, siteId } = query;
    const underWay = new Map(this.#underWay(fromMs, toMs).map((row) => [rowKey(row), row]));
    const rows: TimeRow[] = [];
    for (const row of this.#between.iterate(fromMs, toMs, siteId, siteId)) {
      const more = underWay.get(rowKey(row));
      rows.push(more === undefined ? row : sum(row, more));
      if (more !== undefined) underWay.delete(rowKey(row));
    }
    for (const row of underWay.values()) {
      if (row.start_ms >= fromMs && row.start_ms < toMs && (siteId === null || row.site_id === siteId)) {
        rows.push(row);
      }
    }
    return this.#group(query, rows);
  }

  /** What the last known state of everybody on duty adds, until the last event in the log. */
  #underWay(fromMs: number, toMs: number): TimeRow[] {
    const untilMs = this.#lastEventMs.get() ?? 0;
    if (untilMs < fromMs) return [];
    const changes = new Map<string, TimeRow>();
    for (const id of this.#onDutyIds.all()) {
      const story = this.#storyAround(id, untilMs, untilMs);
      const last = Math.max(0, ...story.map(({ atMs }) => atMs));
      if (last >= toMs || last > untilMs) continue;
      for (const row of changeOf(agentTimes(story, null), agentTimes(story, untilMs))) {
        const known = changes.get(rowKey(row));
        changes.set(rowKey(row), known === undefined ? row : sum(known, row));
      }
    }
    return [...changes.values()];
  }

  #group({ by }: OccupancyQuery, rows: readonly TimeRow[]): OccupancyRow[] {
    const sums = new Map<string, { fromMs: number | null; handlingMs: number; availableMs: number }>();
    const keysBySite = new Map<string, (atMs: number) => FigureKey>();
    for (const row of rows.toSorted((a, b) => a.start_ms - b.start_ms)) {
      const keyOf = keysBySite.get(row.site_id) ?? this.#keysOf(by, row.site_id);
      keysBySite.set(row.site_id, keyOf);
      const { key, fromMs } = keyOf(row.start_ms);
      const group = sums.get(key) ?? { fromMs, handlingMs: 0, availableMs: 0 };
      sums.set(key, group);
      if (group.fromMs !== null && fromMs !== null) group.fromMs = Math.min(group.fromMs, fromMs);
      if (row.agents < leastAgentsShown) continue;
      group.handlingMs += row.handling_ms;
      group.availableMs += row.available_ms;
    }
    return [...sums]
      .map(([key, { fromMs, handlingMs, availableMs }]) => {
        const time = { handlingSeconds: handlingMs / 1000, availableSeconds: availableMs / 1000 };
        return { key, fromMs, occupancy: occupancy(time), ...time };
      })
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }

  #keysOf(by: OccupancyQuery["by"], siteId: string): (atMs: number) => FigureKey {
    if (by === "total") return () => ({ key: "total", fromMs: null });
    return timeKeys(by, this.#directory.timeZoneOf(siteId), this.#directory.daysOf(siteId));
  }

  /**
   * What the log says of an agent around a stretch of time: all that can be counted otherwise by an event
   * in it, in whole intervals. A sign-in names the site of what follows until the next one.
   */
  #storyAround(id: string, fromMs: number, toMs: number): VigieEvent[] {
    const startMs = this.#signInBefore.get(id, intervalStartMs(fromMs)) ?? 0;
    const nextMs = this.#signInFrom.get(id, toMs + 1);
    const wholeMs = nextMs === undefined ? undefined : intervalStartMs(nextMs) + intervalMs;
    const endMs = wholeMs === undefined ? undefined : this.#signInFrom.get(id, wholeMs);
    return this.#story.all(id, startMs, endMs ?? everything).map(toEvent);
  }

  /**
   * What the log says of an agent around a stretch of time in which nobody signed in: the states before
   * and after it, as far as their intervals reach, and the sign-in that names the site.
   */
  #storyNear(id: string, fromMs: number, toMs: number): VigieEvent[] {
    const previousMs = this.#stateBefore.get({ id, ms: fromMs }) ?? fromMs;
    const startMs = this.#stateBefore.get({ id, ms: intervalStartMs(previousMs) + 1 }) ?? 0;
    const nextMs = this.#stateFrom.get({ id, ms: toMs + 1 }) ?? everything;
    const endMs = this.#stateFrom.get({ id, ms: intervalStartMs(nextMs) + intervalMs }) ?? everything;
    const story = this.#story.all(id, startMs, endMs);
    const signInMs = this.#signInBefore.get(id, startMs);
    const signIn = signInMs === undefined ? [] : this.#story.all(id, signInMs, signInMs);
    return [...signIn, ...story].map(toEvent);
  }

  #write(changes: Iterable<TimeRow>): void {
    for (const change of changes) {
      const known = this.#get.get(change.start_ms, change.site_id);
      const row = known === undefined ? change : sum(known, change);
      if (row.agents === 0) this.#delete.run(row.start_ms, row.site_id);
      else this.#put.run(row.start_ms, row.site_id, row.handling_ms, row.available_ms, row.agents);
    }
  }
}

function identityOf({ source, id }: VigieEvent): string {
  return `${source}\n${id}`;
}

function rowKey({ start_ms, site_id }: TimeRow): string {
  return `${site_id}\n${start_ms}`;
}

function sum(a: TimeRow, b: TimeRow): TimeRow {
  return {
    ...a,
    handling_ms: a.handling_ms + b.handling_ms,
    available_ms: a.available_ms + b.available_ms,
    agents: a.agents + b.agents,
  };
}

/** What is to be added to the rows where one agent's time was `before` and is `after`. */
function changeOf(before: ReadonlyMap<string, AgentTime>, after: ReadonlyMap<string, AgentTime>): TimeRow[] {
  const rows: TimeRow[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, next] = [before.get(key), after.get(key)];
    const place = next ?? old;
    if (place === undefined) continue;
    const row = {
      start_ms: place.intervalStartMs,
      site_id: place.siteId,
      handling_ms: (next?.handlingMs ?? 0) - (old?.handlingMs ?? 0),
      available_ms: (next?.availableMs ?? 0) - (old?.availableMs ?? 0),
      agents: Number(next !== undefined) - Number(old !== undefined),
    };
    if (row.handling_ms !== 0 || row.available_ms !== 0 || row.agents !== 0) rows.push(row);
  }
  return rows;
}

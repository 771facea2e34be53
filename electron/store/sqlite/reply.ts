/** Sent replies, one row per event, and the standard texts. */
import { createHash, randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import type { EventOf } from "../../../shared/domain/event.ts";
import { maskNames } from "../../../shared/domain/mask-names.ts";
import type { Reply, ReplyTemplate } from "../../../shared/domain/reply.ts";
import { Fault } from "../../../shared/faults.ts";
import type { ReplyStore } from "../reply-store.ts";
import type { Changes } from "./changes.ts";
import type { Engine } from "./engine.ts";
import { type EventRow, eventColumns, toEvent } from "./event.ts";
import { all, first, run, sql } from "./query.ts";
import type { ReplyRow } from "./schema.ts";

export class ReplyTable {
  readonly #put: Database.Statement<[string, string, string, string | null, number, string]>;
  readonly #sent: Database.Statement<[], EventRow>;

  constructor(db: Database.Database) {
    this.#put = db.prepare(
      "INSERT OR IGNORE INTO reply (id, case_id, service_id, agent_id, at_ms, text) VALUES (?, ?, ?, ?, ?, ?)",
    );
    this.#sent = db.prepare(`SELECT ${eventColumns} FROM event WHERE type = 'reply.sent' ORDER BY number`);
  }

  project(event: EventOf<"reply.sent">, changes: Changes | null): void {
    const { service, agent, text } = event.data;
    // A log from before names were masked at the border still holds them.
    this.#put.run(replyId(event), event.subject, service, agent ?? null, event.atMs, maskNames(text));
    if (changes !== null) changes.replies = true;
  }

  /** Makes the empty table anew from the log. */
  fill(): void {
    for (const row of this.#sent.all()) {
      const event = toEvent(row);
      if (event.type === "reply.sent") this.project(event, null);
    }
  }
}

/** A short name for an event whose own is unique only together with its source's. */
function replyId({ source, id }: EventOf<"reply.sent">): string {
  return createHash("sha256")
    .update(JSON.stringify([source, id]))
    .digest("hex")
    .slice(0, 32);
}

/** Replies that came to the log after one, in its order. */
function repliesFrom(number: number, limit: number) {
  return sql.selectFrom("reply").selectAll().where("number", ">", number).orderBy("number").limit(limit);
}

/** The part of the port that is about replies. */
export function createReplyStore(engine: Engine): ReplyStore {
  const { db } = engine;
  return {
    repliesAfter: (number, sinceMs, limit) =>
      engine.read(() => all(db, repliesFrom(number, limit).where("at_ms", ">=", sinceMs)).map(toReply)),
    repliesOf: (agentId, number, limit) =>
      engine.read(() => all(db, repliesFrom(number, limit).where("agent_id", "=", agentId)).map(toReply)),
    reply: (id) =>
      engine.read(() => {
        const row = first(db, sql.selectFrom("reply").selectAll().where("id", "=", id));
        return row === undefined ? undefined : toReply(row);
      }),
    replyTemplates: () => engine.read(() => templates(db)),
    putReplyTemplate: (id, draft, by, atMs) =>
      engine.write((changes) => {
        const known = id === null ? undefined : templates(db).find((one) => one.id === id);
        if (id !== null && known === undefined) throw unknownTemplate(id);
        const version = (known?.version ?? 0) + 1;
        const template: ReplyTemplate = {
          ...draft,
          id: id ?? randomUUID(),
          version,
          changedAtMs: atMs,
          changedBy: by,
          retiredAtMs: null,
        };
        run(
          db,
          sql.insertInto("reply_template").values({
            id: template.id,
            version,
            record: JSON.stringify(template),
            retired_at_ms: null,
          }),
        );
        run(db, sql.updateTable("reply_template").set({ retired_at_ms: null }).where("id", "=", template.id));
        changes.replyTemplates = true;
        return template;
      }),
    retireReplyTemplate: (id, atMs) =>
      engine.write((changes) => {
        const retired = run(
          db,
          sql.updateTable("reply_template").set({ retired_at_ms: atMs }).where("id", "=", id),
        );
        if (retired === 0) throw unknownTemplate(id);
        changes.replyTemplates = true;
      }),
  };
}

function templates(db: Database.Database): ReplyTemplate[] {
  return all(db, sql.selectFrom("reply_template").selectAll())
    .map(({ record, retired_at_ms }) => ({
      ...(JSON.parse(record) as ReplyTemplate),
      retiredAtMs: retired_at_ms,
    }))
    .sort((a, b) => b.changedAtMs - a.changedAtMs || b.version - a.version || (a.id < b.id ? -1 : 1));
}

function toReply(row: ReplyRow): Reply {
  return {
    id: row.id,
    number: row.number,
    caseId: row.case_id,
    serviceId: row.service_id,
    agentId: row.agent_id,
    atMs: row.at_ms,
    text: row.text,
  };
}

function unknownTemplate(templateId: string): Fault {
  return new Fault(
    "not_found",
    "This standard text is not known; nothing was changed. Somebody may have removed it.",
    { templateId },
  );
}

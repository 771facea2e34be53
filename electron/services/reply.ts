/** Sent replies: who may read which, how personal each is, and how the house does over time. */
import type { PassageSource, ReplyDetail, ReplySearch, ReplySummary } from "../../shared/contract/reply.ts";
import { type Actor, authorKey, coaches, hasRole } from "../../shared/domain/actor.ts";
import {
  type Passage,
  personalShareDefinition,
  type Reply,
  type ReplyTemplate,
  type ReplyTemplateDraft,
} from "../../shared/domain/reply.ts";
import { adviceOn, isToReword } from "../../shared/domain/reply-advice.ts";
import {
  figureBetween,
  figuresByMonth,
  figuresByService,
  type ReplyFigure,
} from "../../shared/domain/reply-figures.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { AuditService } from "./audit.ts";
import type { Clock } from "./clock.ts";
import { timeZoneOf } from "./directory.ts";
import { createReplyDesk, type DeskReply } from "./reply-desk.ts";

const mostListed = 200;
const excerptLength = 160;
/** A screen that asks again within this time is still the same reading. */
const readingMs = 30 * 60_000;

export interface ReplyService {
  /** What the one who asks may read: their own replies, for a team lead those of the team and of nobody known. */
  list(search: ReplySearch): Promise<{ total: number; replies: ReplySummary[] }>;
  /**
   * @throws Fault `not_found`; also for a reply that the one who asks may not read, so that nothing is said of it
   */
  get(id: string): Promise<ReplyDetail>;
  figures(
    serviceId: string | null,
  ): Promise<{ definition: string; months: ReplyFigure[]; services: ReplyFigure[] }>;
  /** The house in one stretch of time; null where nobody wrote then. */
  figureBetween(fromMs: number, toMs: number): Promise<ReplyFigure | null>;
  templates(): Promise<ReplyTemplate[]>;
  putTemplate(id: string | null, draft: ReplyTemplateDraft): Promise<ReplyTemplate>;
  retireTemplate(id: string): Promise<void>;
}

export interface ReplyParts {
  readonly store: Pick<
    Store,
    "directory" | "repliesAfter" | "replyTemplates" | "putReplyTemplate" | "retireReplyTemplate" | "subscribe"
  >;
  readonly clock: Clock;
  readonly access: Pick<AccessService, "actor">;
  readonly audit: Pick<AuditService, "record">;
}

/** Makes the service of sent replies. */
export function createReplies({ store, clock, access, audit }: ReplyParts): ReplyService {
  const desk = createReplyDesk(store, clock);
  /** When somebody began to read a reply. */
  const readings = new Map<string, number>();

  /** Writes down that somebody reads what another person wrote: once, however often the screen asks anew. */
  async function noteReading(actor: Actor, { id, agentId }: Reply): Promise<void> {
    if (agentId === null || agentId === actor.agentId) return;
    const nowMs = clock.nowMs();
    for (const [key, atMs] of readings) if (nowMs - atMs >= readingMs) readings.delete(key);
    const reading = `${authorKey(actor)} ${id}`;
    if (readings.has(reading)) return;
    await audit.record({ kind: "person_viewed", agentId, what: "reply", purpose: null });
    readings.set(reading, nowMs);
  }

  /** The passage's place of origin, as far as the one who asks may know it. */
  function sourceOf(
    { from }: Passage,
    actor: Actor,
    known: ReadonlyMap<string, DeskReply>,
    templates: readonly ReplyTemplate[],
  ): PassageSource {
    if (from.kind === "template") {
      const { templateId, version } = from;
      const template = templates.find((one) => one.id === templateId && one.version === version);
      return { kind: "template", name: template?.name ?? templateId, version };
    }
    const other = known.get(from.replyId)?.reply;
    if (other === undefined) throw new Error(`a passage stands in a reply ${from.replyId} that is not known`);
    const { id, atMs, serviceId } = other;
    return { kind: "reply", replyId: mayRead(actor, other) ? id : null, atMs, serviceId };
  }

  return {
    async list({ serviceId, language, toReword }) {
      const actor = access.actor();
      const found = [...(await desk.current()).values()]
        .filter(({ reply }) => mayRead(actor, reply))
        .filter(({ reply }) => serviceId === null || reply.serviceId === serviceId)
        .filter(({ analysis }) => language === null || analysis.language === language)
        .filter(({ analysis }) => !toReword || analysis.passages.some(isToReword))
        .sort((a, b) => b.reply.atMs - a.reply.atMs || (a.reply.id < b.reply.id ? -1 : 1));
      return { total: found.length, replies: found.slice(0, mostListed).map(summaryOf) };
    },
    async get(id) {
      const actor = access.actor();
      const templates = await store.replyTemplates();
      const known = await desk.current();
      const found = known.get(id);
      if (found === undefined || !mayRead(actor, found.reply)) {
        throw new Fault("not_found", "This reply is not known, or is not yours to read.", { replyId: id });
      }
      const { reply, analysis } = found;
      const sources = analysis.passages.map((passage) => sourceOf(passage, actor, known, templates));
      await noteReading(actor, reply);
      const { number: _number, ...told } = reply;
      return { ...told, analysis, sources, advice: adviceOn(analysis) };
    },
    async figures(serviceId) {
      const all = [...(await desk.current()).values()];
      const asked = serviceId === null ? all : all.filter(({ reply }) => reply.serviceId === serviceId);
      const timeZone = timeZoneOf(await store.directory(), null);
      return {
        definition: personalShareDefinition,
        months: figuresByMonth(asked, serviceId, timeZone),
        services: figuresByService(all),
      };
    },
    async figureBetween(fromMs, toMs) {
      return figureBetween([...(await desk.current()).values()], fromMs, toMs);
    },
    async templates() {
      const latest = new Map<string, ReplyTemplate>();
      for (const template of await store.replyTemplates()) {
        const known = latest.get(template.id);
        if (template.retiredAtMs === null && (known === undefined || known.version < template.version)) {
          latest.set(template.id, template);
        }
      }
      return [...latest.values()].sort((a, b) => a.name.localeCompare(b.name));
    },
    putTemplate: (id, draft) => store.putReplyTemplate(id, draft, access.actor().name, clock.nextMs()),
    retireTemplate: (id) => store.retireReplyTemplate(id, clock.nextMs()),
  };
}

function mayRead(actor: Actor, { agentId }: Pick<Reply, "agentId">): boolean {
  if (agentId === null) return hasRole(actor, "team_lead");
  return agentId === actor.agentId || coaches(actor, agentId);
}

function summaryOf({ reply, analysis }: DeskReply): ReplySummary {
  return {
    id: reply.id,
    atMs: reply.atMs,
    serviceId: reply.serviceId,
    language: analysis.language,
    personalShare: analysis.personalShare,
    wordCount: analysis.wordCount,
    excerpt: reply.text.slice(0, excerptLength).replaceAll(/\s+/g, " "),
    toReword: analysis.passages.some(isToReword),
  };
}

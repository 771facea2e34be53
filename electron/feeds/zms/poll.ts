/** One look at a ZMS: what its queues tell now, against what the log has of the same cases. */
import type { Case } from "../../../shared/domain/case.ts";
import {
  casePrefix,
  connectorSource,
  serviceKeyOf,
  type ZmsConnector,
} from "../../../shared/domain/connector.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { toCloudEvent } from "../../../shared/domain/understand.ts";
import { Fault } from "../../../shared/faults.ts";
import type { Clock } from "../../services/clock.ts";
import type { Ingest } from "../../services/ingest.ts";
import { type CaseStory, createCaseStory } from "../case-story.ts";
import type { SiteTime } from "../site-time.ts";
import type { ZmsQueue, ZmsRow } from "./queue.ts";
import { type RowContext, tellRow, tellVanished } from "./row-events.ts";

/** Two polls that are further apart leave too much unseen in between to say when something happened. */
const longestGapMs = 5 * 60_000;
/** Unreadable rows come with every poll; so many are remembered as rejected. */
const rememberedRejects = 1_000;

export interface PollParts {
  readonly ingest: Ingest;
  readonly clock: Clock;
  openCases(): Promise<Case[]>;
  eventsOf(subject: string): Promise<VigieEvent[]>;
  /** @throws Fault `source_unreachable` */
  ask(connector: ZmsConnector, scopeId: string, signal: AbortSignal): Promise<ZmsQueue>;
}

/** What is remembered of a scope between two polls; without it a poll only reads more of the log. */
interface ScopeMemory {
  atMs: number | null;
  rows: ReadonlyMap<string, string>;
}

/** A connector at work, from its start to its stop. */
export interface Run {
  readonly connector: ZmsConnector;
  readonly memory: Map<string, ScopeMemory>;
  readonly rejected: Set<string>;
  readonly signal: AbortSignal;
}

export interface Poll {
  /**
   * Takes in what a scope's queue tells.
   *
   * @returns what their clock shows, ms since 1970 UTC; null where they did not say
   * @throws Fault `source_unreachable`, or of the store; nothing was kept then
   */
  scope(run: Run, scopeId: string, siteTime: SiteTime): Promise<number | null>;
  /** Ends what is open in scopes that are not asked for any more. */
  endForgottenScopes(run: Run, siteTime: SiteTime): Promise<void>;
}

/** Makes the look. */
export function createPoll(parts: PollParts): Poll {
  const { ingest, clock } = parts;

  const storyOf = async (connector: ZmsConnector, subject: string, siteTime: SiteTime) =>
    createCaseStory(subject, connectorSource(connector), await parts.eventsOf(subject), siteTime);

  async function take({ connector, signal }: Run, stories: readonly CaseStory[]): Promise<void> {
    const events = stories.flatMap(({ added }) => added);
    if (signal.aborted || events.length === 0) return;
    await ingest.take(events.map(toCloudEvent), connectorSource(connector));
  }

  async function rejectUnreadable(run: Run, { rows, unreadable }: ZmsQueue): Promise<void> {
    const fresh = unreadable.filter(({ raw }) => !run.rejected.has(raw));
    if (run.rejected.size > rememberedRejects) run.rejected.clear();
    for (const { raw } of fresh) run.rejected.add(raw);
    const feed = connectorSource(run.connector);
    await ingest.reject(fresh.map(({ fault, raw }) => ({ feed, line: null, fault: fault.toValue(), raw })));
    if (unreadable.length === 0 || rows.length > 0) return;
    throw new Fault(
      "source_unreachable",
      "No row of the queue can be read. What was taken in stays as it is; the rows are in the reject list.",
      { reason: "not_understood" },
    );
  }

  return {
    async scope(run: Run, scopeId: string, siteTime: SiteTime): Promise<number | null> {
      const { connector } = run;
      const queue = await parts.ask(connector, scopeId, run.signal);
      if (run.signal.aborted) return null;
      await rejectUnreadable(run, queue);
      const memory = run.memory.get(scopeId) ?? { atMs: null, rows: new Map() };
      const atMs = queue.atMs ?? clock.nowMs();
      const context: RowContext = {
        siteId: connector.siteId,
        serviceId: serviceKeyOf(connector.services, scopeId),
        atMs,
        beforeMs: memory.atMs !== null && atMs - memory.atMs <= longestGapMs ? memory.atMs : null,
        write: siteTime.write,
      };
      const rows = new Map<string, string>();
      const stories: CaseStory[] = [];
      const prefix = `${casePrefix(connector)}${scopeId}:`;
      for (const row of queue.rows) {
        const subject = prefix + subjectEnd(row, atMs, siteTime);
        const look = lookOf(row, atMs);
        if (rows.has(subject)) continue;
        rows.set(subject, look);
        if (memory.rows.get(subject) === look) continue;
        const story = await storyOf(connector, subject, siteTime);
        tellRow(story, row, context);
        stories.push(story);
      }
      // The row that can't be read may be anybody's: nobody is missed then.
      if (queue.unreadable.length === 0) {
        for (const { id } of await parts.openCases()) {
          if (!id.startsWith(prefix) || rows.has(id)) continue;
          const story = await storyOf(connector, id, siteTime);
          tellVanished(story, context);
          stories.push(story);
        }
      }
      await take(run, stories);
      run.memory.set(scopeId, { atMs, rows });
      return queue.atMs;
    },

    async endForgottenScopes(run: Run, siteTime: SiteTime): Promise<void> {
      const { connector } = run;
      const prefix = casePrefix(connector);
      const stories: CaseStory[] = [];
      for (const { id } of await parts.openCases()) {
        const scopeId = id.startsWith(prefix) ? (id.slice(prefix.length).split(":")[0] ?? "") : "";
        if (scopeId === "" || connector.scopeIds.includes(scopeId)) continue;
        const story = await storyOf(connector, id, siteTime);
        tellVanished(story, {
          siteId: connector.siteId,
          serviceId: scopeId,
          atMs: clock.nowMs(),
          beforeMs: null,
          write: siteTime.write,
        });
        stories.push(story);
      }
      await take(run, stories);
    },
  };
}

/** The same number on the same day is the same person. */
function subjectEnd(row: ZmsRow, atMs: number, siteTime: SiteTime): string {
  const dayMs = row.arrivalTime > 0 ? row.arrivalTime * 1_000 : atMs;
  return `${siteTime.date(dayMs)}:${row.number}`;
}

/** All that a row can tell: where it looks as it did, there is nothing new. */
function lookOf({ status, arrivalTime, callTime, lastCallTime, priority }: ZmsRow, atMs: number): string {
  return [status, callTime, lastCallTime, priority, arrivalTime * 1_000 <= atMs].join("/");
}

/** ZMS as a feed: its queues are asked again and again, and what changed in between becomes events. */
import type { Case } from "../../../shared/domain/case.ts";
import {
  casePrefix,
  clockToleranceSeconds,
  connectorSource,
  pauseSeconds,
  serviceKeyOf,
  type ZmsConnector,
} from "../../../shared/domain/connector.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { toCloudEvent } from "../../../shared/domain/understand.ts";
import { Fault } from "../../../shared/faults.ts";
import type { Clock } from "../../services/clock.ts";
import type { ConnectorReport, PolledFeed } from "../../services/connector.ts";
import type { Ingest } from "../../services/ingest.ts";
import type { Log } from "../../services/log.ts";
import { type CaseStory, createCaseStory } from "../case-story.ts";
import { createSiteTime, type SiteTime } from "../site-time.ts";
import { fetchQueue } from "./fetch-queue.ts";
import type { ZmsQueue, ZmsRow } from "./queue.ts";
import { type RowContext, tellRow, tellVanished } from "./row-events.ts";

const defaultTimeoutMs = 10_000;
/** Two polls that are further apart leave too much unseen in between to say when something happened. */
const longestGapMs = 5 * 60_000;
/** Unreadable rows come with every poll; so many are remembered as rejected. */
const rememberedRejects = 1_000;

export interface ZmsFeedParts {
  readonly ingest: Ingest;
  readonly clock: Clock;
  readonly log: Log;
  openCases(): Promise<Case[]>;
  eventsOf(subject: string): Promise<VigieEvent[]>;
  timeZoneOf(siteId: string): Promise<string>;
  accessKey(connectorId: string): string | undefined;
  /** Does something once, later; returns how to call it off. By default with the machine's timer. */
  readonly schedule?: (delayMs: number, work: () => void) => () => void;
  /** From 0 to 1. */
  readonly random?: () => number;
  readonly timeoutMs?: number;
}

/** What is remembered of a scope between two polls; without it a poll only reads more of the log. */
interface ScopeMemory {
  atMs: number | null;
  rows: ReadonlyMap<string, string>;
}

interface Run {
  readonly connector: ZmsConnector;
  readonly memory: Map<string, ScopeMemory>;
  readonly rejected: Set<string>;
  readonly signal: AbortSignal;
}

/** Makes the feed; nothing is asked before `start`. */
export function createZmsFeed(parts: ZmsFeedParts): PolledFeed {
  const { ingest, clock, log, timeoutMs = defaultTimeoutMs, random = Math.random } = parts;
  const schedule = parts.schedule ?? later;

  const ask = (connector: ZmsConnector, scopeId: string, signal?: AbortSignal) =>
    fetchQueue({
      url: connector.url,
      scopeId,
      accessKey: parts.accessKey(connector.id),
      timeoutMs,
      ...(signal === undefined ? {} : { signal }),
    });

  const storyOf = async (connector: ZmsConnector, subject: string, siteTime: SiteTime) =>
    createCaseStory(subject, connectorSource(connector), await parts.eventsOf(subject), siteTime);

  /** Takes in what a scope's queue tells; gives their clock, where they said what it shows. */
  async function pollScope(run: Run, scopeId: string, siteTime: SiteTime): Promise<number | null> {
    const { connector } = run;
    const queue = await ask(connector, scopeId, run.signal);
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
  }

  /** Ends what is open in scopes that are not asked for any more. */
  async function endForgottenScopes(run: Run, siteTime: SiteTime): Promise<void> {
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
  }

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

  /** Asks for every scope; one that fails does not keep the others waiting. Null: all is well. */
  async function poll(run: Run, report: ConnectorReport): Promise<Fault | null> {
    const faults: Fault[] = [];
    let theirMs: number | null = null;
    try {
      const siteTime = createSiteTime(await parts.timeZoneOf(run.connector.siteId));
      for (const scopeId of run.connector.scopeIds) {
        try {
          theirMs = (await pollScope(run, scopeId, siteTime)) ?? theirMs;
        } catch (error) {
          faults.push(asFault(error));
        }
      }
      await endForgottenScopes(run, siteTime);
    } catch (error) {
      faults.push(asFault(error));
    }
    if (run.signal.aborted) return null;
    const [fault] = faults;
    if (fault === undefined) report.succeeded(aheadSeconds(theirMs, clock.nowMs()));
    else report.failed(fault);
    return fault ?? null;
  }

  function asFault(error: unknown): Fault {
    if (error instanceof Fault) return error;
    const logId = log.error("zms", error);
    return new Fault(
      "internal",
      "Something unexpected happened; the log has the details. It is asked again.",
      {
        logId,
      },
    );
  }

  return {
    start(connector, report) {
      const stop = new AbortController();
      const run: Run = { connector, memory: new Map(), rejected: new Set(), signal: stop.signal };
      let failures = 0;
      let callOff: () => void = () => undefined;
      const turn = async () => {
        const fault = await poll(run, report);
        if (stop.signal.aborted) return;
        failures = fault === null ? 0 : failures + 1;
        callOff = schedule(
          1_000 * pauseSeconds(connector.pollSeconds, failures, random()),
          () => void turn(),
        );
      };
      void turn();
      return () => {
        stop.abort();
        callOff();
      };
    },
    async test(connector) {
      let people = 0;
      for (const scopeId of connector.scopeIds) {
        const { rows } = await ask(connector, scopeId);
        people += rows.filter(({ status }) => status === "queued" || status === "confirmed").length;
      }
      return people;
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

function aheadSeconds(theirMs: number | null, ourMs: number): number | null {
  const seconds = theirMs === null ? 0 : Math.round((theirMs - ourMs) / 1_000);
  return Math.abs(seconds) > clockToleranceSeconds ? seconds : null;
}

function later(delayMs: number, work: () => void): () => void {
  const timer = setTimeout(work, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
}

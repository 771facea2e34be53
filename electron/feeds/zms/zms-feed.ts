/** ZMS as a feed: its queues are asked again and again, and what changed in between becomes events. */
import { clockToleranceSeconds, pauseSeconds, type ZmsConnector } from "../../../shared/domain/connector.ts";
import { Fault } from "../../../shared/faults.ts";
import type { ConnectorReport, PolledFeed } from "../../services/connector.ts";
import type { Log } from "../../services/log.ts";
import { createSiteTime } from "../site-time.ts";
import { fetchQueue } from "./fetch-queue.ts";
import { createPoll, type PollParts, type Run } from "./poll.ts";

const defaultTimeoutMs = 10_000;

export interface ZmsFeedParts extends Omit<PollParts, "ask"> {
  readonly log: Log;
  timeZoneOf(siteId: string): Promise<string>;
  accessKey(connectorId: string): string | undefined;
  /** Does something once, later; returns how to call it off. By default with the machine's timer. */
  readonly schedule?: (delayMs: number, work: () => void) => () => void;
  /** From 0 to 1. */
  readonly random?: () => number;
  readonly timeoutMs?: number;
}

/** Makes the feed; nothing is asked before `start`. */
export function createZmsFeed(parts: ZmsFeedParts): PolledFeed {
  const { clock, log, timeoutMs = defaultTimeoutMs, random = Math.random } = parts;
  const schedule = parts.schedule ?? later;

  const ask = (connector: ZmsConnector, scopeId: string, signal?: AbortSignal) =>
    fetchQueue({
      url: connector.url,
      scopeId,
      accessKey: parts.accessKey(connector.id),
      timeoutMs,
      ...(signal === undefined ? {} : { signal }),
    });

  const look = createPoll({ ...parts, ask });

  /** Asks for every scope; one that fails does not keep the others waiting. Null: all is well. */
  async function poll(run: Run, report: ConnectorReport): Promise<Fault | null> {
    const faults: Fault[] = [];
    let theirMs: number | null = null;
    try {
      const siteTime = createSiteTime(await parts.timeZoneOf(run.connector.siteId));
      for (const scopeId of run.connector.scopeIds) {
        try {
          theirMs = (await look.scope(run, scopeId, siteTime)) ?? theirMs;
        } catch (error) {
          faults.push(asFault(error));
        }
      }
      await look.endForgottenScopes(run, siteTime);
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

function aheadSeconds(theirMs: number | null, ourMs: number): number | null {
  const seconds = theirMs === null ? 0 : Math.round((theirMs - ourMs) / 1_000);
  return Math.abs(seconds) > clockToleranceSeconds ? seconds : null;
}

function later(delayMs: number, work: () => void): () => void {
  const timer = setTimeout(work, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
}

/** Connectors: which other systems Vigie listens to, and how each of them fares. */
import { z } from "zod";
import type { ConnectorTrial, ConnectorView } from "../../shared/contract/connector.ts";
import {
  type Connector,
  type ConnectorDraft,
  type ConnectorHealth,
  connectorSchema,
  connectorSource,
  slugOf,
  type ZmsConnector,
} from "../../shared/domain/connector.ts";
import { Fault } from "../../shared/faults.ts";
import type { EventLog, StoreUpkeep } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

/** The store's label that holds all connectors; written as a whole, in one transaction. */
const label = "connectors";
const maxConnectors = 50;
const maxIdLength = 28;

/** Where access keys are kept: never in the store, so never in a backup of it. */
export interface ConnectorKeys {
  read(id: string): string | undefined;
  write(id: string, key: string): void;
  remove(id: string): void;
}

/** Where a connector at work says how it fares. */
export interface ConnectorReport {
  /** @param clockAheadSeconds by how much their clock is ahead; null where it is near enough */
  succeeded(clockAheadSeconds: number | null): void;
  failed(fault: Fault): void;
}

/** What can be done with a system that is asked again and again. */
export interface PolledFeed {
  /** Begins to ask; returns how to stop. */
  start(connector: ZmsConnector, report: ConnectorReport): () => void;
  /**
   * Asks once, and takes nothing in: how many people are in its queues.
   *
   * @throws Fault `source_unreachable`
   */
  test(connector: ZmsConnector): Promise<number>;
}

export interface ConnectorParts {
  readonly store: Pick<StoreUpkeep, "label" | "setLabel"> & Pick<EventLog, "feeds">;
  readonly clock: Clock;
  readonly log: Log;
  readonly keys: ConnectorKeys;
  readonly zms: PolledFeed;
  /** Where a connector that speaks by itself posts; null until the server listens. */
  address(id: string): string | null;
}

export interface ConnectorService {
  list(): Promise<ConnectorView[]>;
  /** @throws Fault `not_found` or `invalid_input`, or of the store; nothing was changed then */
  put(draft: ConnectorDraft): Promise<ConnectorView>;
  remove(id: string): Promise<ConnectorView[]>;
  test(id: string): Promise<ConnectorTrial>;
  /** The connector with an id, and where to say how it fares. */
  find(id: string): { readonly connector: Connector; readonly report: ConnectorReport } | undefined;
  /** Reads what was entered, and sets those to work that are switched on. */
  start(): Promise<void>;
  stop(): void;
}

const noHealth: ConnectorHealth = { lastSuccessAtMs: null, lastFailure: null, clockAheadSeconds: null };

/** Makes the service; nothing is at work before `start`. */
export function createConnectors(parts: ConnectorParts): ConnectorService {
  const { store, clock, log, keys, zms } = parts;
  let connectors: readonly Connector[] = [];
  const health = new Map<string, ConnectorHealth>();
  const running = new Map<string, () => void>();
  let lastTurn: Promise<unknown> = Promise.resolve();

  /** Two changes at once must not lose one of them. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(work);
    lastTurn = turn.catch(() => undefined);
    return turn;
  }

  function reportOf(id: string): ConnectorReport {
    const change = (next: Partial<ConnectorHealth>) =>
      health.set(id, { ...(health.get(id) ?? noHealth), ...next });
    return {
      succeeded: (clockAheadSeconds) => change({ lastSuccessAtMs: clock.nowMs(), clockAheadSeconds }),
      failed: (fault) => change({ lastFailure: { atMs: clock.nowMs(), fault: fault.toValue() } }),
    };
  }

  function halt(id: string): void {
    running.get(id)?.();
    running.delete(id);
  }

  function setToWork(connector: Connector): void {
    halt(connector.id);
    if (connector.kind !== "zms" || !connector.enabled) return;
    running.set(connector.id, zms.start(connector, reportOf(connector.id)));
  }

  /** What was heard before the console was started counts too: the log knows it. */
  async function viewsOf(shown: readonly Connector[]): Promise<ConnectorView[]> {
    const heard = new Map((await store.feeds()).map((feed) => [feed.source, feed.lastReceivedAtMs]));
    return shown.map((connector) => {
      const source = connectorSource(connector);
      const known = health.get(connector.id) ?? noHealth;
      return {
        connector,
        source,
        health: { ...known, lastSuccessAtMs: known.lastSuccessAtMs ?? heard.get(source) ?? null },
        hasAccessKey: keys.read(connector.id) !== undefined,
        address: connector.kind === "novo_sga" ? parts.address(connector.id) : null,
      };
    });
  }

  async function viewOf(connector: Connector): Promise<ConnectorView> {
    const [view] = await viewsOf([connector]);
    if (view === undefined) throw new Error(`no view of the connector ${connector.id}`);
    return view;
  }

  async function keep(next: readonly Connector[]): Promise<void> {
    await store.setLabel(label, JSON.stringify(next));
    connectors = next;
  }

  function mustFind(id: string): Connector {
    const connector = connectors.find((one) => one.id === id);
    if (connector === undefined) {
      throw new Fault("not_found", "This connector was removed; nothing was changed.", { id });
    }
    return connector;
  }

  return {
    list: () => viewsOf(connectors),
    put: (draft) =>
      inTurn(async () => {
        const before = draft.id === undefined ? undefined : mustFind(draft.id);
        if (before === undefined && connectors.length >= maxConnectors) {
          throw new Fault(
            "invalid_input",
            `There are ${maxConnectors} connectors already. Remove one first.`,
          );
        }
        if (draft.kind === "zms") refusePlainHttp(draft.url);
        const connector = connectorSchema.parse({
          ...draft,
          id: before?.id ?? freeId(draft.name, connectors),
        });
        if (before !== undefined && before.kind !== connector.kind) {
          throw new Fault("invalid_input", "The kind of a connector can't be changed. Add another one.", {
            field: "kind",
          });
        }
        if (draft.kind === "zms" && typeof draft.accessKey === "string")
          keys.write(connector.id, draft.accessKey);
        if (draft.kind === "zms" && draft.accessKey === null) keys.remove(connector.id);
        await keep(
          before === undefined
            ? [...connectors, connector]
            : connectors.map((one) => (one.id === connector.id ? connector : one)),
        );
        setToWork(connector);
        return viewOf(connector);
      }),
    remove: (id) =>
      inTurn(async () => {
        mustFind(id);
        await keep(connectors.filter((one) => one.id !== id));
        halt(id);
        keys.remove(id);
        health.delete(id);
        return viewsOf(connectors);
      }),
    async test(id) {
      const connector = mustFind(id);
      if (connector.kind === "novo_sga") {
        const { health: known } = await viewOf(connector);
        return known.lastSuccessAtMs === null
          ? { outcome: "silent" }
          : { outcome: "heard", people: null, atMs: known.lastSuccessAtMs };
      }
      try {
        return { outcome: "heard", people: await zms.test(connector), atMs: clock.nowMs() };
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        return { outcome: "failed", fault: error.toValue() };
      }
    },
    find(id) {
      const connector = connectors.find((one) => one.id === id);
      return connector === undefined ? undefined : { connector, report: reportOf(id) };
    },
    start: () =>
      inTurn(async () => {
        connectors = readConnectors(await store.label(label), log);
        for (const connector of connectors) setToWork(connector);
      }),
    stop() {
      for (const id of [...running.keys()]) halt(id);
    },
  };
}

/** What the label holds. Of a newer console's connectors those are left aside that this one can't read. */
function readConnectors(text: string | undefined, log: Log): Connector[] {
  if (text === undefined) return [];
  const entries = z.array(z.unknown()).parse(JSON.parse(text));
  return entries.flatMap((entry) => {
    const { success, data, error } = connectorSchema.safeParse(entry);
    if (!success) log.error("connectors", error);
    return success ? [data] : [];
  });
}

function freeId(name: string, taken: readonly Connector[]): string {
  const ascii = slugOf(name, maxIdLength)
    .replaceAll(/[^a-z0-9-]/g, "")
    .replaceAll(/^-+|-+$/g, "");
  const wanted = ascii === "" ? "x" : ascii;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.some((one) => one.id === id)) return id;
  }
}

/** @throws Fault `invalid_input` where the key and the queues would cross a network in the clear */
function refusePlainHttp(url: string): void {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(hostname)) return;
  throw new Fault(
    "invalid_input",
    "This address would send the access key over the network unencrypted. Nothing was changed. Use https://.",
    { field: "url" },
  );
}

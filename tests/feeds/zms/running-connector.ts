/** A real store, the ZMS feed, and a schedule that the test turns by hand. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createZmsFeed } from "../../../electron/feeds/zms/zms-feed.ts";
import { openConnectorKeys } from "../../../electron/http/connector-keys.ts";
import { createClock } from "../../../electron/services/clock.ts";
import { type ConnectorService, createConnectors } from "../../../electron/services/connector.ts";
import { createIngest } from "../../../electron/services/ingest.ts";
import { createLog } from "../../../electron/services/log.ts";
import { openStore } from "../../../electron/store/open.ts";
import type { Store } from "../../../electron/store/store.ts";
import type { ConnectorHealth } from "../../../shared/domain/connector.ts";
import { openZms, type Zms } from "./zms.ts";

export const startMs = Date.parse("2026-11-24T09:00:00+01:00");

export interface RunningConnector {
  readonly store: Store;
  readonly zms: Zms;
  readonly connectors: ConnectorService;
  readonly folder: string;
  /** What was written to the console's log. */
  readonly logged: string[];
  /** Pauses that the feed asked for, in ms, the newest last. */
  readonly pausesMs: number[];
  /** By how much the console's clock differs from that of ZMS. */
  skewMs: number;
  random: number;
  health(): Promise<ConnectorHealth>;
  /** Lets time pass and the feed ask again. */
  poll(afterMs?: number): Promise<void>;
  /** Changes the connector, and lets the feed ask. */
  reconfigure(more: { scopeIds?: string[]; accessKey?: string }): Promise<void>;
  /** As after the console was ended and started again. */
  restart(): Promise<void>;
  bytesOnDisk(): Buffer;
}

export async function runConnector(
  prepare: (zms: Zms) => void = () => undefined,
  timeoutMs = 30_000,
): Promise<RunningConnector> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-zms-"));
  const store = await openStore(join(folder, "vigie.db"));
  const zms = await openZms(startMs);
  zms.scopes.set("141", []);
  prepare(zms);
  let due: (() => void) | undefined;
  let tellScheduled: () => void = () => undefined;
  const clock = createClock(() => zms.nowMs + running.skewMs);
  const keys = openConnectorKeys(folder);
  const makeService = () =>
    createConnectors({
      store,
      clock,
      log: createLog((line) => running.logged.push(line)),
      keys,
      address: () => null,
      zms: createZmsFeed({
        ingest: createIngest(store, clock),
        clock,
        log: createLog((line) => running.logged.push(line)),
        openCases: () => store.openCases(),
        eventsOf: (subject) => store.eventsOf(subject),
        timeZoneOf: async () => "Europe/Berlin",
        accessKey: (id) => keys.read(id),
        random: () => running.random,
        timeoutMs,
        schedule(delayMs, work) {
          running.pausesMs.push(delayMs);
          due = work;
          tellScheduled();
          return () => {
            due = undefined;
          };
        },
      }),
    });
  /** A turn ends when the next one is planned. */
  const turn = (begin: () => Promise<unknown>) =>
    new Promise<void>((resolve, reject) => {
      tellScheduled = resolve;
      begin().catch(reject);
    });
  let service = makeService();
  const running: RunningConnector = {
    store,
    zms,
    get connectors() {
      return service;
    },
    folder,
    logged: [],
    pausesMs: [],
    skewMs: 0,
    random: 0,
    async health() {
      const [view] = await service.list();
      if (view === undefined) throw new Error("there is no connector");
      return view.health;
    },
    async poll(afterMs = 30_000) {
      zms.nowMs += afterMs;
      const work = due;
      if (work === undefined) throw new Error("nothing is planned");
      await turn(async () => work());
    },
    async reconfigure(more) {
      const [view] = await service.list();
      if (view?.connector.kind !== "zms") throw new Error("there is no connector");
      const draft = { ...view.connector, ...more };
      await turn(() => service.put(draft));
    },
    async restart() {
      service.stop();
      service = makeService();
      await turn(() => service.start());
    },
    bytesOnDisk: () =>
      Buffer.concat(
        readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => readFileSync(join(folder, name))),
      ),
  };
  onTestFinished(async () => {
    service.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await service.start();
  await turn(() =>
    service.put({
      kind: "zms",
      name: "Bürgeramt",
      siteId: "rathaus",
      services: [{ theirs: "141", serviceId: "pass" }],
      enabled: true,
      url: zms.url,
      scopeIds: ["141"],
      pollSeconds: 30,
      accessKey: zms.accessKey,
    }),
  );
  return running;
}

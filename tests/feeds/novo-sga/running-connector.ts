/** A real store behind the real server with one Novo SGA connector, and a Novo SGA that posts to it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { novoSgaPath, registerNovoSgaRoute } from "../../../electron/feeds/http/novo-sga-route.ts";
import { createNovoSgaFeed } from "../../../electron/feeds/novo-sga/novo-sga-feed.ts";
import { openConnectorKeys } from "../../../electron/http/connector-keys.ts";
import { openIngestToken } from "../../../electron/http/ingest-token.ts";
import { createGuardedServer } from "../../../electron/http/server.ts";
import { createClock } from "../../../electron/services/clock.ts";
import { type ConnectorService, createConnectors } from "../../../electron/services/connector.ts";
import { createIngest } from "../../../electron/services/ingest.ts";
import { createLog } from "../../../electron/services/log.ts";
import { openStore } from "../../../electron/store/open.ts";
import type { Store } from "../../../electron/store/store.ts";
import type { ConnectorDraft } from "../../../shared/domain/connector.ts";
import { type Desk, openDesk } from "./novo-sga.ts";

export const startMs = Date.parse("2026-11-24T09:00:00+01:00");

export interface RunningConnector {
  readonly store: Store;
  readonly connectors: ConnectorService;
  readonly desk: Desk;
  /** The clock of the console; it follows that of the desk unless told otherwise. */
  skewMs: number;
  post(event: string | null, body: string, headers?: Record<string, string>): Promise<Response>;
  /** Everything that lies on disk, as one buffer. */
  bytesOnDisk(): Buffer;
}

export async function runConnector(more: Partial<ConnectorDraft> = {}): Promise<RunningConnector> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-novo-sga-"));
  const store = await openStore(join(folder, "vigie.db"));
  await store.putDirectory({
    sites: [{ id: "hall", name: "Hall", timeZone: "Europe/Paris" }],
    services: [],
    roster: [],
  });
  const clock = createClock(() => desk.nowMs + running.skewMs);
  const ingest = createIngest(store, clock);
  const token = openIngestToken(folder);
  const server = createGuardedServer();
  const connectors = createConnectors({
    store,
    clock,
    log: createLog(() => undefined),
    keys: openConnectorKeys(folder),
    zms: { start: () => () => undefined, test: async () => 0 },
    address: (id) => `${novoSgaPath}/${id}`,
  });
  registerNovoSgaRoute(server, {
    token,
    connectors,
    feed: createNovoSgaFeed({
      ingest,
      clock,
      eventsOf: (subject) => store.eventsOf(subject),
      openCases: () => store.openCases(),
      timeZoneOf: async () => "Europe/Paris",
      directory: () => store.directory(),
      putDirectory: (directory) => store.putDirectory(directory),
      label: (name) => store.label(name),
      setLabel: (name, value) => store.setLabel(name, value),
    }),
  });
  const { port } = await server.listen(0);
  onTestFinished(async () => {
    await server.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const post: RunningConnector["post"] = (event, body, headers = {}) =>
    fetch(`http://127.0.0.1:${port}${novoSgaPath}/prefeitura`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token.value()}`,
        "content-type": "application/json",
        ...(event === null ? {} : { "x-webhook-event": event }),
        ...headers,
      },
      body,
    });
  const desk = openDesk(startMs, post);
  const running: RunningConnector = {
    store,
    connectors,
    desk,
    skewMs: 0,
    post,
    bytesOnDisk: () =>
      Buffer.concat(
        readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => readFileSync(join(folder, name))),
      ),
  };
  await connectors.start();
  await connectors.put({
    kind: "novo_sga",
    name: "Prefeitura",
    siteId: "hall",
    services: [{ theirs: "Registro Civil", serviceId: "civil" }],
    enabled: true,
    ...more,
  } as ConnectorDraft);
  return running;
}

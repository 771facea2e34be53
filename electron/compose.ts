/** config → store → services → router: the only place where parts are wired. */
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import packageFile from "../package.json" with { type: "json" };
import type { ConsoleStatus } from "../shared/contract/console.ts";
import { consoleSource } from "../shared/domain/reassign.ts";
import type { Config } from "./config.ts";
import { createDemoFeed } from "./feeds/demo/demo-feed.ts";
import { registerHttpFeed } from "./feeds/http/http-feed.ts";
import { novoSgaPath, registerNovoSgaRoute } from "./feeds/http/novo-sga-route.ts";
import { createNovoSgaFeed } from "./feeds/novo-sga/novo-sga-feed.ts";
import { createZmsFeed } from "./feeds/zms/zms-feed.ts";
import { openConnectorKeys } from "./http/connector-keys.ts";
import { openIngestToken } from "./http/ingest-token.ts";
import { createGuardedServer, type GuardedServer } from "./http/server.ts";
import { createAlerts } from "./services/alert.ts";
import { createBackup } from "./services/backup.ts";
import { createCases } from "./services/case.ts";
import { createClock } from "./services/clock.ts";
import { createConnectors } from "./services/connector.ts";
import { createConsole } from "./services/console.ts";
import { createDirectory, onlyNew, timeZoneOf } from "./services/directory.ts";
import { createFeeds } from "./services/feed.ts";
import { createFigures } from "./services/figure.ts";
import { createFloor } from "./services/floor.ts";
import { createIngest } from "./services/ingest.ts";
import { createLog } from "./services/log.ts";
import { createNotes } from "./services/note.ts";
import { createRouter, type Router } from "./services/router.ts";
import { createSettings, type SettingsFile } from "./services/settings.ts";
import { createStoreHealth } from "./services/store-health.ts";
import { openStore } from "./store/open.ts";

/** A console that is ready to be served by a host. */
export interface ComposedConsole {
  readonly router: Router;
  /** Has the HTTP feed's routes; the host adds its own and calls `listen`. */
  readonly server: GuardedServer;
  /** Where events are posted; null until the server listens. */
  feedUrl(): string | null;
  close(): Promise<void>;
}

/** What differs between the hosts. */
export interface HostParts {
  readonly settingsFile: SettingsFile;
  readonly host: ConsoleStatus["host"];
}

/**
 * Opens the store and wires everything that serves it.
 *
 * @throws Fault where the store can't be opened; nothing is left open then
 */
export async function composeConsole(
  config: Config,
  { settingsFile, host }: HostParts,
): Promise<ComposedConsole> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const logPath = join(config.dataFolder, "vigie.log");
  const log = createLog((line) => appendFileSync(logPath, `${line}\n`));
  const clock = createClock();
  const store = await openStore(config.storePath);
  const settings = createSettings(settingsFile);
  const operator = () => settings.get().operatorName ?? "console";
  const health = createStoreHealth(store);
  const ingest = createIngest(
    {
      append: (events, feed) => health.watch(store.append(events, feed)),
      reject: (rejects) => health.watch(store.reject(rejects)),
    },
    clock,
  );
  const token = openIngestToken(config.dataFolder);
  const server = createGuardedServer(log);
  const feedUrl = () => (server.port === null ? null : `http://127.0.0.1:${server.port}/v1/events`);
  registerHttpFeed(server, { ingest, token });
  const demo = createDemoFeed({
    ingest,
    clock,
    log,
    // What a person has changed of the demo town hall stays changed.
    putDirectory: async (directory) => store.putDirectory(onlyNew(directory, await store.directory())),
    openCases: () => store.openCases(),
    backupCalls: (sinceMs) => store.backupCalls(sinceMs),
    feeds: () => store.feeds(),
    label: (name) => store.label(name),
    setLabel: (name, value) => store.setLabel(name, value),
  });
  const stopDemoListening = store.subscribe(({ events }) => {
    const byPeople = events.filter((event) => event.source === consoleSource);
    if (byPeople.length > 0) demo.handle(byPeople);
  });
  const feeds = createFeeds(
    store,
    { url: feedUrl, token: () => token.value(), renewToken: () => token.renew() },
    demo,
  );
  const keys = openConnectorKeys(config.dataFolder);
  const fromStore = {
    openCases: () => store.openCases(),
    eventsOf: (subject: string) => store.eventsOf(subject),
    timeZoneOf: async (siteId: string) => timeZoneOf(await store.directory(), siteId),
  };
  const connectors = createConnectors({
    store,
    clock,
    log,
    keys,
    zms: createZmsFeed({ ...fromStore, ingest, clock, log, accessKey: (id) => keys.read(id) }),
    address: (id) => (server.port === null ? null : `http://127.0.0.1:${server.port}${novoSgaPath}/${id}`),
  });
  registerNovoSgaRoute(server, {
    token,
    connectors,
    feed: createNovoSgaFeed({
      ...fromStore,
      ingest,
      clock,
      directory: () => store.directory(),
      putDirectory: (directory) => store.putDirectory(directory),
      label: (name) => store.label(name),
      setLabel: (name, value) => store.setLabel(name, value),
    }),
  });
  const floor = createFloor(store, clock, log);
  const backup = createBackup(store, clock, operator, () => settings.get().backupAnswerMinutes, log);
  const alerts = createAlerts(store, floor, clock, operator, log);
  const router = createRouter(
    {
      floor,
      backup,
      alerts,
      settings,
      cases: createCases(store, clock, operator),
      figures: createFigures(store),
      notes: createNotes(store, clock, operator),
      directory: createDirectory(store),
      feeds,
      connectors,
      console: createConsole(store, settings, health, clock, {
        version: packageFile.version,
        host,
        backupsFolder: join(config.dataFolder, "backups"),
      }),
    },
    log,
    health,
  );
  await floor.start();
  backup.start();
  await alerts.start();
  await connectors.start();
  if (config.demo === "on" || (config.demo === "when_empty" && (await feeds.welcomesDemo()))) {
    await feeds.startDemo(1);
  }
  return {
    router,
    server,
    feedUrl,
    async close() {
      connectors.stop();
      alerts.stop();
      backup.stop();
      floor.stop();
      stopDemoListening();
      if (demo.running) await demo.stop();
      await server.close();
      await store.close();
    },
  };
}

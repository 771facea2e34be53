/** config → store → services → router: the only place where parts are wired. */
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import packageFile from "../package.json" with { type: "json" };
import type { ConsoleStatus } from "../shared/contract/console.ts";
import { createAnswerDoor } from "./answers/answer-server.ts";
import { createDesktopChannel } from "./channels/desktop.ts";
import { createEmailChannel } from "./channels/email.ts";
import { createWebhookChannel } from "./channels/webhook.ts";
import { composeDemo } from "./compose-demo.ts";
import { composePeople } from "./compose-people.ts";
import { composeReporting } from "./compose-reporting.ts";
import type { Config } from "./config.ts";
import { createImportReader } from "./feeds/csv/import-reader.ts";
import { createFolderFeed } from "./feeds/folder/folder-feed.ts";
import { registerHttpFeed } from "./feeds/http/http-feed.ts";
import { novoSgaPath, registerNovoSgaRoute } from "./feeds/http/novo-sga-route.ts";
import { createNovoSgaFeed } from "./feeds/novo-sga/novo-sga-feed.ts";
import { createZmsFeed } from "./feeds/zms/zms-feed.ts";
import { ownAddresses } from "./http/addresses.ts";
import { openAnswerKey } from "./http/answer-key.ts";
import { openConnectorKeys } from "./http/connector-keys.ts";
import { openIngestToken } from "./http/ingest-token.ts";
import { openNotificationSecrets } from "./http/notification-secrets.ts";
import { createGuardedServer, type GuardedServer } from "./http/server.ts";
import { createAccess } from "./services/access.ts";
import { createActions } from "./services/action.ts";
import { createAgeing } from "./services/ageing.ts";
import { createAgents } from "./services/agent.ts";
import { createAlerts } from "./services/alert.ts";
import { createAnswerDesk } from "./services/answer.ts";
import { createBackup } from "./services/backup.ts";
import { createCalendars } from "./services/calendar.ts";
import { createCases, type Foresee } from "./services/case.ts";
import { createClock } from "./services/clock.ts";
import { createConnectors } from "./services/connector.ts";
import { createConsole } from "./services/console.ts";
import { createDeliveries } from "./services/delivery.ts";
import { createDirectory, timeZoneOf } from "./services/directory.ts";
import { createFeeds } from "./services/feed.ts";
import { createFigures } from "./services/figure.ts";
import { createFloor } from "./services/floor.ts";
import { houseLanguage } from "./services/house-language.ts";
import { createImports } from "./services/import.ts";
import { createImportJobs } from "./services/import-job.ts";
import { createMending } from "./services/import-mend.ts";
import { openUploads, type Uploads } from "./services/import-upload.ts";
import { createIngest } from "./services/ingest.ts";
import { createLog } from "./services/log.ts";
import { createNotifications } from "./services/notification.ts";
import { createOutlook } from "./services/outlook.ts";
import { createReplay } from "./services/replay.ts";
import type { PrintScreen } from "./services/report.ts";
import { createRouter, type Router } from "./services/router.ts";
import { createSettings, type SettingsFile } from "./services/settings.ts";
import { createSettingsDesk } from "./services/settings-desk.ts";
import { createStoreHealth } from "./services/store-health.ts";
import { createWatchedFolders } from "./services/watched-folder.ts";
import { openStore } from "./store/open.ts";

/** A console that is ready to be served by a host. */
export interface ComposedConsole {
  readonly router: Router;
  /** Has the HTTP feed's routes; the host adds its own and calls `listen`. */
  readonly server: GuardedServer;
  /** Where the host puts the parts of files that a page sends. */
  readonly uploads: Uploads;
  /** Where events are posted; null until the server listens. */
  feedUrl(): string | null;
  close(): Promise<void>;
}

/** What differs between the hosts. */
export interface HostParts {
  readonly settingsFile: SettingsFile;
  readonly host: ConsoleStatus["host"];
  readonly print: PrintScreen;
}

/**
 * Opens the store and wires everything that serves it.
 *
 * @throws Fault where the store can't be opened; nothing is left open then
 */
export async function composeConsole(
  config: Config,
  { settingsFile, host, print }: HostParts,
): Promise<ComposedConsole> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const logPath = join(config.dataFolder, "vigie.log");
  const log = createLog((line) => appendFileSync(logPath, `${line}\n`));
  const clock = createClock();
  const store = await openStore(config.storePath);
  const settings = createSettings(settingsFile);
  const access = createAccess(store, () => settings.get().operatorName ?? "console", log);
  const operator = () => access.actor().name;
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
  const { demo, stopListening: stopDemoListening } = composeDemo({ store, ingest, clock, log });
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
  const reader = createImportReader();
  const uploads = openUploads(join(config.dataFolder, "imports"));
  const jobs = createImportJobs({
    store,
    clock,
    log,
    health,
    reader,
    onDone: (_job, path) => uploads.remove(path),
  });
  const folders = createWatchedFolders({ store, jobs, feed: createFolderFeed(), clock, log });
  const imports = createImports({
    store,
    reader,
    uploads,
    jobs,
    mending: createMending(store, reader, health),
    folders,
    operator,
  });
  const floor = createFloor(store, clock, log);
  const outlook = createOutlook(store, floor, clock, log);
  const foresee: Foresee = (siteId, action) => outlook.preview(siteId, action);
  const backup = createBackup(store, clock, operator, () => settings.get().backupAnswerMinutes, foresee, log);
  const language = () => houseLanguage(settings.get().language, process.env);
  const secrets = openNotificationSecrets(config.dataFolder);
  const desktop = createDesktopChannel();
  const channels = {
    email: createEmailChannel(() => {
      const server = settings.get().notifications.email;
      return server === null ? null : { server, password: secrets.read("smtp-password") };
    }),
    webhook: createWebhookChannel(() => {
      const { webhook } = settings.get().notifications;
      const url = secrets.read("webhook-url");
      return webhook === null || url === undefined ? null : { webhook, url };
    }),
    desktop,
  };
  const desk = createAnswerDesk(store, backup, clock, openAnswerKey(config.dataFolder));
  const door = createAnswerDoor(desk, log);
  const notifications = createNotifications({
    settings,
    secrets,
    channels,
    desktop,
    door,
    clock,
    log,
    operator,
    language,
    addresses: ownAddresses,
  });
  const deliveries = createDeliveries({
    store,
    clock,
    log,
    channels,
    language,
    answerUrl: (call) => (door.url === null ? null : `${door.url}/answer/${desk.token(call)}`),
  });
  const alerts = createAlerts(store, floor, clock, operator, log);
  const ageing = createAgeing(store, floor, clock, () => settings.get().ageing, log);
  const replay = createReplay(store, clock);
  const figures = createFigures(store, () => settings.get().levelVariant);
  const people = composePeople({ store, clock, access, figures });
  const reporting = composeReporting({
    store,
    clock,
    log,
    figures,
    audit: people.audit,
    email: channels.email,
    print,
    operator,
    language,
  });
  const router = createRouter(
    {
      floor,
      replay,
      backup,
      deliveries,
      notifications,
      alerts,
      actions: createActions(store, clock),
      outlook,
      settings: createSettingsDesk(settings, access),
      cases: createCases(store, clock, operator, foresee),
      agents: createAgents(store, floor, clock, operator, foresee),
      figures,
      ...reporting,
      ...people,
      directory: createDirectory(store, access),
      calendars: createCalendars(store),
      feeds,
      connectors,
      imports,
      console: createConsole(store, settings, health, clock, {
        version: packageFile.version,
        host,
        backupsFolder: join(config.dataFolder, "backups"),
      }),
    },
    access,
    log,
    health,
  );
  await access.start();
  await floor.start();
  await notifications.start();
  backup.start();
  ageing.start();
  deliveries.start();
  await alerts.start();
  outlook.start();
  reporting.reportSchedules.start();
  await jobs.load();
  uploads.clear(await jobs.neededPaths());
  await folders.start();
  await connectors.start();
  if (config.demo === "on" || (config.demo === "when_empty" && (await feeds.welcomesDemo()))) {
    await feeds.startDemo(1);
  }
  return {
    router,
    server,
    uploads,
    feedUrl,
    async close() {
      const foldersStopped = folders.stop();
      await jobs.close();
      await foldersStopped;
      connectors.stop();
      await reporting.reportSchedules.stop();
      outlook.stop();
      alerts.stop();
      ageing.stop();
      backup.stop();
      await deliveries.stop();
      await notifications.stop();
      replay.stop();
      floor.stop();
      access.stop();
      stopDemoListening();
      if (demo.running) await demo.stop();
      await server.close();
      await store.close();
    },
  };
}

/** The contract, answered: each procedure goes to the service of its noun. */
import { implement, ORPCError } from "@orpc/server";
import { contract } from "../../shared/contract/contract.ts";
import { Fault } from "../../shared/faults.ts";
import type { AlertService } from "./alert.ts";
import type { BackupService } from "./backup.ts";
import type { CaseService } from "./case.ts";
import type { ConnectorService } from "./connector.ts";
import type { ConsoleService } from "./console.ts";
import type { DirectoryService } from "./directory.ts";
import type { FeedService } from "./feed.ts";
import type { FigureService } from "./figure.ts";
import type { FloorService } from "./floor.ts";
import type { Log } from "./log.ts";
import type { NoteService } from "./note.ts";
import type { SettingsService } from "./settings.ts";
import type { StoreHealth } from "./store-health.ts";

export interface Services {
  readonly floor: FloorService;
  readonly cases: CaseService;
  readonly backup: BackupService;
  readonly alerts: AlertService;
  readonly figures: FigureService;
  readonly notes: NoteService;
  readonly directory: DirectoryService;
  readonly feeds: FeedService;
  readonly connectors: ConnectorService;
  readonly settings: SettingsService;
  readonly console: ConsoleService;
}

export type Router = ReturnType<typeof createRouter>;

/** Makes the router that both hosts serve. */
export function createRouter(services: Services, log: Log, health: StoreHealth) {
  const os = implement(contract).use(async ({ next, path }) => {
    try {
      return await next();
    } catch (error) {
      health.note(error);
      throw toWireError(error, path.join("."), log);
    }
  });
  const { floor, cases, backup, figures, notes, directory, feeds, connectors, settings } = services;
  return os.router({
    floor: {
      watch: os.floor.watch.handler(({ input, signal }) => floor.watch(input.siteId, signal)),
      at: os.floor.at.handler(({ input }) => floor.at(input.siteId, input.atMs)),
    },
    case: {
      get: os.case.get.handler(({ input }) => cases.get(input.id)),
      assignees: os.case.assignees.handler(({ input }) => cases.assignees(input.siteId, input.serviceId)),
      reassign: os.case.reassign.handler(({ input }) => cases.reassign(input)),
      undo: os.case.undo.handler(({ input }) => cases.undo(input.actionId)),
    },
    backup: {
      roster: os.backup.roster.handler(({ input }) => backup.roster(input.siteId, input.serviceId)),
      list: os.backup.list.handler(({ input }) => backup.list(input.siteId)),
      request: os.backup.request.handler(({ input }) => backup.request(input)),
      accept: os.backup.accept.handler(({ input }) => backup.accept(input.callId, input.arrivesAtMs)),
      decline: os.backup.decline.handler(({ input }) => backup.decline(input.callId, input.reason)),
      arrive: os.backup.arrive.handler(({ input }) => backup.arrive(input.callId)),
      release: os.backup.release.handler(({ input }) => backup.release(input.callId)),
    },
    alert: {
      list: os.alert.list.handler(({ input }) => services.alerts.list(input.siteId)),
      log: os.alert.log.handler(({ input }) => services.alerts.log(input)),
      acknowledge: os.alert.acknowledge.handler(({ input }) => services.alerts.acknowledge(input.id)),
      snooze: os.alert.snooze.handler(({ input }) => services.alerts.snooze(input.id, input.minutes)),
      assign: os.alert.assign.handler(({ input }) => services.alerts.assign(input.id, input.to)),
      announce: os.alert.announce.handler(({ input }) => services.alerts.announce(input.id)),
      rules: os.alert.rules.handler(() => services.alerts.rules()),
      putRule: os.alert.putRule.handler(({ input }) => services.alerts.putRule(input)),
      removeRule: os.alert.removeRule.handler(({ input }) => services.alerts.removeRule(input.id)),
    },
    figure: {
      query: os.figure.query.handler(({ input }) => figures.query(input)),
    },
    note: {
      find: os.note.find.handler(({ input }) => notes.find(input)),
      get: os.note.get.handler(({ input }) => notes.get(input.id)),
      create: os.note.create.handler(({ input }) => notes.create(input)),
      edit: os.note.edit.handler(({ input }) => notes.edit(input.id, input.revision, input.draft)),
      history: os.note.history.handler(({ input }) => notes.history(input.id)),
    },
    directory: {
      get: os.directory.get.handler(() => directory.get()),
      put: os.directory.put.handler(({ input }) => directory.put(input)),
    },
    feed: {
      list: os.feed.list.handler(() => feeds.list()),
      http: os.feed.http.handler(() => feeds.http()),
      renewToken: os.feed.renewToken.handler(() => feeds.renewToken()),
      rejects: os.feed.rejects.handler(({ input }) => feeds.rejects(input.limit)),
      demoStatus: os.feed.demoStatus.handler(() => feeds.demoStatus()),
      startDemo: os.feed.startDemo.handler(({ input }) => feeds.startDemo(input.speed)),
      stopDemo: os.feed.stopDemo.handler(() => feeds.stopDemo()),
    },
    connector: {
      list: os.connector.list.handler(() => connectors.list()),
      put: os.connector.put.handler(({ input }) => connectors.put(input)),
      remove: os.connector.remove.handler(({ input }) => connectors.remove(input.id)),
      test: os.connector.test.handler(({ input }) => connectors.test(input.id)),
    },
    settings: {
      get: os.settings.get.handler(() => settings.get()),
      put: os.settings.put.handler(({ input }) => settings.put(definedOnly(input))),
    },
    console: {
      status: os.console.status.handler(() => services.console.status()),
      watch: os.console.watch.handler(({ signal }) => services.console.watch(signal)),
      check: os.console.check.handler(() => services.console.check()),
      backup: os.console.backup.handler(() => services.console.backup()),
    },
  });
}

/** An expected fault as the contract's typed error; anything else as `internal`, with its log id. */
function toWireError(error: unknown, path: string, log: Log): unknown {
  if (error instanceof ORPCError) return error;
  const fault =
    error instanceof Fault
      ? error
      : new Fault(
          "internal",
          "Something unexpected happened; nothing was changed. The log has the details.",
          {
            logId: log.error(path, error),
          },
        );
  return new ORPCError("FAULT", {
    defined: true,
    status: 422,
    message: fault.message,
    data: fault.toValue(),
  });
}

/** A partial object whose absent fields are really absent. */
function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

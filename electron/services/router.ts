/** The contract, answered: each procedure goes to the service of its noun. */
import type { AccessService } from "./access.ts";
import type { ActionService } from "./action.ts";
import type { AgentService } from "./agent.ts";
import type { AgreedStepService } from "./agreed-step.ts";
import type { AlertService } from "./alert.ts";
import type { AuditService } from "./audit.ts";
import type { BackupService } from "./backup.ts";
import type { CalendarService } from "./calendar.ts";
import type { CaseService } from "./case.ts";
import type { ChartService } from "./chart.ts";
import type { CoachingSessionService } from "./coaching-session.ts";
import type { CommitmentService } from "./commitment.ts";
import type { ConnectorService } from "./connector.ts";
import type { ConsoleService } from "./console.ts";
import type { DeliveryService } from "./delivery.ts";
import type { DirectoryService } from "./directory.ts";
import type { ExportService } from "./export.ts";
import type { FeedService } from "./feed.ts";
import type { FeedbackService } from "./feedback.ts";
import type { FigureService } from "./figure.ts";
import type { FloorService } from "./floor.ts";
import type { IdeaService } from "./idea.ts";
import type { ImportService } from "./import.ts";
import type { InterventionService } from "./intervention.ts";
import type { KnowledgeGapService } from "./knowledge-gap.ts";
import type { Log } from "./log.ts";
import type { MineService } from "./mine.ts";
import type { NoteService } from "./note.ts";
import type { NoteFigureService } from "./note-figures.ts";
import type { NotificationService } from "./notification.ts";
import type { OutlookService } from "./outlook.ts";
import type { PersonService } from "./person.ts";
import type { PreparationService } from "./preparation.ts";
import type { PrincipleService } from "./principle.ts";
import type { ProblemService } from "./problem.ts";
import type { ReplayService } from "./replay.ts";
import type { ReplyService } from "./reply.ts";
import type { ReportService } from "./report.ts";
import type { ReportScheduleService } from "./report-schedule.ts";
import { agreedStepRoutes } from "./routes/agreed-step.ts";
import { coachingSessionRoutes, preparationRoutes } from "./routes/coaching-session.ts";
import { commitmentRoutes } from "./routes/commitment.ts";
import { feedbackRoutes } from "./routes/feedback.ts";
import { ideaRoutes } from "./routes/idea.ts";
import { createImplementer } from "./routes/implementer.ts";
import { importRoutes } from "./routes/import.ts";
import { mineRoutes } from "./routes/mine.ts";
import { noteRoutes } from "./routes/note.ts";
import { auditRoutes, personRoutes, sessionRoutes } from "./routes/person.ts";
import { problemRoutes } from "./routes/problem.ts";
import { replyRoutes } from "./routes/reply.ts";
import { serviceSheetRoutes } from "./routes/service-sheet.ts";
import { knowledgeGapRoutes, skillMatrixRoutes, trainingRoutes } from "./routes/skill-matrix.ts";
import type { ServiceSheetService } from "./service-sheet.ts";
import type { SessionService } from "./session.ts";
import type { SettingsDesk } from "./settings-desk.ts";
import type { SkillMatrixService } from "./skill-matrix.ts";
import type { StoreHealth } from "./store-health.ts";
import type { TrainingService } from "./training.ts";

export interface Services {
  readonly floor: FloorService;
  readonly replay: ReplayService;
  readonly cases: CaseService;
  readonly agents: AgentService;
  readonly backup: BackupService;
  readonly deliveries: DeliveryService;
  readonly notifications: NotificationService;
  readonly alerts: AlertService;
  readonly actions: ActionService;
  readonly outlook: OutlookService;
  readonly figures: FigureService;
  readonly charts: ChartService;
  readonly exports: ExportService;
  readonly reports: ReportService;
  readonly reportSchedules: ReportScheduleService;
  readonly interventions: InterventionService;
  readonly notes: NoteService;
  readonly feedback: FeedbackService;
  readonly replies: ReplyService;
  readonly principles: PrincipleService;
  readonly ideas: IdeaService;
  readonly commitments: CommitmentService;
  readonly problems: ProblemService;
  readonly noteFigures: NoteFigureService;
  readonly mine: MineService;
  readonly audit: AuditService;
  readonly people: PersonService;
  readonly sessions: SessionService;
  readonly agreedSteps: AgreedStepService;
  readonly coachingSessions: CoachingSessionService;
  readonly preparations: PreparationService;
  readonly skillMatrix: SkillMatrixService;
  readonly trainings: TrainingService;
  readonly serviceSheets: ServiceSheetService;
  readonly knowledgeGaps: KnowledgeGapService;
  readonly directory: DirectoryService;
  readonly calendars: CalendarService;
  readonly feeds: FeedService;
  readonly connectors: ConnectorService;
  readonly imports: ImportService;
  readonly settings: SettingsDesk;
  readonly console: ConsoleService;
}

export type Router = ReturnType<typeof createRouter>;

/** Makes the router that both hosts serve. */
export function createRouter(services: Services, access: AccessService, log: Log, health: StoreHealth) {
  const os = createImplementer(access, log, health);
  const { floor, cases, backup, figures, directory, feeds, connectors, settings } = services;
  return os.router({
    floor: {
      watch: os.floor.watch.handler(({ input, signal }) => floor.watch(input.siteId, signal)),
      at: os.floor.at.handler(({ input }) => floor.at(input.siteId, input.atMs)),
    },
    replay: {
      days: os.replay.days.handler(({ input }) => services.replay.days(input.siteId)),
      day: os.replay.day.handler(({ input }) => services.replay.day(input.siteId, input.date)),
      nextEvent: os.replay.nextEvent.handler(({ input }) => services.replay.nextEventAtMs(input.afterMs)),
      watch: os.replay.watch.handler(({ input, signal }) => services.replay.watch(input, signal)),
    },
    case: {
      get: os.case.get.handler(({ input }) => cases.get(input.id)),
      assignees: os.case.assignees.handler(({ input }) => cases.assignees(input.siteId, input.serviceId)),
      reassign: os.case.reassign.handler(({ input }) => cases.reassign(input)),
      prioritise: os.case.prioritise.handler(({ input }) => cases.prioritise(input)),
      hold: os.case.hold.handler(({ input }) => cases.hold(input)),
      resume: os.case.resume.handler(({ input }) => cases.resume(input)),
      requeue: os.case.requeue.handler(({ input }) => cases.requeue(input)),
      undo: os.case.undo.handler(({ input }) => cases.undo(input.actionId)),
    },
    agent: {
      move: os.agent.move.handler(({ input }) => services.agents.move(input)),
      undoMove: os.agent.undoMove.handler(({ input }) =>
        services.agents.undoMove(input.agentId, input.actionId),
      ),
      setState: os.agent.setState.handler(({ input }) => services.agents.setState(input)),
      helpers: os.agent.helpers.handler(({ input }) =>
        services.agents.helpers(input.siteId, input.serviceId),
      ),
    },
    backup: {
      roster: os.backup.roster.handler(({ input }) => backup.roster(input.siteId, input.serviceId)),
      list: os.backup.list.handler(({ input }) => backup.list(input.siteId)),
      deliveries: os.backup.deliveries.handler(async ({ input }) =>
        services.deliveries.list((await backup.list(input.siteId)).map((call) => call.id)),
      ),
      figures: os.backup.figures.handler(({ input }) => backup.figures(input.siteId)),
      stopCascade: os.backup.stopCascade.handler(({ input }) => backup.stopCascade(input.cascadeId)),
      request: os.backup.request.handler(({ input }) => backup.request(input)),
      accept: os.backup.accept.handler(({ input }) => backup.accept(input.callId, input.arrivesAtMs)),
      decline: os.backup.decline.handler(({ input }) => backup.decline(input.callId, input.reason)),
      arrive: os.backup.arrive.handler(({ input }) => backup.arrive(input.callId)),
      release: os.backup.release.handler(({ input }) => backup.release(input.callId)),
    },
    notification: {
      get: os.notification.get.handler(() => services.notifications.view()),
      put: os.notification.put.handler(({ input }) => services.notifications.put(input)),
      test: os.notification.test.handler(({ input }) =>
        services.notifications.test(input.channel, input.email),
      ),
      watch: os.notification.watch.handler(({ signal }) => services.notifications.watch(signal)),
      claim: os.notification.claim.handler(({ input }) => services.notifications.claim(input.id)),
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
    action: {
      list: os.action.list.handler(({ input }) =>
        services.actions.list(input.siteId, input.fromMs, input.toMs),
      ),
    },
    outlook: {
      list: os.outlook.list.handler(({ input }) => services.outlook.list(input.siteId)),
      preview: os.outlook.preview.handler(({ input }) =>
        services.outlook.preview(input.siteId, input.action),
      ),
    },
    chart: {
      table: os.chart.table.handler(({ input }) => services.charts.table(input)),
    },
    export: {
      make: os.export.make.handler(({ input, signal }) => services.exports.make(input, signal)),
    },
    report: {
      get: os.report.get.handler(({ input }) => services.reports.get(input)),
      putParagraph: os.report.putParagraph.handler(({ input }) => services.reports.putParagraph(input)),
      pdf: os.report.pdf.handler(async ({ input, signal }) => {
        const { fileName, mediaType, bytes } = await services.reports.pdf(input, signal);
        return { fileName, mediaType, base64: Buffer.from(bytes).toString("base64") };
      }),
      schedules: os.report.schedules.handler(() => services.reportSchedules.list()),
      putSchedule: os.report.putSchedule.handler(({ input }) => services.reportSchedules.put(input)),
      removeSchedule: os.report.removeSchedule.handler(({ input }) =>
        services.reportSchedules.remove(input.id),
      ),
      runNow: os.report.runNow.handler(({ input }) => services.reportSchedules.runNow(input.id)),
    },
    intervention: {
      list: os.intervention.list.handler(({ input }) => services.interventions.list(input)),
    },
    figure: {
      query: os.figure.query.handler(({ input }) => figures.query(input)),
    },
    session: sessionRoutes(os, services.sessions),
    person: personRoutes(os, services.people),
    audit: auditRoutes(os, services.audit),
    feedback: feedbackRoutes(os, services.feedback),
    reply: replyRoutes(os, services.replies),
    principle: {
      overview: os.principle.overview.handler(({ input }) =>
        services.principles.overview(input.siteId, input.month),
      ),
    },
    idea: ideaRoutes(os, services.ideas),
    commitment: commitmentRoutes(os, services.commitments),
    problem: problemRoutes(os, services.problems),
    note: noteRoutes(os, services.notes, services.noteFigures),
    mine: mineRoutes(os, services.mine),
    agreedStep: agreedStepRoutes(os, services.agreedSteps),
    coachingSession: coachingSessionRoutes(os, services.coachingSessions),
    preparation: preparationRoutes(os, services.preparations),
    skillMatrix: skillMatrixRoutes(os, services.skillMatrix),
    training: trainingRoutes(os, services.trainings),
    serviceSheet: serviceSheetRoutes(os, services.serviceSheets),
    knowledgeGap: knowledgeGapRoutes(os, services.knowledgeGaps),
    directory: {
      get: os.directory.get.handler(() => directory.get()),
      put: os.directory.put.handler(({ input }) => directory.put(input)),
      removePerson: os.directory.removePerson.handler(({ input }) => directory.removePerson(input.agentId)),
    },
    calendar: {
      list: os.calendar.list.handler(() => services.calendars.list()),
      put: os.calendar.put.handler(({ input }) => services.calendars.put(input)),
      holidays: os.calendar.holidays.handler(({ input }) =>
        services.calendars.holidays(input.region, input.year),
      ),
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
    import: importRoutes(os, services.imports),
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

/** A partial object whose absent fields are really absent. */
function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

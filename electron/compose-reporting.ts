/** Wires what a manager takes along: charts, exports, reports and their deliveries. */
import type { MessageLanguage } from "../shared/domain/backup-message.ts";
import { drawExport } from "./exports/draw.ts";
import type { AuditService } from "./services/audit.ts";
import { createCharts } from "./services/chart.ts";
import type { Clock } from "./services/clock.ts";
import { createExports } from "./services/export.ts";
import type { FigureService } from "./services/figure.ts";
import { createInterventions } from "./services/intervention.ts";
import type { Log } from "./services/log.ts";
import type { Channels } from "./services/notification.ts";
import { createReports, type PrintScreen } from "./services/report.ts";
import { createReportSchedules } from "./services/report-schedule.ts";
import type { Store } from "./store/store.ts";

export interface ReportingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly figures: FigureService;
  readonly audit: AuditService;
  readonly email: Channels["email"];
  readonly print: PrintScreen;
  operator(): string;
  language(): MessageLanguage;
}

/** Makes these services; scheduled reports wait for their `start`. */
export function composeReporting(parts: ReportingParts) {
  const { store, clock, log, figures, audit, email, print, operator, language } = parts;
  const charts = createCharts(figures, store, clock);
  const reports = createReports({ store, figures, charts, clock, operator, language, audit, print });
  return {
    charts,
    reports,
    reportSchedules: createReportSchedules({ store, reports, email, clock, log, language }),
    exports: createExports({ charts, store, clock, operator, audit, draw: drawExport }),
    interventions: createInterventions(store, clock),
  };
}

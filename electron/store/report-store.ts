/** What the store keeps of reports: paragraphs, schedules and their runs. */

import type { ReportParagraph, ReportPeriod } from "../../shared/domain/report.ts";
import type { ReportRun, ReportSchedule } from "../../shared/domain/report-schedule.ts";

export interface ReportStore {
  /** The last wording of a period's paragraph; `firstDate` is the first local day of the period. */
  reportParagraph(
    siteId: string | null,
    period: ReportPeriod,
    firstDate: string,
  ): Promise<ReportParagraph | undefined>;
  /**
   * Keeps a wording; the earlier ones stay.
   *
   * @throws Fault `case_changed` where its revision does not follow the last one
   */
  addReportParagraph(paragraph: ReportParagraph): Promise<void>;
  /** In the order in which they were added. */
  reportSchedules(): Promise<ReportSchedule[]>;
  putReportSchedule(schedule: ReportSchedule): Promise<void>;
  /** Its runs go with it. */
  removeReportSchedule(id: string): Promise<void>;
  /** Newest first. */
  reportRuns(scheduleId: string, limit: number): Promise<ReportRun[]>;
  putReportRun(run: ReportRun): Promise<void>;
}

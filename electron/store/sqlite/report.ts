/** Paragraphs of reports with every wording, the schedules that send reports, and their runs. */
import type Database from "better-sqlite3";
import type { ReportParagraph, ReportPeriod } from "../../../shared/domain/report.ts";
import type { ReportRun, ReportSchedule } from "../../../shared/domain/report-schedule.ts";
import { Fault } from "../../../shared/faults.ts";
import type { Changes } from "./changes.ts";
import { all, first, run, sql } from "./query.ts";

/** How a paragraph about all sites is kept; no site has an empty key. */
const everySite = "";

export class ReportTable {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** The last wording. */
  paragraph(siteId: string | null, period: ReportPeriod, firstDate: string): ReportParagraph | undefined {
    const row = first(
      this.#db,
      sql
        .selectFrom("report_paragraph")
        .select("record")
        .where("site_id", "=", siteId ?? everySite)
        .where("period", "=", period)
        .where("first_date", "=", firstDate)
        .orderBy("revision", "desc")
        .limit(1),
    );
    return row === undefined ? undefined : (JSON.parse(row.record) as ReportParagraph);
  }

  /** @throws Fault `case_changed` where another wording was saved meanwhile */
  addParagraph(paragraph: ReportParagraph, changes: Changes): void {
    const { siteId, period, firstDate, revision } = paragraph;
    const known = this.paragraph(siteId, period, firstDate)?.revision ?? 0;
    if (known !== revision - 1) {
      throw new Fault(
        "case_changed",
        "Somebody saved another wording of this paragraph meanwhile. Yours was not kept; look at theirs and save again.",
        { revision: known },
      );
    }
    run(
      this.#db,
      sql.insertInto("report_paragraph").values({
        site_id: siteId ?? everySite,
        period,
        first_date: firstDate,
        revision,
        record: JSON.stringify(paragraph),
      }),
    );
    changes.reports = true;
  }

  schedules(): ReportSchedule[] {
    return all(this.#db, sql.selectFrom("report_schedule").select("record").orderBy("number")).map(
      ({ record }) => JSON.parse(record) as ReportSchedule,
    );
  }

  putSchedule(schedule: ReportSchedule, changes: Changes): void {
    const record = JSON.stringify(schedule);
    run(
      this.#db,
      sql
        .insertInto("report_schedule")
        .values({ id: schedule.id, record })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ record })),
    );
    changes.reports = true;
  }

  /** Its runs go with it. */
  removeSchedule(id: string, changes: Changes): void {
    run(this.#db, sql.deleteFrom("report_schedule").where("id", "=", id));
    run(this.#db, sql.deleteFrom("report_run").where("schedule_id", "=", id));
    changes.reports = true;
  }

  /** Newest first. */
  runs(scheduleId: string, limit: number): ReportRun[] {
    return all(
      this.#db,
      sql
        .selectFrom("report_run")
        .select("record")
        .where("schedule_id", "=", scheduleId)
        .orderBy("started_at_ms", "desc")
        .limit(limit),
    ).map(({ record }) => JSON.parse(record) as ReportRun);
  }

  putRun(one: ReportRun, changes: Changes): void {
    const columns = {
      schedule_id: one.scheduleId,
      started_at_ms: one.startedAtMs,
      record: JSON.stringify(one),
    };
    run(
      this.#db,
      sql
        .insertInto("report_run")
        .values({ id: one.id, ...columns })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(columns)),
    );
    changes.reports = true;
  }
}

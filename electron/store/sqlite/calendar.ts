/** Opening times as people entered them, and what a change of them refigures. */
import type Database from "better-sqlite3";
import { hasOpeningHours, type SiteCalendar, siteCalendarSchema } from "../../../shared/domain/calendar.ts";
import { type ChangedDates, changedDates } from "../../../shared/domain/calendar-change.ts";
import type { Holiday } from "../../../shared/domain/holiday.ts";
import type { CalendarBook, OpeningTimes } from "../../../shared/domain/opening-times.ts";
import { addDays, startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import type { Changes } from "./changes.ts";
import { FigureDeltas } from "./figure-delta.ts";
import type { Projector } from "./projector.ts";
import { all, run, sql } from "./query.ts";

/** Everything that was entered. */
export function readCalendars(db: Database.Database): CalendarBook {
  const records = all(
    db,
    sql.selectFrom("calendar").select("record").orderBy("site_id").orderBy("service_id"),
  );
  return {
    calendars: records.map(({ record }) => siteCalendarSchema.parse(JSON.parse(record))),
    holidays: all(db, sql.selectFrom("holiday").selectAll().orderBy("region").orderBy("date")),
  };
}

interface LegPlace {
  readonly atMs: number;
  readonly caseId: string;
  readonly queue: number;
}

export class CalendarTable {
  readonly #db: Database.Database;
  readonly #projector: Projector;
  readonly #legs: Database.Statement<[number, number], LegPlace>;

  constructor(db: Database.Database, projector: Projector) {
    this.#db = db;
    this.#projector = projector;
    this.#legs = db.prepare(
      `SELECT arrived_at_ms AS atMs, case_id AS caseId, queue FROM leg
       WHERE arrived_at_ms >= ? AND arrived_at_ms < ?`,
    );
  }

  /** Keeps a calendar. Cases that came while it says otherwise now are projected again. */
  put(calendar: SiteCalendar, holidays: readonly Holiday[], changes: Changes): void {
    const { directory } = this.#projector;
    changes.directory = true;
    const before = directory.openingTimes;
    const known = readCalendars(this.#db).calendars.find(
      (one) => one.siteId === calendar.siteId && one.serviceId === calendar.serviceId,
    );
    this.#putHolidays(holidays);
    const record = JSON.stringify(calendar);
    run(
      this.#db,
      sql
        .insertInto("calendar")
        .values({ site_id: calendar.siteId, service_id: calendar.serviceId ?? "", record })
        .onConflict((conflict) => conflict.columns(["site_id", "service_id"]).doUpdateSet({ record })),
    );
    directory.load();
    const dates = changedDates(known ?? { versions: [], exceptions: [] }, calendar);
    if (dates !== null) this.#judgeAgain(calendar, dates, before, changes);
  }

  /** Judges again all that came to a site, after its clock was set to another zone. */
  judgeSiteAgain(siteId: string, before: OpeningTimes, changes: Changes): void {
    this.#judgeAgain({ siteId, serviceId: null }, null, before, changes);
  }

  #judgeAgain(
    { siteId, serviceId }: Pick<SiteCalendar, "siteId" | "serviceId">,
    dates: ChangedDates | null,
    before: OpeningTimes,
    changes: Changes,
  ): void {
    const { directory, cases, legs, figures } = this.#projector;
    const timeZone = directory.timeZoneOf(siteId);
    const fromMs = dates === null ? 0 : startOfLocalDateMs(dates.fromDate, timeZone);
    const toMs =
      dates === null || dates.toDate === null
        ? Number.MAX_SAFE_INTEGER
        : startOfLocalDateMs(addDays(dates.toDate, 1), timeZone);
    const after = directory.openingTimes;
    const touched = new Set<string>();
    legs.flush();
    for (const leg of this.#legs.iterate(fromMs, toMs)) {
      const queue = directory.queue(leg.queue);
      if (queue.siteId !== siteId || !hasOpeningHours(queue.channel)) continue;
      if (serviceId !== null && queue.serviceId !== serviceId) continue;
      const [old, next] = [before, after].map((times) =>
        times.isOpenInterval(siteId, queue.serviceId, leg.atMs),
      );
      if (old !== next) touched.add(leg.caseId);
    }
    const deltas = new FigureDeltas(figures, directory);
    cases.judgeAgain(touched, deltas, changes);
    legs.flush();
    deltas.write();
  }

  #putHolidays(holidays: readonly Holiday[]): void {
    for (const region of new Set(holidays.map((one) => one.region))) {
      run(this.#db, sql.deleteFrom("holiday").where("region", "=", region));
    }
    const put = this.#db.prepare<[string, string, string]>("INSERT INTO holiday VALUES (?, ?, ?)");
    for (const { region, date, name } of holidays) put.run(region, date, name);
  }
}

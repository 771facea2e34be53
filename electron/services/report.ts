/** The report of a week or a month: figures, charts and the manager's paragraph, and the whole as PDF. */

import { backupFigures } from "../../shared/domain/backup-figures.ts";
import type { MessageLanguage } from "../../shared/domain/backup-message.ts";
import { channels } from "../../shared/domain/channel.ts";
import type { ChartQuestion, ChartTable } from "../../shared/domain/chart.ts";
import { type DayRange, daysBetween, instantsOf } from "../../shared/domain/chart-points.ts";
import { mediaTypes } from "../../shared/domain/export.ts";
import { definitionsVersion, type FigureQuery, type FigureRow } from "../../shared/domain/figure.ts";
import {
  type Report,
  type ReportParagraph,
  type ReportQuestion,
  rangeBefore,
  reportRange,
} from "../../shared/domain/report.ts";
import { comparedDays, type ReportComparison } from "../../shared/domain/report-comparison.ts";
import { type ReportFacts, reportFileName } from "../../shared/domain/report-message.ts";
import { Fault } from "../../shared/faults.ts";
import { addDays, localDate } from "../../shared/queueing/intervals.ts";
import type { Store } from "../store/store.ts";
import type { AuditService } from "./audit.ts";
import type { ChartService } from "./chart.ts";
import type { Clock } from "./clock.ts";
import { demoLabel } from "./console.ts";
import { nameIn, timeZoneOf } from "./directory.ts";
import type { FigureService } from "./figure.ts";

/**
 * Prints one of the console's own screens as PDF.
 *
 * @param address of the screen, such as `/report?period=week`
 * @throws Fault `print_unavailable` where this host has nothing that can print
 */
export type PrintScreen = (address: string, signal: AbortSignal) => Promise<Uint8Array>;

export interface ReportParts {
  readonly store: Pick<
    Store,
    "directory" | "label" | "backupCalls" | "reportParagraph" | "addReportParagraph"
  >;
  readonly figures: FigureService;
  readonly charts: Pick<ChartService, "table">;
  readonly clock: Clock;
  operator(): string;
  language(): MessageLanguage;
  readonly audit: Pick<AuditService, "record">;
  readonly print: PrintScreen;
}

export interface PrintedReport {
  readonly facts: ReportFacts;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface ReportService {
  get(question: ReportQuestion): Promise<Report>;
  /** @throws Fault `invalid_input` for a date that begins no period, `case_changed` after another wording */
  putParagraph(
    draft: Pick<ReportParagraph, "siteId" | "period" | "firstDate" | "text" | "revision">,
  ): Promise<ReportParagraph>;
  /** The time zone that a report's days are meant in. */
  timeZone(siteId: string | null): Promise<string>;
  /** @throws Fault `print_unavailable` */
  pdf(question: ReportQuestion, signal?: AbortSignal): Promise<PrintedReport>;
}

type Filters = Pick<FigureQuery, "siteId" | "channel">;

const longestMonthMs = 32 * 24 * 60 * 60 * 1000;

/** How long a page may take until it is printed, in ms. */
const printMs = 60_000;

export function createReports(parts: ReportParts): ReportService {
  const { store, figures, charts, clock, operator } = parts;

  async function rowsOf(
    range: DayRange,
    timeZone: string,
    by: "total" | "service",
    { siteId, channel }: Filters,
  ): Promise<FigureRow[]> {
    const window = instantsOf(range, timeZone);
    const { rows } = await figures.query({ ...window, by, base: "served", siteId, serviceId: null, channel });
    return rows.filter(({ arrivals, transfersIn }) => arrivals + transfersIn > 0);
  }

  async function compare(
    range: DayRange,
    past: DayRange,
    timeZone: string,
    filters: Filters,
  ): Promise<ReportComparison> {
    const today = localDate(clock.nowMs(), timeZone);
    const knownFromDate = await firstWholeDate(filters, timeZone, today);
    const compared = comparedDays(range, past, knownFromDate, today);
    if (compared.kind === "not_known_before") return { kind: compared.kind, knownFromDate };
    if (compared.kind === "nothing_over") return { kind: compared.kind };
    const [before] = await rowsOf(compared.before, timeZone, "total", filters);
    if (before === undefined) return { kind: "nobody_before" };
    if (compared.kind === "whole") return { kind: "whole", before };
    const [figures] = await rowsOf(compared.own, timeZone, "total", filters);
    if (figures === undefined) return { kind: "nothing_over" };
    const days = daysBetween(compared.own.firstDate, compared.own.lastDate) + 1;
    return { kind: "first_days", days, figures, before };
  }

  /**
   * The first local date that the store knows whole: the one after that on which anybody came first, since
   * nothing tells whether the data began before the doors opened. Null until somebody came on a later day
   * that is over.
   */
  async function firstWholeDate(filters: Filters, timeZone: string, today: string): Promise<string | null> {
    const first = await firstDate(filters);
    if (first === null) return null;
    const later = { firstDate: addDays(first, 1), lastDate: addDays(today, -1) };
    if (later.firstDate > later.lastDate) return null;
    return (await rowsOf(later, timeZone, "total", filters)).length === 0 ? null : later.firstDate;
  }

  /** The first local date on which anybody came; looked up by month, then by day of the first one. */
  async function firstDate(filters: Filters): Promise<string | null> {
    const query = { base: "served", serviceId: null, ...filters } as const;
    const months = await figures.query({ ...query, fromMs: 0, toMs: clock.nowMs(), by: "month" });
    const fromMs = months.rows[0]?.fromMs ?? null;
    if (fromMs === null) return null;
    const days = await figures.query({ ...query, fromMs, toMs: fromMs + longestMonthMs, by: "day" });
    return days.rows[0]?.key ?? null;
  }

  async function get({ period, date, siteId, channel: chosen }: ReportQuestion): Promise<Report> {
    const directory = await store.directory();
    const known = channels.filter((one) =>
      directory.services.some((service) => service.channels.includes(one)),
    );
    const channel = chosen ?? known[0] ?? "counter";
    const filters = { siteId, channel };
    const timeZone = timeZoneOf(directory, siteId);
    const range = reportRange(period, date);
    const before = rangeBefore(period, range.firstDate);
    const { fromMs, toMs } = instantsOf(range, timeZone);
    const question: ChartQuestion = {
      ...range,
      chart: "waits",
      step: "day",
      base: "served",
      siteId,
      serviceId: null,
      channel,
      comparedFirstDate: null,
    };
    const calls = (await store.backupCalls(fromMs)).filter(
      (call) =>
        call.requestedAtMs >= fromMs &&
        call.requestedAtMs < toMs &&
        (siteId === null || call.siteId === siteId),
    );
    const [backup] = backupFigures(calls);
    if (backup === undefined) throw new Error("The whole house comes first.");
    return {
      period,
      siteId,
      siteName: siteId === null ? null : nameIn(directory.sites, siteId),
      timeZone,
      ...range,
      beforeFirstDate: before.firstDate,
      beforeLastDate: before.lastDate,
      channel,
      channels: known,
      figures: (await rowsOf(range, timeZone, "total", filters))[0] ?? null,
      comparison: await compare(range, before, timeZone, filters),
      services: (await rowsOf(range, timeZone, "service", filters))
        .map((row) => ({ ...row, name: nameIn(directory.services, row.key) }))
        .toSorted((a, b) => b.arrivals - a.arrivals),
      backup,
      experience: experienceOf(await charts.table({ ...question, chart: "experience", step: period })),
      waits: await charts.table(question),
      arrivals: await charts.table({ ...question, chart: "arrivals", comparedFirstDate: before.firstDate }),
      heatMap: await charts.table({ ...question, chart: "heat-map" }),
      paragraph: (await store.reportParagraph(siteId, period, range.firstDate)) ?? null,
      isDemo: (await store.label(demoLabel)) === "yes",
      madeAtMs: clock.nowMs(),
      madeBy: operator(),
      definitionsVersion,
    };
  }

  return {
    get,
    async putParagraph({ siteId, period, firstDate, text, revision }) {
      if (reportRange(period, firstDate).firstDate !== firstDate) {
        throw new Fault(
          "invalid_input",
          `${firstDate} is not the first day of a ${period}; nothing was kept.`,
          {
            field: "firstDate",
          },
        );
      }
      const paragraph: ReportParagraph = {
        siteId,
        period,
        firstDate,
        text: text.trim(),
        author: operator(),
        atMs: clock.nowMs(),
        revision: revision + 1,
      };
      await store.addReportParagraph(paragraph);
      return paragraph;
    },
    timeZone: async (siteId) => timeZoneOf(await store.directory(), siteId),
    async pdf({ period, date, siteId, channel }, signal) {
      await parts.audit.record({ kind: "exported", agentId: null, what: "report", purpose: null });
      const directory = await store.directory();
      const range = reportRange(period, date);
      const facts: ReportFacts = {
        period,
        ...range,
        siteName: siteId === null ? null : nameIn(directory.sites, siteId),
        isDemo: (await store.label(demoLabel)) === "yes",
      };
      const address = new URLSearchParams({
        period,
        date: range.firstDate,
        site: siteId ?? "",
        ...(channel === null ? {} : { channel }),
      });
      const late = AbortSignal.timeout(printMs);
      const bytes = await parts.print(
        `/report?${address}`,
        signal === undefined ? late : AbortSignal.any([signal, late]),
      );
      return { facts, fileName: reportFileName(facts, parts.language()), mediaType: mediaTypes.pdf, bytes };
    },
  };
}

/** The one point that the period is; null where nobody has answered. */
function experienceOf({ columns, rows }: ChartTable): Report["experience"] {
  const at = (key: string) => rows[0]?.[columns.findIndex((column) => column.key === key)] ?? null;
  const [score, answers] = [at("experience"), at("answerCount")];
  return typeof score === "number" && typeof answers === "number" && answers > 0 ? { score, answers } : null;
}

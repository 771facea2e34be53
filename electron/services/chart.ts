/** The tables behind the charts: what is drawn, exported and printed. */
import type { ChartQuestion, ChartTable } from "../../shared/domain/chart.ts";
import { comparedRange } from "../../shared/domain/chart-compare.ts";
import { definitionsOf } from "../../shared/domain/chart-definitions.ts";
import { expectedArrivals } from "../../shared/domain/chart-forecast.ts";
import { heatMapDefinitions, heatMapTable } from "../../shared/domain/chart-heat-map.ts";
import { type ChartPoint, chartPoints, type DayRange, instantsOf } from "../../shared/domain/chart-points.ts";
import { type Expected, type SeriesInput, seriesTable } from "../../shared/domain/chart-series.ts";
import { commonTarget } from "../../shared/domain/chart-target.ts";
import {
  distributionDefinitions,
  distributionTable,
  waitBounds,
} from "../../shared/domain/chart-wait-distribution.ts";
import { definitionsVersion } from "../../shared/domain/figure.ts";
import { firstTypicalDate } from "../../shared/domain/typical-day.ts";
import { Fault } from "../../shared/faults.ts";
import { addDays, localDate } from "../../shared/queueing/intervals.ts";
import type { CalendarStore, DirectoryStore, FigureStore } from "../store/store.ts";
import { openingOf } from "./chart-opening.ts";
import { caseCountOf, createChartSources, figureRows, type SeriesKind } from "./chart-source.ts";
import type { Clock } from "./clock.ts";
import { timeZoneOf } from "./directory.ts";
import type { FigureService } from "./figure.ts";

export interface ChartService {
  /** @throws Fault `invalid_input` for a period that ends before it begins, or that has too many points */
  table(question: ChartQuestion): Promise<ChartTable>;
}

type TableParts = Pick<ChartTable, "columns" | "rows" | "caseCount" | "definitions">;

/** A year by the hour. More points than that nobody can tell apart. */
const mostPoints = 9_000;

/** What charts need of the store. */
export type ChartStore = CalendarStore &
  DirectoryStore &
  Pick<FigureStore, "answers" | "figures" | "occupancy" | "waitCounts">;

/** Makes the chart service. */
export function createCharts(figures: FigureService, store: ChartStore, clock: Clock): ChartService {
  const sources = createChartSources(figures, store);

  async function overTime(
    question: ChartQuestion & { readonly chart: SeriesKind },
    range: DayRange,
    timeZone: string,
  ): Promise<TableParts> {
    const { step } = question;
    const nowMs = clock.nowMs();
    const source = sources[question.chart];
    const points = chartPoints(step, range, timeZone);
    if (points.length > mostPoints) {
      throw new Fault("invalid_input", "These are more points than a chart shows; choose a longer step.", {
        field: "step",
      });
    }
    const own = await source.read(question, range, timeZone);
    const seriesOf = async (days: DayRange) => ({
      range: days,
      points: chartPoints(step, days, timeZone),
      values: (await source.read(question, days, timeZone)).values,
    });
    const isOverTypicalDays = step === "interval" || step === "hour" || step === "day";
    const pastDays = { firstDate: firstTypicalDate(range.firstDate), lastDate: addDays(range.lastDate, -7) };
    const expected =
      question.chart === "arrivals" && step === "interval"
        ? await forecast(question, points, nowMs, timeZone)
        : null;
    const table = seriesTable(source.shape, {
      step,
      range,
      timeZone,
      nowMs,
      points,
      values: own.values,
      target: await targetOf(question),
      past: isOverTypicalDays
        ? { ...(await seriesOf(pastDays)), isOpen: await openingOf(store, question) }
        : null,
      compared:
        question.comparedFirstDate === null
          ? null
          : await seriesOf(comparedRange(step, range, question.comparedFirstDate)),
      expected,
    });
    return {
      ...table,
      caseCount: own.caseCount,
      definitions: definitionsOf(
        [
          ...source.definitions,
          ...(isOverTypicalDays ? ["typicalDays"] : []),
          ...(expected === null ? [] : ["expected"]),
          ...(question.comparedFirstDate === null ? [] : ["compared"]),
        ],
        own.definitions,
      ),
    };
  }

  /** The target of the service asked for, where the chart shows what it is about. */
  async function targetOf({ chart, serviceId, channel }: ChartQuestion): Promise<SeriesInput["target"]> {
    if (chart !== "waits" && chart !== "level") return null;
    const service = (await store.directory()).services.find((one) => one.id === serviceId);
    if (service === undefined) return null;
    return chart === "waits"
      ? {
          column: { key: "targetSeconds", unit: "seconds" },
          valueAt: (atMs) => commonTarget(service, channel, atMs)?.withinSeconds ?? null,
        }
      : {
          column: { key: "targetShare", unit: "share" },
          valueAt: (atMs) => commonTarget(service, channel, atMs)?.share ?? null,
        };
  }

  /** Who is expected for the rest of today; null where the points hold none of it. */
  async function forecast(
    question: ChartQuestion,
    points: readonly ChartPoint[],
    nowMs: number,
    timeZone: string,
  ): Promise<Map<number, Expected> | null> {
    const today = localDate(nowMs, timeZone);
    const ofToday = points.filter((point) => point.date === today);
    if (ofToday.length === 0) return null;
    const days = { firstDate: firstTypicalDate(today), lastDate: today };
    const { rows } = await figureRows(figures, question, "interval", days, timeZone);
    const counts = rows.flatMap(({ fromMs, arrivals }) =>
      fromMs === null ? [] : [{ intervalStartMs: fromMs, arrivals }],
    );
    return expectedArrivals(counts, ofToday, nowMs, timeZone);
  }

  async function heatMap(question: ChartQuestion, range: DayRange, timeZone: string): Promise<TableParts> {
    const { rows, definitions } = await figureRows(figures, question, "weekday-hour", range, timeZone);
    const compared =
      question.comparedFirstDate === null
        ? null
        : await figureRows(
            figures,
            question,
            "weekday-hour",
            comparedRange("week", range, question.comparedFirstDate),
            timeZone,
          );
    return {
      ...heatMapTable(rows, compared?.rows ?? null),
      caseCount: caseCountOf(rows),
      definitions: definitionsOf(
        [...heatMapDefinitions, ...(compared === null ? [] : ["compared"])],
        definitions,
      ),
    };
  }

  async function distribution(
    question: ChartQuestion,
    range: DayRange,
    timeZone: string,
  ): Promise<TableParts> {
    const { base, siteId, serviceId, channel } = question;
    const { rows, definitions } = await figureRows(figures, question, "total", range, timeZone);
    const [total] = rows;
    const bounds = waitBounds(total?.waitP90Seconds ?? null);
    const countsOf = (days: DayRange) =>
      store.waitCounts({ ...instantsOf(days, timeZone), base, siteId, serviceId, channel }, bounds);
    const compared =
      question.comparedFirstDate === null
        ? null
        : await countsOf(comparedRange(question.step, range, question.comparedFirstDate));
    return {
      ...distributionTable(bounds, await countsOf(range), compared),
      caseCount: total?.arrivals ?? 0,
      definitions: definitionsOf(
        [...distributionDefinitions, ...(compared === null ? [] : ["compared"])],
        definitions,
      ),
    };
  }

  function partsOf(question: ChartQuestion, range: DayRange, timeZone: string): Promise<TableParts> {
    const { chart } = question;
    if (chart === "heat-map") return heatMap(question, range, timeZone);
    if (chart === "wait-distribution") return distribution(question, range, timeZone);
    return overTime({ ...question, chart }, range, timeZone);
  }

  return {
    async table(question) {
      const { firstDate, lastDate, siteId } = question;
      if (lastDate < firstDate) {
        throw new Fault("invalid_input", "The period ends before it begins.", { field: "lastDate" });
      }
      const timeZone = timeZoneOf(await store.directory(), siteId);
      const parts = await partsOf(question, { firstDate, lastDate }, timeZone);
      return { question, timeZone, ...parts, definitionsVersion };
    },
  };
}

/** Where each chart over time takes its values from. */
import type { ChartKind, ChartQuestion } from "../../shared/domain/chart.ts";
import { abandonmentSeries } from "../../shared/domain/chart-abandonment.ts";
import { arrivalSeries } from "../../shared/domain/chart-arrival.ts";
import { experienceSeries } from "../../shared/domain/chart-experience.ts";
import { type RowSeries, seriesValues } from "../../shared/domain/chart-figures.ts";
import { handleSeries } from "../../shared/domain/chart-handle.ts";
import { levelSeries } from "../../shared/domain/chart-level.ts";
import { occupancySeries } from "../../shared/domain/chart-occupancy.ts";
import { type DayRange, instantsOf } from "../../shared/domain/chart-points.ts";
import type { SeriesShape, SeriesValues } from "../../shared/domain/chart-series.ts";
import { waitSeries } from "../../shared/domain/chart-wait.ts";
import type { FigureGrouping, FigureRow } from "../../shared/domain/figure.ts";
import type { FigureStore } from "../store/store.ts";
import { createExperience } from "./experience.ts";
import type { FigureAnswer, FigureService } from "./figure.ts";
import { createOccupancy } from "./occupancy.ts";

export type SeriesKind = Exclude<ChartKind, "heat-map" | "wait-distribution">;

/** What a source says of a range of days. */
export interface SeriesAnswer {
  readonly values: SeriesValues;
  readonly caseCount: number;
  /** What was counted, by the names of the figures. */
  readonly definitions: Readonly<Record<string, string>>;
}

export interface SeriesSource {
  readonly shape: SeriesShape;
  /** The figures that it shows, by their names in the definitions. */
  readonly definitions: readonly string[];
  /** The values of a range of days, narrowed down as the question says. */
  read(question: ChartQuestion, range: DayRange, timeZone: string): Promise<SeriesAnswer>;
}

type SourceStore = Pick<FigureStore, "answers" | "figures" | "occupancy">;

/** The sources of all charts over time. */
export function createChartSources(
  figures: FigureService,
  store: SourceStore,
): Record<SeriesKind, SeriesSource> {
  const occupancy = createOccupancy(store);
  const experience = createExperience(store);
  const fromFigures = (series: RowSeries<FigureRow>): SeriesSource => ({
    shape: series,
    definitions: series.definitions,
    async read(question, range, timeZone) {
      const answer = await figureRows(figures, question, question.step, range, timeZone);
      const rows = answer.rows.filter(isEventful);
      return {
        values: seriesValues(series, rows, question.step, timeZone),
        caseCount: caseCountOf(rows),
        definitions: answer.definitions,
      };
    },
  });
  const caseCount = async (question: ChartQuestion, range: DayRange, timeZone: string) =>
    caseCountOf((await figureRows(figures, question, "total", range, timeZone)).rows);
  return {
    waits: fromFigures(waitSeries),
    arrivals: fromFigures(arrivalSeries),
    level: fromFigures(levelSeries),
    abandonment: fromFigures(abandonmentSeries),
    handle: fromFigures(handleSeries),
    occupancy: {
      shape: occupancySeries,
      definitions: occupancySeries.definitions,
      async read(question, range, timeZone) {
        const { siteId, step } = question;
        const answer = await occupancy.query({ ...instantsOf(range, timeZone), by: step, siteId });
        return {
          values: seriesValues(occupancySeries, answer.rows, step, timeZone),
          caseCount: await caseCount(question, range, timeZone),
          definitions: answer.definitions,
        };
      },
    },
    experience: {
      shape: experienceSeries,
      definitions: experienceSeries.definitions,
      async read(question, range, timeZone) {
        const { siteId, serviceId, channel, step } = question;
        const window = instantsOf(range, timeZone);
        const answer = await experience.query({ ...window, by: step, siteId, serviceId, channel });
        return {
          values: seriesValues(experienceSeries, answer.rows, step, timeZone),
          caseCount: await caseCount(question, range, timeZone),
          definitions: answer.definitions,
        };
      },
    },
  };
}

/** The rows of figures of a range of days, narrowed down as the question says. */
export function figureRows(
  figures: FigureService,
  { base, siteId, serviceId, channel }: ChartQuestion,
  by: FigureGrouping,
  range: DayRange,
  timeZone: string,
): Promise<FigureAnswer> {
  const window = instantsOf(range, timeZone);
  return figures.query({ ...window, by, base, siteId, serviceId, channel });
}

/** How many cases first arrived in the time of these rows. */
export function caseCountOf(rows: readonly FigureRow[]): number {
  return rows.reduce((sum, row) => sum + row.arrivals, 0);
}

function isEventful(row: FigureRow): boolean {
  return row.arrivals + row.transfersIn + row.served + row.abandoned + row.noShows > 0;
}

/** Which columns of a table are drawn, and as what: the figure itself, its companion, what it is set beside. */
import type { ChartKind, ChartUnit } from "../../shared/domain/chart.ts";
import {
  comparedSuffix,
  expectedSuffix,
  typicalHighSuffix,
  typicalLowSuffix,
} from "../../shared/domain/chart-series.ts";
import type { ExportDescription } from "../../shared/domain/export.ts";

export type SeriesRole = "main" | "second" | "compared" | "target" | "expected";
export type Values = readonly (number | null)[];

export interface Series {
  readonly key: string;
  readonly role: SeriesRole;
  readonly values: Values;
}

export interface Drawn {
  readonly unit: ChartUnit;
  /** Those without a single figure are left out. */
  readonly series: readonly Series[];
  /** Between which bounds typical days lie; null where that is not known. */
  readonly typical: { readonly low: Values; readonly high: Values } | null;
}

/** The columns that each chart draws; its others are for the table. */
const own: Record<ChartKind, { readonly unit: ChartUnit; readonly main: string; readonly second?: string }> =
  {
    waits: { unit: "seconds", main: "waitP90Seconds", second: "waitP50Seconds" },
    arrivals: { unit: "count", main: "arrivals" },
    level: { unit: "share", main: "serviceLevel" },
    abandonment: { unit: "share", main: "abandonment" },
    handle: { unit: "seconds", main: "handleMeanSeconds" },
    occupancy: { unit: "share", main: "occupancy" },
    experience: { unit: "score", main: "experience" },
    "heat-map": { unit: "seconds", main: "waitP50Seconds" },
    "wait-distribution": { unit: "count", main: "waitCount" },
  };

/** What is drawn of a description. */
export function drawnOf(description: ExportDescription): Drawn {
  const { unit, main, second } = own[description.question.chart];
  const seriesOf = (key: string, role: SeriesRole): Series[] => {
    const values = valuesOf(description, key);
    return hasFigure(values) ? [{ key, role, values }] : [];
  };
  const low = valuesOf(description, main + typicalLowSuffix);
  const high = valuesOf(description, main + typicalHighSuffix);
  return {
    unit,
    series: [
      ...seriesOf(main + comparedSuffix, "compared"),
      ...(second === undefined ? [] : seriesOf(second, "second")),
      ...seriesOf(main, "main"),
      ...seriesOf(main + expectedSuffix, "expected"),
      ...seriesOf("targetSeconds", "target"),
      ...seriesOf("targetShare", "target"),
    ],
    typical: hasFigure(low) && hasFigure(high) ? { low, high } : null,
  };
}

/** A column by its key; empty where the table has none of that name. */
export function valuesOf({ columns, rows }: ExportDescription, key: string): Values {
  const index = columns.findIndex((column) => column.key === key);
  if (index === -1) return [];
  return rows.map((row) => {
    const value = row[index];
    return typeof value === "number" ? value : null;
  });
}

function hasFigure(values: Values): boolean {
  return values.some((value) => value !== null);
}

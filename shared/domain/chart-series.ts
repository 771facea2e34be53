/**
 * Charts over time: each point's own values, and beside its main value what typical days had there,
 * what is expected, and what the compared period had.
 */
import { localDate } from "../queueing/intervals.ts";
import type { ChartColumn, ChartStep, ChartTable } from "./chart.ts";
import { alignPoints } from "./chart-compare.ts";
import { type ChartPoint, type DayRange, isWithinDay } from "./chart-points.ts";
import { leastTypicalDays, type TypicalBand, typicalBand, typicalDates } from "./typical-day.ts";

export type ChartValue = ChartTable["rows"][number][number];

/** What a chart over time draws. */
export interface SeriesShape {
  readonly columns: readonly ChartColumn[];
  /** The column that is set over typical days; one of `columns`. */
  readonly main: string;
  /** The values of a point in which nothing happened: a count is 0 then, everything else null. */
  readonly empty: readonly ChartValue[];
}

/** Values by the start of their point, in the order of the columns; points without an event are missing. */
export type SeriesValues = ReadonlyMap<number, readonly ChartValue[]>;

/** How many are expected in a point, and the band that eight in ten outcomes lie in. */
export interface Expected {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface SeriesInput {
  readonly step: ChartStep;
  readonly range: DayRange;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly points: readonly ChartPoint[];
  readonly values: SeriesValues;
  /** The past that typical days are taken from; null where the chart is not set over them. */
  readonly past: {
    readonly points: readonly ChartPoint[];
    readonly values: SeriesValues;
    /** What comes while the doors are closed says nothing of what is usual. */
    readonly isOpen: (point: ChartPoint) => boolean;
  } | null;
  readonly compared: {
    readonly range: DayRange;
    readonly points: readonly ChartPoint[];
    readonly values: SeriesValues;
  } | null;
  /** What is aimed at, by the start of the point, in a column of its own; null where there is no target. */
  readonly target: { readonly column: ChartColumn; readonly valueAt: (fromMs: number) => ChartValue } | null;
  /** What is expected from now on, by the start of the point; null where nothing is forecast. */
  readonly expected: ReadonlyMap<number, Expected> | null;
}

/** Suffixes of the columns that stand beside a chart's own. */
export const comparedSuffix = "Compared";
export const typicalLowSuffix = "TypicalLow";
export const typicalMiddleSuffix = "TypicalMiddle";
export const typicalHighSuffix = "TypicalHigh";
export const expectedSuffix = "Expected";
export const expectedLowSuffix = "ExpectedLow";
export const expectedHighSuffix = "ExpectedHigh";
export const fromColumn: ChartColumn = { key: "fromMs", unit: "instant" };
/** How many typical days the band of a point rests on. */
export const typicalDaysColumn: ChartColumn = { key: "typicalDays", unit: "count" };

/** Where fewer than one in four is expected in a point, the day is over. */
const leastExpected = 0.25;

/** The columns and rows of a chart over time. A point that has not begun has no values of its own. */
export function seriesTable(
  shape: SeriesShape,
  input: SeriesInput,
): { columns: ChartColumn[]; rows: ChartValue[][] } {
  const { points, values, nowMs } = input;
  const typicals = typicalPoints(shape, input);
  const partners = partnersOf(input);
  const main = shape.columns.find((column) => column.key === shape.main);
  const unit = main?.unit ?? "count";
  const none = shape.columns.map(() => null);
  const valuesAt = (known: SeriesValues, fromMs: number) =>
    fromMs > nowMs ? none : (known.get(fromMs) ?? shape.empty);
  const columns: ChartColumn[] = [fromColumn, ...shape.columns];
  if (input.target !== null) columns.push(input.target.column);
  if (typicals !== null) {
    columns.push(
      { key: shape.main + typicalLowSuffix, unit },
      { key: shape.main + typicalMiddleSuffix, unit },
      { key: shape.main + typicalHighSuffix, unit },
      typicalDaysColumn,
    );
  }
  if (input.expected !== null) {
    for (const suffix of [expectedSuffix, expectedLowSuffix, expectedHighSuffix]) {
      columns.push({ key: shape.main + suffix, unit });
    }
  }
  if (partners !== null) {
    for (const column of [fromColumn, ...shape.columns]) {
      columns.push({ ...column, key: column.key + comparedSuffix });
    }
  }
  const isShown = shownPoints(input, typicals, partners);
  const rows = points.flatMap((point, index): ChartValue[][] => {
    if (!isShown(index)) return [];
    const row: ChartValue[] = [point.fromMs, ...valuesAt(values, point.fromMs)];
    if (input.target !== null) row.push(input.target.valueAt(point.fromMs));
    if (typicals !== null) {
      const { band, dayCount } = typicals[index] ?? { band: null, dayCount: 0 };
      row.push(band?.low ?? null, band?.middle ?? null, band?.high ?? null, dayCount);
    }
    if (input.expected !== null) {
      const expected = input.expected.get(point.fromMs);
      row.push(expected?.mean ?? null, expected?.low ?? null, expected?.high ?? null);
    }
    if (partners !== null) {
      const partner = partners[index] ?? null;
      row.push(
        partner?.fromMs ?? null,
        ...(partner === null || input.compared === null
          ? none
          : valuesAt(input.compared.values, partner.fromMs)),
      );
    }
    return [row];
  });
  return { columns, rows };
}

interface Typical {
  readonly band: TypicalBand | null;
  /** Typical days that are known. */
  readonly dayCount: number;
  /** Typical days with an event in this point. */
  readonly eventfulCount: number;
}

/** What typical days had at each point; null where the chart is not set over them. */
function typicalPoints(shape: SeriesShape, input: SeriesInput): Typical[] | null {
  const { past, points, timeZone, nowMs } = input;
  if (past === null) return null;
  const mainIndex = shape.columns.findIndex((column) => column.key === shape.main);
  const today = localDate(nowMs, timeZone);
  const places = new Map(past.points.map((point) => [placeOf(point), point] as const));
  const openDates = new Set(
    past.points
      .filter((point) => past.values.has(point.fromMs) && past.isOpen(point))
      .map((point) => point.date),
  );
  return points.map((point) => {
    const dates = typicalDates(point.date, today).filter((date) => openDates.has(date));
    const found = dates.flatMap((date) => {
      const place =
        places.get(placeOf({ ...point, date })) ?? places.get(placeOf({ ...point, date, repeat: 0 }));
      return place === undefined || !past.isOpen(place) ? [] : [past.values.get(place.fromMs)];
    });
    const known = found
      .map((values) => (values ?? shape.empty)[mainIndex])
      .filter((value) => typeof value === "number");
    const band = typicalBand(known);
    const eventfulCount = found.filter((values) => values !== undefined).length;
    return { band, dayCount: dates.length, eventfulCount };
  });
}

function placeOf({ date, minute, repeat }: Pick<ChartPoint, "date" | "minute" | "repeat">): string {
  return `${date} ${minute} ${repeat}`;
}

function partnersOf({ compared, step, points, range }: SeriesInput): (ChartPoint | null)[] | null {
  return compared === null ? null : alignPoints(step, points, range, compared.points, compared.range);
}

/**
 * Within days, only the time from the first full hour in which anything happened to the last one:
 * nobody comes at night. Typical days count where at least half of them had somebody.
 */
function shownPoints(
  { step, points, values, compared, expected }: SeriesInput,
  typicals: readonly Typical[] | null,
  partners: readonly (ChartPoint | null)[] | null,
): (index: number) => boolean {
  if (!isWithinDay(step)) return () => true;
  const isEventful = (point: ChartPoint, index: number): boolean => {
    const typical = typicals?.[index];
    const partner = partners?.[index];
    return (
      values.has(point.fromMs) ||
      (expected?.get(point.fromMs)?.mean ?? 0) >= leastExpected ||
      (partner != null && compared?.values.has(partner.fromMs) === true) ||
      (typical !== undefined &&
        typical.dayCount >= leastTypicalDays &&
        typical.eventfulCount * 2 >= typical.dayCount)
    );
  };
  const first = points.findIndex(isEventful);
  if (first === -1) return () => false;
  const last = points.findLastIndex(isEventful);
  const startsHour = (index: number) => (points[index]?.minute ?? 0) % 60 === 0;
  let from = first;
  while (from > 0 && !startsHour(from)) from -= 1;
  let until = last + 1;
  while (until < points.length && !startsHour(until)) until += 1;
  return (index) => index >= from && index < until;
}

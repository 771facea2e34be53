/** How each chart over time is drawn: its lines or bars, its axis, what it is set over. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ChartKind } from "../../shared/domain/chart.ts";
import { comparedSuffix, expectedSuffix, typicalHighSuffix } from "../../shared/domain/chart-series.ts";

export type SeriesKind = Exclude<ChartKind, "heat-map" | "wait-distribution">;

export interface LineShape {
  /** The column that it draws. */
  readonly key: string;
  readonly look: "main" | "second";
  readonly label: MessageDescriptor;
}

export interface ChartShape {
  readonly mark: "line" | "bar";
  /** The first one is the chart's main line: bands, ticks and compared periods are about it. */
  readonly lines: readonly [LineShape, ...LineShape[]];
  readonly axis: "wait" | "share" | "part" | "count" | "score";
  /** The column that says what is aimed at. */
  readonly target: string | null;
}

function only(key: string, label: MessageDescriptor): ChartShape["lines"] {
  return [{ key, look: "main", label }];
}

export const chartShapes: Record<SeriesKind, ChartShape> = {
  waits: {
    mark: "line",
    lines: [
      { key: "waitP90Seconds", look: "main", label: msg`9 sur 10` },
      { key: "waitP50Seconds", look: "second", label: msg`médiane` },
    ],
    axis: "wait",
    target: "targetSeconds",
  },
  arrivals: { mark: "bar", lines: only("arrivals", msg`arrivées`), axis: "count", target: null },
  level: {
    mark: "line",
    lines: only("serviceLevel", msg`servis dans l’objectif`),
    axis: "share",
    target: "targetShare",
  },
  abandonment: { mark: "line", lines: only("abandonment", msg`abandons`), axis: "part", target: null },
  handle: { mark: "line", lines: only("handleMeanSeconds", msg`moyenne`), axis: "wait", target: null },
  occupancy: { mark: "line", lines: only("occupancy", msg`occupation`), axis: "share", target: null },
  experience: { mark: "line", lines: only("experience", msg`expérience`), axis: "score", target: null },
};

/** The columns whose highs and lows must be seen. */
export function drawnKeys({ lines, target }: ChartShape): string[] {
  const [main] = lines;
  return [
    ...lines.map((line) => line.key),
    main.key + comparedSuffix,
    main.key + typicalHighSuffix,
    main.key + expectedSuffix,
    ...(target === null ? [] : [target]),
  ];
}

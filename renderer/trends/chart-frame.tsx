/** What the charts share: the axis of time, the grid, the box that follows the pointer. */
import type { ReactNode } from "react";
import { CartesianGrid, Tooltip, XAxis } from "recharts";
import type { TrendPoint } from "./series.ts";
import { isTick, type TrendFormat } from "./trend-format.ts";

/** A point with what is drawn of it; `undefined` values leave a gap. */
export interface ChartDatum {
  readonly fromMs: number;
  readonly point: TrendPoint;
}

/** Parts of every chart, to be called (not rendered) inside one: Recharts looks at its direct children. */
export function timeAxis(points: readonly TrendPoint[], format: TrendFormat): ReactNode {
  const byStart = new Map(points.map((point) => [point.fromMs, point]));
  return (
    <XAxis
      dataKey="fromMs"
      ticks={points.filter((point) => isTick(point, format)).map((point) => point.fromMs)}
      tickFormatter={(fromMs: number) => {
        const point = byStart.get(fromMs);
        return point === undefined ? "" : format.tick(point, points.length);
      }}
      interval="equidistantPreserveStart"
      minTickGap={12}
      axisLine={false}
      tickLine={false}
      tickMargin={8}
      height={28}
    />
  );
}

export function grid(): ReactNode {
  return <CartesianGrid vertical={false} stroke="var(--line)" />;
}

/** A box beside the pointer (or, with the keyboard, the chosen point) with the figures of that point. */
export function pointBox(format: TrendFormat, figuresOf: (point: TrendPoint) => ReactNode): ReactNode {
  return (
    <Tooltip
      isAnimationActive={false}
      cursor={{ stroke: "var(--line-strong)", fill: "var(--sunken)" }}
      content={({ active, payload }) => {
        const point = (payload[0]?.payload as ChartDatum | undefined)?.point;
        if (!active || point === undefined) return null;
        return (
          <div className="chart-box number">
            <strong>{format.point(point)}</strong>
            {figuresOf(point)}
          </div>
        );
      }}
    />
  );
}

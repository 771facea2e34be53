/** What the charts share: the axis of time, the grid, the box that follows the pointer. */
import type { ReactNode } from "react";
import { CartesianGrid, Tooltip, XAxis } from "recharts";
import type { ChartRow } from "./chart-data.ts";
import type { PointScale, TrendFormat } from "./trend-format.ts";

/** A point with what is drawn of it; `undefined` values leave a gap. */
export interface ChartDatum {
  readonly fromMs: number;
  readonly row: ChartRow;
  readonly values: Readonly<Record<string, number | undefined>>;
  /** What typical days or the forecast span there. */
  readonly band: readonly [number, number] | undefined;
}

/** Parts of every chart, to be called (not rendered) inside one: Recharts looks at its direct children. */
export function timeAxis(data: readonly ChartDatum[], scale: PointScale, format: TrendFormat): ReactNode {
  return (
    <XAxis
      dataKey="fromMs"
      scale="band"
      ticks={data.filter(({ fromMs }) => format.isTick(fromMs, scale)).map(({ fromMs }) => fromMs)}
      tickFormatter={(fromMs: number) => format.tick(fromMs, scale, data.length)}
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
export function pointBox(
  titleOf: (row: ChartRow) => string,
  figuresOf: (row: ChartRow) => ReactNode,
): ReactNode {
  return (
    <Tooltip
      isAnimationActive={false}
      cursor={{ stroke: "var(--line-strong)", fill: "var(--sunken)" }}
      content={({ active, payload }) => {
        const row = (payload[0]?.payload as ChartDatum | undefined)?.row;
        if (!active || row === undefined) return null;
        return (
          <div className="chart-box number">
            <strong>{titleOf(row)}</strong>
            {figuresOf(row)}
          </div>
        );
      }}
    />
  );
}

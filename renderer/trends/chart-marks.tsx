/** Marks drawn by hand inside a chart, on its own scales. */
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { ChartDatum } from "./chart-frame.tsx";

export interface EndLabel {
  readonly className: string;
  readonly fromMs: number;
  readonly value: number;
  readonly text: string;
}

/** Labels closer than this would overlap. */
const labelHeight = 15;
const besideLine = 7;
/** From the middle of a line of text to its baseline. */
const halfText = 4;

/** Names lines at their right ends, pushed apart where they end close to each other. */
export function EndLabels({ labels }: { readonly labels: readonly EndLabel[] }) {
  const xOf = useXAxisScale();
  const yOf = useYAxisScale();
  const plot = usePlotArea();
  if (xOf === undefined || yOf === undefined || plot === undefined) return null;
  const fromBottom = labels
    .map((label) => ({
      ...label,
      x: xOf(label.fromMs, { position: "middle" }) ?? 0,
      y: yOf(label.value) ?? 0,
    }))
    .sort((a, b) => b.y - a.y);
  let limit = plot.y + plot.height;
  return (
    <g>
      {fromBottom.map(({ className, text, x, y }) => {
        const placed = Math.min(y + halfText, limit);
        limit = placed - labelHeight;
        return (
          <text key={className} className={`chart-label ${className}`} x={x + besideLine} y={placed}>
            {text}
          </text>
        );
      })}
    </g>
  );
}

const widestTick = 18;
const leastTick = 4;

/** A short line across each point, at what is usual or expected there. */
export function ExpectedTicks(props: { readonly data: readonly ChartDatum[]; readonly valueKey: string }) {
  const { data, valueKey } = props;
  const xOf = useXAxisScale();
  const yOf = useYAxisScale();
  const plot = usePlotArea();
  if (xOf === undefined || yOf === undefined || plot === undefined) return null;
  const width = Math.max(leastTick, Math.min(widestTick, (plot.width / data.length) * 0.9));
  return (
    <g className="chart-ticks">
      {data.map(({ fromMs, values }) => {
        const value = values[valueKey];
        if (value === undefined || value === 0) return null;
        const x = xOf(fromMs, { position: "middle" }) ?? 0;
        const y = yOf(value) ?? 0;
        return <line key={fromMs} x1={x - width / 2} x2={x + width / 2} y1={y} y2={y} />;
      })}
    </g>
  );
}

/** Dots for values with a gap on both sides, which a line can't show. */
export function isolatedDots(values: readonly (number | undefined)[]): Set<number> {
  const indices = new Set<number>();
  for (const [index, value] of values.entries()) {
    if (value !== undefined && values[index - 1] === undefined && values[index + 1] === undefined) {
      indices.add(index);
    }
  }
  return indices;
}

/** Draws a dot where `isolated` says so; an empty group elsewhere, because Recharts wants an element. */
export function dotAt(isolated: ReadonlySet<number>, className: string) {
  return ({
    cx,
    cy,
    index,
  }: {
    cx?: number | undefined;
    cy?: number | undefined;
    index?: number | undefined;
  }) =>
    index !== undefined && isolated.has(index) && cx !== undefined && cy !== undefined ? (
      <circle key={index} className={`chart-dot ${className}`} cx={cx} cy={cy} r={3} />
    ) : (
      <g key={index} />
    );
}

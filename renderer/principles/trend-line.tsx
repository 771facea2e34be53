import { useLingui } from "@lingui/react/macro";
import type { PrincipleFigure } from "../../shared/domain/principle-figure.ts";

const width = 96;
const height = 30;
const margin = 3;

/** The months behind a figure, as a line; says nothing where there are fewer than two. */
export function TrendLine(props: {
  readonly points: readonly { readonly month: string; readonly value: number }[];
  readonly unit: PrincipleFigure["unit"];
}) {
  const { t } = useLingui();
  const { points } = props;
  if (points.length < 2) return null;
  const values = points.map((one) => one.value);
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const places = values.map((value, index) => ({
    x: margin + (index * (width - 2 * margin)) / (values.length - 1),
    y: height - margin - ((value - low) * (height - 2 * margin)) / span,
  }));
  const last = places.at(-1);
  const months = points.map((one) => one.month).join(", ");
  return (
    <svg
      className="trend-line"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t`Par mois : ${months}`}
    >
      <polyline points={places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")} />
      {last === undefined ? null : <circle cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  );
}

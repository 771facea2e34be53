import { useLingui } from "@lingui/react/macro";
import type { PrincipleFigure, TrendPoint } from "../../shared/domain/principle-figure.ts";
import { trendScale } from "../../shared/domain/trend-scale.ts";
import { useMonthWords } from "./feedback/month-words.ts";
import { useValueWords } from "./value-words.ts";

const width = 96;
const height = 30;
const margin = 3;

/** The months behind a figure, as a line; says nothing where there are fewer than two. */
export function TrendLine(props: {
  readonly points: readonly TrendPoint[];
  readonly unit: PrincipleFigure["unit"];
}) {
  const { t } = useLingui();
  const months = useMonthWords();
  const valueWords = useValueWords();
  const { points, unit } = props;
  if (points.length < 2) return null;
  const scale = trendScale(
    points.map((one) => one.value),
    unit,
  );
  const places = points.map(({ value }, index) => ({
    x: margin + (index * (width - 2 * margin)) / (points.length - 1),
    y: height - margin - scale(value) * (height - 2 * margin),
  }));
  const last = places.at(-1);
  const said = points
    .map(({ month, value }) => `${months.long(month)} ${valueWords(value, unit)}`)
    .join(", ");
  return (
    <svg
      className="trend-line"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t`Par mois : ${said}`}
    >
      <polyline points={places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")} />
      {last === undefined ? null : <circle cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  );
}

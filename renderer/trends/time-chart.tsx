import { useLingui } from "@lingui/react/macro";
import {
  Area,
  Bar,
  ComposedChart,
  DefaultZIndexes,
  Line,
  ResponsiveContainer,
  YAxis,
  ZIndexLayer,
} from "recharts";
import {
  comparedSuffix,
  expectedHighSuffix,
  expectedLowSuffix,
  expectedSuffix,
  typicalHighSuffix,
  typicalLowSuffix,
  typicalMiddleSuffix,
} from "../../shared/domain/chart-series.ts";
import type { InterventionMark } from "../../shared/domain/intervention.ts";
import { type ChartRow, drawnRows, hasValues } from "./chart-data.ts";
import { type ChartDatum, grid, pointBox, timeAxis } from "./chart-frame.tsx";
import { dotAt, type EndLabel, EndLabels, ExpectedTicks, isolatedDots } from "./chart-marks.tsx";
import { type ChartShape, drawnKeys } from "./chart-shape.ts";
import { InterventionLanes, type Lane, laneHeight, lanesOf } from "./intervention-lanes.tsx";
import { PointFigures } from "./point-figures.tsx";
import { type PointScale, secondsPer, type TrendFormat, waitUnit } from "./trend-format.ts";

export interface TimeChartProps {
  /** Read aloud; the chart's name. */
  readonly label: string;
  readonly shape: ChartShape;
  readonly rows: readonly ChartRow[];
  readonly scale: PointScale;
  readonly format: TrendFormat;
  readonly marks: readonly InterventionMark[];
  /** Which kinds of marks are drawn; the box of a point names all of them. */
  readonly lanes: readonly Lane[];
  /** In pixels, or of the room around it. */
  readonly height: number | "100%";
}

/** Two values of every line in each of so many stretches are as many as can be told apart. */
const mostStretches = 200;
/** Labels go beside the last point, into the chart where that leaves room for them. */
const shareBeforeLabels = 0.86;

/** A chart over time: lines or bars, over the band of typical days, with target, forecast and compared period. */
export function TimeChart(props: TimeChartProps) {
  const { label, shape, rows, scale, format, marks, height } = props;
  const { t, i18n } = useLingui();
  const [main] = shape.lines;
  const drawn = drawnRows(rows, drawnKeys(shape), mostStretches);
  const divisor = shape.axis === "wait" ? secondsPer[unitOfWaits(shape, rows)] : 1;
  const data = drawn.map((row) => datumOf(row, shape, divisor));
  const text = (value: number) => axisText(shape, format, value);
  const lanes = lanesOf(marks, props.lanes);
  const last = rows.findLast((row) => row.value(main.key) !== null);
  const labels: EndLabel[] =
    last === undefined || shape.mark === "bar"
      ? []
      : shape.lines.flatMap(({ key, look, label: name }) => {
          const value = last.value(key);
          if (value === null) return [];
          const figure = text(value);
          const words = shape.lines.length === 1 ? figure : t`${i18n._(name)} : ${figure}`;
          return [{ className: `line-${look}`, fromMs: last.fromMs, value: value / divisor, text: words }];
        });
  const needsRoom = last !== undefined && rows.indexOf(last) + 1 > rows.length * shareBeforeLabels;
  const right = labels.length === 0 || !needsRoom ? 16 : shape.lines.length === 1 ? 64 : 116;
  const readerOf = (key: string) => (datum: ChartDatum) => datum.values[key];
  return (
    <ResponsiveContainer width="100%" height={height} className="chart">
      <ComposedChart
        data={data}
        margin={{ top: lanes.length === 0 ? 14 : 16 + lanes.length * laneHeight, right, bottom: 0, left: 0 }}
        aria-label={label}
      >
        {grid()}
        {timeAxis(data, scale, format)}
        <YAxis
          axisLine={false}
          tickLine={false}
          width={52}
          {...axisRange(shape)}
          tickFormatter={(value: number) => axisTick(shape, format, value)}
        />
        {pointBox(
          (row) => format.point(row.fromMs, scale),
          (row) => (
            <PointFigures row={row} shape={shape} text={text} format={format} scale={scale} marks={marks} />
          ),
        )}
        <Area
          className="chart-band"
          dataKey="band"
          isAnimationActive={false}
          activeDot={false}
          stroke="none"
          fill="var(--chart-band)"
          fillOpacity={1}
        />
        {shape.target === null ? null : (
          <Line
            className="line-target"
            dataKey={readerOf(shape.target)}
            type="stepAfter"
            dot={false}
            isAnimationActive={false}
            activeDot={false}
          />
        )}
        {shape.mark === "line" ? (
          <Line
            className="line-compared"
            dataKey={readerOf(main.key + comparedSuffix)}
            isAnimationActive={false}
            activeDot={false}
            dot={false}
          />
        ) : hasValues(drawn, main.key + comparedSuffix) ? (
          <Bar
            className="bar-compared"
            dataKey={readerOf(main.key + comparedSuffix)}
            isAnimationActive={false}
            maxBarSize={16}
          />
        ) : null}
        {shape.mark === "bar" ? (
          <Bar className="bar-main" dataKey={readerOf(main.key)} isAnimationActive={false} maxBarSize={18} />
        ) : (
          shape.lines.map(({ key, look }) => (
            <Line
              key={key}
              className={`line-${look}`}
              dataKey={readerOf(key)}
              isAnimationActive={false}
              dot={dotAt(isolatedDots(data.map((one) => one.values[key])), `line-${look}`)}
            />
          ))
        )}
        <ZIndexLayer zIndex={DefaultZIndexes.bar - 1}>
          <InterventionLanes lanes={lanes} marks={marks} rows={drawn} />
        </ZIndexLayer>
        <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
          {shape.mark === "bar" ? <ExpectedTicks data={data} valueKey="expected" /> : null}
          <EndLabels labels={labels} />
        </ZIndexLayer>
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** The unit in which the seconds of a chart are shown. */
export function unitOfWaits({ lines, target }: ChartShape, rows: readonly ChartRow[]) {
  const [main] = lines;
  return waitUnit(
    rows.flatMap((row) => [
      row.value(main.key),
      row.value(main.key + comparedSuffix),
      target === null ? null : row.value(target),
    ]),
  );
}

function datumOf(row: ChartRow, shape: ChartShape, divisor: number): ChartDatum {
  const [main] = shape.lines;
  const scaled = (key: string) => {
    const value = row.value(key);
    return value === null ? undefined : value / divisor;
  };
  const low = scaled(main.key + expectedLowSuffix) ?? scaled(main.key + typicalLowSuffix);
  const high = scaled(main.key + expectedHighSuffix) ?? scaled(main.key + typicalHighSuffix);
  const keys = [...shape.lines.map((line) => line.key), main.key + comparedSuffix];
  return {
    fromMs: row.fromMs,
    row,
    values: {
      ...Object.fromEntries(keys.map((key) => [key, scaled(key)])),
      ...(shape.target === null ? {} : { [shape.target]: scaled(shape.target) }),
      expected: scaled(main.key + expectedSuffix) ?? scaled(main.key + typicalMiddleSuffix),
    },
    band: low === undefined || high === undefined ? undefined : [low, high],
  };
}

function axisRange({ axis }: ChartShape) {
  switch (axis) {
    case "share":
      return { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] };
    case "score":
      return { domain: [0, 100], ticks: [0, 25, 50, 75, 100] };
    case "part":
      return { domain: [0, "auto"] as [number, "auto"], tickCount: 4 };
    default:
      return { domain: [0, "auto"] as [number, "auto"], allowDecimals: false, tickCount: 5 };
  }
}

function axisTick({ axis }: ChartShape, format: TrendFormat, value: number): string {
  return axis === "share" || axis === "part" ? format.exact(value, "share") : format.mean(value);
}

/** A value of the main column in words, in its own unit (not that of the axis). */
function axisText({ axis }: ChartShape, format: TrendFormat, value: number): string {
  switch (axis) {
    case "wait":
      return format.wait(value);
    case "share":
    case "part":
      return format.share(value);
    default:
      return format.mean(value);
  }
}

import { useLingui } from "@lingui/react/macro";
import { Line, LineChart, ResponsiveContainer, YAxis } from "recharts";
import { type ChartDatum, grid, pointBox, timeAxis } from "./chart-frame.tsx";
import { dotAt, type EndLabel, EndLabels, isolatedDots } from "./chart-marks.tsx";
import { ChartPanel } from "./chart-panel.tsx";
import { Definition } from "./definition.tsx";
import { waitInsight } from "./insight.ts";
import type { TrendPoint } from "./series.ts";
import { secondsPer, type TrendFormat, waitUnit } from "./trend-format.ts";
import { WaitSentence } from "./wait-sentence.tsx";

export interface TrendChartProps {
  readonly points: readonly TrendPoint[];
  readonly format: TrendFormat;
  readonly version: number | undefined;
}

interface WaitDatum extends ChartDatum {
  readonly p50: number | undefined;
  readonly p90: number | undefined;
  readonly target: number | undefined;
}

/** Wait p50 and p90 over time, with the target where there is one. */
export function WaitChart({ points, format, version }: TrendChartProps) {
  const { t } = useLingui();
  const unit = waitUnit(points);
  const scale = (seconds: number | null) => (seconds === null ? undefined : seconds / secondsPer[unit]);
  const data = points.map(
    (point): WaitDatum => ({
      fromMs: point.fromMs,
      point,
      p50: scale(point.waitP50Seconds),
      p90: scale(point.waitP90Seconds),
      target: scale(point.targetSeconds),
    }),
  );
  function endLabels({ fromMs, waitP50Seconds, waitP90Seconds }: TrendPoint): EndLabel[] {
    const p90 = format.wait(waitP90Seconds ?? 0);
    const p50 = format.wait(waitP50Seconds ?? 0);
    return [
      { className: "line-p90", fromMs, value: scale(waitP90Seconds) ?? 0, text: t`9 sur 10 : ${p90}` },
      { className: "line-p50", fromMs, value: scale(waitP50Seconds) ?? 0, text: t`médiane : ${p50}` },
    ];
  }
  const last = points.findLast((point) => point.waitP90Seconds !== null);
  const labels = last === undefined ? [] : endLabels(last);
  // Labels go beside the last point, into the chart where that leaves room for them.
  const needsRoom = last !== undefined && points.indexOf(last) > points.length * 0.86;
  const hasTarget = points.some((point) => point.targetSeconds !== null);
  const orNone = (seconds: number | null) => (seconds === null ? "–" : format.wait(seconds));
  const isDay = points[0]?.date === null;
  const unitWord = { seconds: t`en secondes`, minutes: t`en minutes`, hours: t`en heures` }[unit];
  return (
    <ChartPanel
      isWide
      title={t`Attente`}
      detail={isDay ? t`par quart d’heure, ${unitWord}` : t`par jour, ${unitWord}`}
      definition={<Definition figure="wait" version={version} />}
      legend={<WaitLegend hasTarget={hasTarget} />}
      points={points}
      format={format}
      sentence={<WaitSentence insight={waitInsight(points)} format={format} isDay={isDay} />}
      columns={[
        { id: "p90", title: t`9 sur 10`, isNumber: true, render: (one) => orNone(one.waitP90Seconds) },
        { id: "p50", title: t`Médiane`, isNumber: true, render: (one) => orNone(one.waitP50Seconds) },
        { id: "count", title: t`Attentes (n)`, isNumber: true, render: (one) => format.count(one.waitCount) },
        ...(hasTarget
          ? [
              {
                id: "target",
                title: t`Objectif`,
                isNumber: true,
                render: (one: TrendPoint) => orNone(one.targetSeconds),
              },
            ]
          : []),
      ]}
    >
      <ResponsiveContainer width="100%" height={250} className="chart">
        <LineChart
          data={data}
          margin={{ top: 14, right: needsRoom ? 116 : 16, bottom: 0, left: 0 }}
          aria-label={t`Attente`}
        >
          {grid()}
          {timeAxis(points, format)}
          <YAxis axisLine={false} tickLine={false} width={40} allowDecimals={false} domain={[0, "auto"]} />
          {pointBox(format, (point) => (
            <dl>
              <dt>{t`9 sur 10`}</dt>
              <dd>{orNone(point.waitP90Seconds)}</dd>
              <dt>{t`Médiane`}</dt>
              <dd>{orNone(point.waitP50Seconds)}</dd>
              <dt>{t`Attentes`}</dt>
              <dd>n = {format.count(point.waitCount)}</dd>
            </dl>
          ))}
          <Line
            className="line-target"
            dataKey="target"
            type="stepAfter"
            dot={false}
            isAnimationActive={false}
            activeDot={false}
          />
          <Line
            className="line-p90"
            dataKey="p90"
            isAnimationActive={false}
            dot={dotAt(isolatedDots(data.map((one) => one.p90)), "line-p90")}
          />
          <Line
            className="line-p50"
            dataKey="p50"
            isAnimationActive={false}
            dot={dotAt(isolatedDots(data.map((one) => one.p50)), "line-p50")}
          />
          <EndLabels labels={labels} />
        </LineChart>
      </ResponsiveContainer>
    </ChartPanel>
  );
}

function WaitLegend({ hasTarget }: { readonly hasTarget: boolean }) {
  const { t } = useLingui();
  return (
    <ul className="chart-legend" aria-label={t`Légende`}>
      <li className="legend-p90">{t`9 sur 10`}</li>
      <li className="legend-p50">{t`médiane`}</li>
      {hasTarget ? <li className="legend-target">{t`objectif`}</li> : null}
    </ul>
  );
}

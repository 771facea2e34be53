import { Trans, useLingui } from "@lingui/react/macro";
import { Line, LineChart, ResponsiveContainer, YAxis } from "recharts";
import { grid, pointBox, timeAxis } from "./chart-frame.tsx";
import { dotAt, isolatedDots } from "./chart-marks.tsx";
import { ChartPanel } from "./chart-panel.tsx";
import { Definition } from "./definition.tsx";
import { levelInsight } from "./insight.ts";
import type { TrendPoint } from "./series.ts";
import type { TrendFormat } from "./trend-format.ts";
import type { TrendChartProps } from "./wait-chart.tsx";

/** Which share was served within the target, over time. */
export function LevelChart({ points, format, version }: TrendChartProps) {
  const { t } = useLingui();
  const data = points.map((point) => ({
    fromMs: point.fromMs,
    point,
    level: point.serviceLevel ?? undefined,
    target: point.targetShare ?? undefined,
  }));
  const isDay = points[0]?.date === null;
  const orNone = (share: number | null) => (share === null ? "–" : format.share(share));
  const ofCounted = (point: TrendPoint) => {
    const inTarget = format.count(point.inTarget);
    const counted = format.count(point.targetBase);
    return t`${inTarget} sur ${counted}`;
  };
  return (
    <ChartPanel
      title={t`Servis dans l’objectif`}
      detail={isDay ? t`par quart d’heure` : t`par jour`}
      definition={<Definition figure="service_level" version={version} />}
      points={points}
      format={format}
      sentence={<LevelSentence points={points} format={format} />}
      columns={[
        { id: "level", title: t`Part`, isNumber: true, render: (one) => orNone(one.serviceLevel) },
        { id: "counted", title: t`Dans l’objectif`, isNumber: true, render: ofCounted },
        { id: "target", title: t`Objectif`, isNumber: true, render: (one) => orNone(one.targetShare) },
      ]}
    >
      <ResponsiveContainer width="100%" height={180} className="chart">
        <LineChart
          data={data}
          margin={{ top: 14, right: 16, bottom: 0, left: 0 }}
          aria-label={t`Servis dans l’objectif`}
        >
          {grid()}
          {timeAxis(points, format)}
          <YAxis
            axisLine={false}
            tickLine={false}
            width={52}
            domain={[0, 1]}
            ticks={[0, 0.5, 1]}
            tickFormatter={(share: number) => format.share(share)}
          />
          {pointBox(format, (point) => (
            <dl>
              <dt>{t`Servis dans l’objectif`}</dt>
              <dd>{orNone(point.serviceLevel)}</dd>
              <dt>{t`Personnes`}</dt>
              <dd>{ofCounted(point)}</dd>
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
            className="line-level"
            dataKey="level"
            isAnimationActive={false}
            dot={dotAt(isolatedDots(data.map((one) => one.level)), "line-level")}
          />
        </LineChart>
      </ResponsiveContainer>
    </ChartPanel>
  );
}

function LevelSentence({
  points,
  format,
}: {
  readonly points: readonly TrendPoint[];
  readonly format: TrendFormat;
}) {
  const insight = levelInsight(points);
  if (insight === null) return <Trans>Personne ne compte encore pour l’objectif sur cette période.</Trans>;
  const when = format.point(insight.lowest);
  const share = format.share(insight.level);
  const inTarget = format.count(insight.lowest.inTarget);
  const counted = format.count(insight.lowest.targetBase);
  return (
    <Trans>
      Au plus bas : {when}, {share} ({inTarget} sur {counted}).
    </Trans>
  );
}

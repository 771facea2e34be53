import { Trans, useLingui } from "@lingui/react/macro";
import { Bar, BarChart, ResponsiveContainer, YAxis } from "recharts";
import { grid, pointBox, timeAxis } from "./chart-frame.tsx";
import { ChartPanel } from "./chart-panel.tsx";
import { Definition } from "./definition.tsx";
import { arrivalInsight } from "./insight.ts";
import type { TrendPoint } from "./series.ts";
import type { TrendFormat } from "./trend-format.ts";
import type { TrendChartProps } from "./wait-chart.tsx";

/** How many came, over time. */
export function ArrivalsChart({ points, format, version }: TrendChartProps) {
  const { t } = useLingui();
  const data = points.map((point) => ({ fromMs: point.fromMs, point, arrivals: point.arrivals }));
  const isDay = points[0]?.date === null;
  return (
    <ChartPanel
      title={t`Arrivées`}
      detail={isDay ? t`par quart d’heure` : t`par jour`}
      definition={<Definition figure="arrivals" version={version} />}
      points={points}
      format={format}
      sentence={<ArrivalSentence points={points} format={format} />}
      columns={[
        { id: "arrivals", title: t`Arrivées`, isNumber: true, render: (one) => format.count(one.arrivals) },
        {
          id: "transfers",
          title: t`Par transfert`,
          isNumber: true,
          render: (one) => format.count(one.transfersIn),
        },
        { id: "served", title: t`Servis`, isNumber: true, render: (one) => format.count(one.served) },
        { id: "abandoned", title: t`Abandons`, isNumber: true, render: (one) => format.count(one.abandoned) },
      ]}
    >
      <ResponsiveContainer width="100%" height={180} className="chart">
        <BarChart data={data} margin={{ top: 14, right: 16, bottom: 0, left: 0 }} aria-label={t`Arrivées`}>
          {grid()}
          {timeAxis(points, format)}
          <YAxis axisLine={false} tickLine={false} width={40} allowDecimals={false} tickCount={4} />
          {pointBox(format, (point) => (
            <dl>
              <dt>{t`Arrivées`}</dt>
              <dd>{format.count(point.arrivals)}</dd>
              <dt>{t`Servis`}</dt>
              <dd>{format.count(point.served)}</dd>
              <dt>{t`Abandons`}</dt>
              <dd>{format.count(point.abandoned)}</dd>
            </dl>
          ))}
          <Bar className="bar-arrivals" dataKey="arrivals" isAnimationActive={false} maxBarSize={18} />
        </BarChart>
      </ResponsiveContainer>
    </ChartPanel>
  );
}

function ArrivalSentence({
  points,
  format,
}: {
  readonly points: readonly TrendPoint[];
  readonly format: TrendFormat;
}) {
  const insight = arrivalInsight(points);
  if (insight === null) return <Trans>Personne n’est arrivé sur cette période.</Trans>;
  const when = format.point(insight.busiest);
  const most = format.count(insight.busiest.arrivals);
  const total = format.count(insight.total);
  return (
    <Trans>
      Le plus d’arrivées : {when} ({most} sur {total}).
    </Trans>
  );
}

import { useLingui } from "@lingui/react/macro";
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { ChartTable } from "../../shared/domain/chart.ts";
import { grid } from "./chart-frame.tsx";
import { secondsPer, type TrendFormat, waitUnit } from "./trend-format.ts";

export interface Bucket {
  readonly fromSeconds: number;
  /** Null for the last one, which is open. */
  readonly toSeconds: number | null;
  readonly count: number;
  readonly share: number | null;
  readonly comparedCount: number | null;
  readonly comparedShare: number | null;
}

/** The buckets of the table of a distribution. */
export function bucketsOf(table: ChartTable): Bucket[] {
  const at = (key: string) => table.columns.findIndex((column) => column.key === key);
  const indices = [
    "fromSeconds",
    "toSeconds",
    "waitCount",
    "waitShare",
    "waitCountCompared",
    "waitShareCompared",
  ].map(at);
  return table.rows.map((row) => {
    const [from, to, count, share, comparedCount, comparedShare] = indices.map((index) => {
      const value = row[index];
      return typeof value === "number" ? value : null;
    });
    return {
      fromSeconds: from ?? 0,
      toSeconds: to ?? null,
      count: count ?? 0,
      share: share ?? null,
      comparedCount: comparedCount ?? null,
      comparedShare: comparedShare ?? null,
    };
  });
}

/** How many waited how long; shares, so that periods of different size stand side by side. */
export function DistributionChart(props: {
  readonly label: string;
  readonly buckets: readonly Bucket[];
  readonly format: TrendFormat;
}) {
  const { t } = useLingui();
  const { label, buckets, format } = props;
  const unit = waitUnit(buckets.map((bucket) => bucket.fromSeconds));
  const hasCompared = buckets.some((bucket) => bucket.comparedShare !== null);
  const edge = (seconds: number) => format.mean(seconds / secondsPer[unit]);
  return (
    <ResponsiveContainer width="100%" height="100%" className="chart">
      <BarChart
        data={[...buckets]}
        margin={{ top: 14, right: 16, bottom: 0, left: 0 }}
        barCategoryGap="12%"
        aria-label={label}
      >
        {grid()}
        <XAxis
          dataKey="fromSeconds"
          tickFormatter={(seconds: number, index: number) => {
            const end = buckets[index]?.toSeconds ?? null;
            return end === null ? `> ${edge(seconds)}` : `${edge(seconds)}–${edge(end)}`;
          }}
          interval="equidistantPreserveStart"
          minTickGap={8}
          axisLine={false}
          tickLine={false}
          tickMargin={8}
          height={28}
        />
        <YAxis
          axisLine={false}
          tickLine={false}
          width={52}
          domain={[0, "auto"]}
          tickCount={5}
          tickFormatter={(share: number) => format.exact(share, "share")}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--sunken)" }}
          content={({ active, payload }) => {
            const bucket = payload[0]?.payload as Bucket | undefined;
            if (!active || bucket === undefined) return null;
            return (
              <div className="chart-box number">
                <strong>{bucketWords(bucket, format)}</strong>
                <dl>
                  <dt>{t`Attentes`}</dt>
                  <dd>{format.count(bucket.count)}</dd>
                  <dt>{t`Part`}</dt>
                  <dd>{bucket.share === null ? "–" : format.exact(bucket.share, "share")}</dd>
                  {bucket.comparedShare === null ? null : (
                    <>
                      <dt>{t`Période comparée`}</dt>
                      <dd>{format.exact(bucket.comparedShare, "share")}</dd>
                    </>
                  )}
                </dl>
              </div>
            );
          }}
        />
        {hasCompared ? (
          <Bar className="bar-compared" dataKey="comparedShare" isAnimationActive={false} />
        ) : null}
        <Bar className="bar-main" dataKey="share" isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}

/** A bucket in words: `≤ 2 min`, `2 min – 4 min`, `> 24 min`. */
export function bucketWords({ fromSeconds, toSeconds }: Bucket, format: TrendFormat): string {
  if (toSeconds === null) return `> ${format.wait(fromSeconds)}`;
  if (fromSeconds === 0) return `≤ ${format.wait(toSeconds)}`;
  return `${format.wait(fromSeconds)} – ${format.wait(toSeconds)}`;
}

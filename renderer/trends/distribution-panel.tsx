import { Trans, useLingui } from "@lingui/react/macro";
import type { ChartTable } from "../../shared/domain/chart.ts";
import { ChartPanel } from "./chart-panel.tsx";
import { chartTitles } from "./chart-words.ts";
import { Definition } from "./definition.tsx";
import { type Bucket, bucketsOf, bucketWords, DistributionChart } from "./distribution-chart.tsx";
import { NothingMeasured } from "./nothing-measured.tsx";
import { type TrendFormat, waitUnit } from "./trend-format.ts";

/** The spread of waits with all that belongs to it. */
export function DistributionPanel(props: { readonly table: ChartTable; readonly format: TrendFormat }) {
  const { t, i18n } = useLingui();
  const { table, format } = props;
  const buckets = bucketsOf(table);
  const title = i18n._(chartTitles["wait-distribution"]);
  const unit = {
    seconds: t`en secondes`,
    minutes: t`en minutes`,
    hours: t`en heures`,
  }[waitUnit(buckets.map((bucket) => bucket.fromSeconds))];
  const hasCompared = buckets.some((bucket) => bucket.comparedShare !== null);
  return (
    <ChartPanel
      isWide
      title={title}
      detail={t`part des attentes, ${unit}`}
      definition={<Definition figure="wait-distribution" version={table.definitionsVersion} />}
      legend={
        hasCompared ? (
          <ul className="chart-legend" aria-label={t`Légende`}>
            <li className="legend-bar">{t`période`}</li>
            <li className="legend-bar-compared">{t`période comparée`}</li>
          </ul>
        ) : null
      }
      table={table}
      scale={{ step: table.question.step, isOneDay: true }}
      format={format}
      {...(buckets.length === 0 ? {} : { sentence: <MostWaits buckets={buckets} format={format} /> })}
    >
      {buckets.length === 0 ? (
        <NothingMeasured kind="wait-distribution" />
      ) : (
        <div className="chart-tall">
          <DistributionChart label={title} buckets={buckets} format={format} />
        </div>
      )}
    </ChartPanel>
  );
}

function MostWaits({
  buckets,
  format,
}: {
  readonly buckets: readonly Bucket[];
  readonly format: TrendFormat;
}) {
  const total = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  const fullest = buckets.reduce((best, bucket) => (bucket.count > best.count ? bucket : best));
  if (total === 0) return <Trans>Aucune attente n’a été mesurée sur cette période.</Trans>;
  const words = bucketWords(fullest, format);
  const share = format.share(fullest.count / total);
  const n = format.count(total);
  return (
    <Trans>
      Le plus souvent : {words} ({share} des attentes, n = {n}).
    </Trans>
  );
}

import { useLingui } from "@lingui/react/macro";
import type { ChartKind } from "../../shared/domain/chart.ts";
import type { InterventionMark } from "../../shared/domain/intervention.ts";
import { BackupEffects } from "./backup-effects.tsx";
import { ChartSkeleton } from "./chart-skeleton.tsx";
import { DistributionPanel } from "./distribution-panel.tsx";
import { HeatPanel } from "./heat-panel.tsx";
import { SeriesPanel } from "./series-panel.tsx";
import type { TrendFormat } from "./trend-format.ts";
import { useInterventions, useViewChart } from "./use-chart.ts";
import type { Trends } from "./use-trends.ts";

export interface DetailProps extends Trends {
  readonly chart: ChartKind;
  readonly format: TrendFormat;
}

const noMarks: readonly InterventionMark[] = [];

/** One chart alone, as large as the screen allows, with what was done meanwhile. */
export function Detail(props: DetailProps) {
  const { t } = useLingui();
  const { chart, view, setView, adjustView, format } = props;
  const { data: table, error, refetch } = useViewChart(props, chart);
  const interventions = useInterventions(props);
  if (table === undefined) return <ChartSkeleton error={error} retry={refetch} isWide />;
  if (chart === "heat-map") {
    return (
      <HeatPanel
        table={table}
        measure={view.heat}
        format={format}
        onMeasure={(heat) => setView({ ...view, heat })}
      />
    );
  }
  if (chart === "wait-distribution") {
    return <DistributionPanel table={table} format={format} />;
  }
  return (
    <>
      <SeriesPanel
        isWide
        kind={chart}
        table={table}
        format={format}
        marks={interventions?.marks ?? noMarks}
        zoom={{ value: view.zoom, onChange: (zoom) => adjustView({ ...view, zoom }) }}
      />
      {chart === "waits" && interventions !== undefined ? (
        <BackupEffects list={interventions} format={format} />
      ) : null}
      <span className="visually-hidden" aria-live="polite">
        {view.zoom === null ? "" : t`Une partie de la période est montrée.`}
      </span>
    </>
  );
}

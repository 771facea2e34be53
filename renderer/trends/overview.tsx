import type { ChartKind } from "../../shared/domain/chart.ts";
import type { InterventionMark } from "../../shared/domain/intervention.ts";
import { ChartSkeleton } from "./chart-skeleton.tsx";
import { HeatPanel } from "./heat-panel.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { SeriesPanel } from "./series-panel.tsx";
import type { TrendFormat } from "./trend-format.ts";
import { useInterventions, type useTotals, useViewChart } from "./use-chart.ts";
import type { Trends } from "./use-trends.ts";

export interface OverviewProps extends Trends {
  readonly format: TrendFormat;
  readonly totals: ReturnType<typeof useTotals>;
}

const noMarks: readonly InterventionMark[] = [];

/** The period at a glance: how long people waited, who came, when, and five figures. */
export function Overview(props: OverviewProps) {
  const { view, setView, format, totals } = props;
  const waits = useViewChart(props, "waits");
  const arrivals = useViewChart(props, "arrivals");
  const heat = useViewChart(props, "heat-map");
  const interventions = useInterventions(props);
  const open = (chart: ChartKind) => setView({ ...view, chart });
  return (
    <>
      {waits.data === undefined ? (
        <ChartSkeleton error={waits.error} retry={waits.refetch} isWide />
      ) : (
        <SeriesPanel
          isWide
          kind="waits"
          table={waits.data}
          format={format}
          marks={interventions?.marks ?? noMarks}
          height={236}
          onOpen={() => open("waits")}
        />
      )}
      {arrivals.data === undefined ? (
        <ChartSkeleton error={arrivals.error} retry={arrivals.refetch} />
      ) : (
        <SeriesPanel
          kind="arrivals"
          table={arrivals.data}
          format={format}
          marks={noMarks}
          height={176}
          onOpen={() => open("arrivals")}
        />
      )}
      {heat.data === undefined ? (
        <ChartSkeleton error={heat.error} retry={heat.refetch} />
      ) : (
        <HeatPanel
          table={heat.data}
          measure="waitP50Seconds"
          format={format}
          onOpen={() => open("heat-map")}
        />
      )}
      <KeyFigures view={view} isReady={props.isReady} totals={totals} format={format} onOpen={open} />
    </>
  );
}

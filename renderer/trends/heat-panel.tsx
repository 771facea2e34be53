import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ChartTable } from "../../shared/domain/chart.ts";
import { daysBetween } from "../../shared/domain/chart-points.ts";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { isEmptyTable } from "./chart-data.ts";
import { ChartPanel } from "./chart-panel.tsx";
import { Definition } from "./definition.tsx";
import { HeatMap, heatScale, heatUnit } from "./heat-map.tsx";
import { NothingMeasured } from "./nothing-measured.tsx";
import type { TrendFormat } from "./trend-format.ts";
import { type HeatMeasure, heatMeasures } from "./trend-view.ts";

export interface HeatPanelProps {
  readonly table: ChartTable;
  readonly measure: HeatMeasure;
  readonly format: TrendFormat;
  readonly onOpen?: () => void;
  /** Where the chart is looked at alone: another measure can be chosen. */
  readonly onMeasure?: (measure: HeatMeasure) => void;
}

/** The hours of the week with all that belongs to them. */
export function HeatPanel({ table, measure, format, onOpen, onMeasure }: HeatPanelProps) {
  const { t } = useLingui();
  const words: Record<HeatMeasure, string> = {
    waitP50Seconds: t`Attente médiane`,
    waitP90Seconds: t`Attente, 9 sur 10`,
    arrivals: t`Arrivées`,
    serviceLevel: t`Servis dans l’objectif`,
  };
  const units = {
    seconds: t`en secondes`,
    minutes: t`en minutes`,
    hours: t`en heures`,
  };
  const unit =
    measure === "arrivals"
      ? t`en nombre`
      : measure === "serviceLevel"
        ? t`en %`
        : units[heatUnit(table, measure)];
  const { firstDate, lastDate } = table.question;
  const range = format.range({ firstDate, lastDate }, "custom");
  const weeks = Math.round((daysBetween(firstDate, lastDate) + 1) / 7);
  const weekWords = plural(weeks, { one: "# semaine", other: "# semaines" });
  const title = words[measure];
  const isEmpty = isEmptyTable(table, ["arrivals", "waitCount"]);
  return (
    <ChartPanel
      title={title}
      detail={onOpen === undefined ? t`heure × jour, ${unit}, ${range}` : t`${weekWords}, ${unit}`}
      definition={<Definition figure="heat-map" version={table.definitionsVersion} />}
      tools={
        onMeasure === undefined ? null : (
          <SegmentedControl
            label={t`Chiffre montré`}
            options={heatMeasures.map((id) => ({ id, label: words[id] }))}
            value={measure}
            onChange={onMeasure}
          />
        )
      }
      table={table}
      scale={heatScale}
      format={format}
      isWide={onOpen === undefined}
      {...(isEmpty ? {} : { sentence: <MostOfWeek table={table} measure={measure} format={format} /> })}
      {...(onOpen === undefined ? {} : { onOpen })}
    >
      {isEmpty ? (
        <NothingMeasured kind="heat-map" />
      ) : (
        <div className={onOpen === undefined ? "heat-large" : "heat-small"}>
          <HeatMap label={title} table={table} measure={measure} format={format} />
        </div>
      )}
    </ChartPanel>
  );
}

/** The hour of the week that stands out. */
function MostOfWeek({ table, measure, format }: Pick<HeatPanelProps, "table" | "measure" | "format">) {
  const at = (key: string) => table.columns.findIndex((column) => column.key === key);
  const [weekdayAt, hourAt, valueAt] = [at("weekday"), at("hour"), at(measure)];
  const isLow = measure === "serviceLevel";
  const known = table.rows.filter((row) => typeof row[valueAt] === "number");
  const [first, ...others] = known;
  if (first === undefined) return null;
  const most = others.reduce((best, row) => {
    const [value, record] = [Number(row[valueAt]), Number(best[valueAt])];
    return (isLow ? value < record : value > record) ? row : best;
  }, first);
  const when = `${format.weekday(Number(most[weekdayAt]), "long")} ${format.hour(Number(most[hourAt]))}`;
  const figure = Number(most[valueAt]);
  const value =
    measure === "arrivals" ? format.count(figure) : isLow ? format.share(figure) : format.wait(figure);
  return isLow ? (
    <Trans>
      Au plus bas : {when}, {value}.
    </Trans>
  ) : (
    <Trans>
      Au plus haut : {when}, {value}.
    </Trans>
  );
}

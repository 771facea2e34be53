import { useLingui } from "@lingui/react/macro";
import type { ChartTable } from "../../shared/domain/chart.ts";
import type { InterventionMark } from "../../shared/domain/intervention.ts";
import { isEmptyTable, rowsOf } from "./chart-data.ts";
import { ChartLegend, LaneLegend } from "./chart-legend.tsx";
import { ChartPanel } from "./chart-panel.tsx";
import { ChartSentence } from "./chart-sentence.tsx";
import { type ChartShape, chartShapes, type SeriesKind } from "./chart-shape.ts";
import { chartTitles, stepWords } from "./chart-words.ts";
import { Definition } from "./definition.tsx";
import { lanes } from "./intervention-lanes.tsx";
import { NothingMeasured } from "./nothing-measured.tsx";
import { TimeChart, unitOfWaits } from "./time-chart.tsx";
import type { TrendFormat } from "./trend-format.ts";
import type { Zoom } from "./trend-view.ts";
import { ZoomBrush } from "./zoom-brush.tsx";

export interface SeriesPanelProps {
  readonly kind: SeriesKind;
  readonly table: ChartTable;
  readonly format: TrendFormat;
  readonly marks: readonly InterventionMark[];
  /** In pixels; left out where the chart is looked at alone and takes what room there is. */
  readonly height?: number;
  readonly isWide?: boolean;
  readonly onOpen?: () => void;
  /** Where the chart is looked at alone: the stretch shown, and how to choose another. */
  readonly zoom?: { readonly value: Zoom | null; readonly onChange: (zoom: Zoom | null) => void };
}

/** So few points need no closer look. */
const leastZoomed = 24;

/** A chart over time with all that belongs to it. */
export function SeriesPanel(props: SeriesPanelProps) {
  const { i18n } = useLingui();
  const { kind, table, format, marks, height, zoom } = props;
  const shape = chartShapes[kind];
  const rows = rowsOf(table);
  const scale = { step: table.question.step, isOneDay: table.question.firstDate === table.question.lastDate };
  const shown =
    zoom?.value == null
      ? rows
      : rows.filter(({ fromMs }) => fromMs >= (zoom.value?.fromMs ?? 0) && fromMs <= (zoom.value?.toMs ?? 0));
  const drawn = shown.length < 2 ? rows : shown;
  // At a glance, what changes the queues; alerts and coaching are many, and shown where there is room.
  const shownLanes = height === undefined ? lanes : lanes.slice(0, 2);
  const title = i18n._(chartTitles[kind]);
  const isEmpty = isEmptyTable(
    table,
    shape.lines.map((line) => line.key),
  );
  return (
    <ChartPanel
      title={title}
      detail={useDetail(shape, table)}
      definition={<Definition figure={kind} version={table.definitionsVersion} />}
      legend={isEmpty ? null : <ChartLegend shape={shape} rows={drawn} />}
      table={table}
      scale={scale}
      format={format}
      {...(isEmpty
        ? {}
        : { sentence: <ChartSentence kind={kind} rows={drawn} scale={scale} format={format} /> })}
      {...(props.isWide === undefined ? {} : { isWide: props.isWide })}
      {...(props.onOpen === undefined ? {} : { onOpen: props.onOpen })}
    >
      {isEmpty ? (
        <NothingMeasured kind={kind} />
      ) : (
        <>
          <div className={height === undefined ? "chart-tall" : undefined}>
            <TimeChart
              label={title}
              shape={shape}
              rows={drawn}
              scale={scale}
              format={format}
              marks={marks}
              lanes={shownLanes}
              height={height ?? "100%"}
            />
          </div>
          {zoom === undefined || rows.length < leastZoomed ? null : (
            <ZoomBrush
              rows={rows}
              column={shape.lines[0].key}
              value={zoom.value}
              onChange={zoom.onChange}
              textOf={(fromMs) => format.point(fromMs, scale)}
            />
          )}
          <LaneLegend
            marks={marks}
            lanes={shownLanes}
            isWholeHouse={table.question.siteId === null && table.question.serviceId === null}
          />
        </>
      )}
    </ChartPanel>
  );
}

/** The step and the unit: `by quarter hour, in minutes`. */
function useDetail(shape: ChartShape, table: ChartTable): string {
  const { t, i18n } = useLingui();
  const step = i18n._(stepWords[table.question.step]);
  if (shape.axis !== "wait") return step;
  const unit = {
    seconds: t`en secondes`,
    minutes: t`en minutes`,
    hours: t`en heures`,
  }[unitOfWaits(shape, rowsOf(table))];
  return `${step}, ${unit}`;
}

import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { Panel } from "../ui/panel.tsx";
import { Table, type TableColumn } from "../ui/table.tsx";
import type { TrendPoint } from "./series.ts";
import type { TrendFormat } from "./trend-format.ts";

export interface ChartPanelProps {
  readonly title: string;
  readonly detail: string;
  readonly definition: ReactNode;
  readonly legend?: ReactNode;
  readonly points: readonly TrendPoint[];
  readonly format: TrendFormat;
  /** The figures of a point; the column that says when comes before them. */
  readonly columns: readonly TableColumn<TrendPoint>[];
  /** What the chart shows, in words. */
  readonly sentence: ReactNode;
  readonly isWide?: boolean;
  /** The chart. */
  readonly children: ReactNode;
}

/** A chart, the sentence that says what it shows, and the same figures as a table. */
export function ChartPanel(props: ChartPanelProps) {
  const { t } = useLingui();
  const [asTable, setAsTable] = useState(false);
  const when: TableColumn<TrendPoint> = {
    id: "when",
    title: t`Quand`,
    render: (point) => <span className="number">{props.format.point(point)}</span>,
  };
  return (
    <Panel
      title={props.title}
      detail={props.detail}
      className={props.isWide === true ? "chart-panel chart-panel-wide" : "chart-panel"}
      actions={
        <>
          {asTable ? null : props.legend}
          {props.definition}
          <ToggleButton
            className="chart-toggle"
            isSelected={asTable}
            onChange={setAsTable}
            aria-label={t`Tableau : ${props.title}`}
          >
            {t`Tableau`}
          </ToggleButton>
        </>
      }
    >
      {asTable ? (
        <div className="chart-table">
          <Table
            label={props.title}
            columns={[when, ...props.columns]}
            rows={props.points}
            keyOf={(point) => String(point.fromMs)}
          />
        </div>
      ) : (
        props.children
      )}
      <p className="chart-sentence">{props.sentence}</p>
    </Panel>
  );
}

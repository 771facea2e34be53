import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { ToggleButton } from "react-aria-components";
import type { ChartTable } from "../../shared/domain/chart.ts";
import { Button } from "../ui/button.tsx";
import { Panel } from "../ui/panel.tsx";
import { ChartFigures } from "./chart-figures.tsx";
import type { PointScale, TrendFormat } from "./trend-format.ts";

export interface ChartPanelProps {
  readonly title: string;
  readonly detail: string;
  readonly definition: ReactNode;
  readonly table: ChartTable;
  readonly scale: PointScale;
  readonly format: TrendFormat;
  /** What the chart shows, in words. */
  readonly sentence?: ReactNode;
  readonly isWide?: boolean;
  /** Goes to the chart alone; left out where it is. */
  readonly onOpen?: () => void;
  /** Beside the name where the panel is wide, else above the chart. */
  readonly legend?: ReactNode;
  /** More about the chart, between the name and the switch to its figures. */
  readonly tools?: ReactNode;
  /** The chart. */
  readonly children: ReactNode;
}

/** A chart, the sentence that says what it shows, and the same figures as a table. */
export function ChartPanel(props: ChartPanelProps) {
  const { t } = useLingui();
  const { title, onOpen, isWide = false } = props;
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      title={title}
      detail={props.detail}
      className={isWide ? "chart-panel chart-panel-wide" : "chart-panel"}
      actions={
        <>
          {asTable || !isWide ? null : props.legend}
          {props.tools}
          {props.definition}
          <ToggleButton
            className="chart-toggle"
            isSelected={asTable}
            onChange={setAsTable}
            aria-label={t`Tableau : ${title}`}
          >
            {t`Tableau`}
          </ToggleButton>
          {onOpen === undefined ? null : (
            <Button variant="quiet" aria-label={t`Agrandir : ${title}`} onPress={onOpen}>
              {t`Agrandir`}
            </Button>
          )}
        </>
      }
    >
      {asTable ? (
        <ChartFigures title={title} table={props.table} scale={props.scale} format={props.format} />
      ) : (
        <>
          {isWide ? null : props.legend}
          {props.children}
        </>
      )}
      {props.sentence === undefined ? null : <p className="chart-sentence">{props.sentence}</p>}
    </Panel>
  );
}

import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { grid } from "../../trends/chart-frame.tsx";
import { Panel } from "../../ui/panel.tsx";
import "../../trends/chart.css";
import "./bars.css";

export interface BarPoint {
  readonly key: string;
  /** On the axis. */
  readonly label: string;
  /** Null: hidden or not known; the bar is left out. */
  readonly value: number | null;
  /** The value in words. */
  readonly text: string;
}

export interface BarsProps {
  /** Read aloud; the chart's name. */
  readonly label: string;
  readonly points: readonly BarPoint[];
  /** Highest value of the axis; the highest bar where it is left out. */
  readonly max?: number;
  readonly height: number;
}

/** Few bars, each with its value on top. */
export function Bars({ label, points, max, height }: BarsProps) {
  return (
    <ResponsiveContainer width="100%" height={height} className="chart bars">
      <BarChart
        data={points.map((point) => ({ ...point, text: point.value === null ? "" : point.text }))}
        margin={{ top: 22, right: 14, bottom: 0, left: 14 }}
        barCategoryGap="22%"
        aria-label={label}
      >
        {grid()}
        <XAxis
          dataKey="label"
          axisLine={false}
          tickLine={false}
          tickMargin={6}
          height={28}
          interval="equidistantPreserveStart"
        />
        <YAxis hide domain={[0, max ?? "dataMax"]} />
        <Bar className="bar-main" dataKey="value" isAnimationActive={false} maxBarSize={46} minPointSize={2}>
          <LabelList dataKey="text" position="top" className="bars-label" />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}

export interface BarsPanelProps extends BarsProps {
  readonly title: string;
  readonly detail?: ReactNode;
  /** The same figures as a table. */
  readonly table: ReactNode;
  /** What the figure means. */
  readonly definition: ReactNode;
  /** In the place of the chart where there is nothing to draw. */
  readonly empty: ReactNode;
}

/** A chart of few bars, what it means, and the same figures as a table. */
export function BarsPanel({ title, detail, table, definition, empty, ...bars }: BarsPanelProps) {
  const { t } = useLingui();
  const [asTable, setAsTable] = useState(false);
  const hasValues = bars.points.some(({ value }) => value !== null);
  return (
    <Panel
      title={title}
      {...(detail === undefined ? {} : { detail })}
      className="chart-panel"
      actions={
        <ToggleButton
          className="chart-toggle"
          isSelected={asTable}
          onChange={setAsTable}
          aria-label={t`Tableau : ${title}`}
        >
          {t`Tableau`}
        </ToggleButton>
      }
    >
      {asTable ? <div className="chart-table">{table}</div> : hasValues ? <Bars {...bars} /> : empty}
      <p className="chart-sentence">{definition}</p>
    </Panel>
  );
}

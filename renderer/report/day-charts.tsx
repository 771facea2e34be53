import { useLingui } from "@lingui/react/macro";
import { Bar, CartesianGrid, ComposedChart, Line, LineChart, XAxis, YAxis } from "recharts";
import type { Report } from "../../shared/domain/report.ts";
import { useReportFormat } from "./report-format.ts";
import { datesOf, valuesOf } from "./table-values.ts";
import { waitScale } from "./wait-scale.ts";
import "./report-chart.css";

/** Half of what a sheet holds between its margins, in pixels; fixed, so that paper and screen agree. */
const size = { width: 324, height: 160 } as const;
const margin = { top: 8, right: 14, bottom: 0, left: 0 } as const;

/** Waits day by day: nine in ten, and the median. */
export function WaitsChart({ report }: { readonly report: Report }) {
  const { t } = useLingui();
  const p90 = valuesOf(report.waits, "waitP90Seconds");
  const p50 = valuesOf(report.waits, "waitP50Seconds");
  const scale = waitScale(Math.max(0, ...p90.map((seconds) => seconds ?? 0)));
  const days = useDays(report);
  const value = (seconds: number | null | undefined) => (seconds == null ? undefined : seconds / scale.per);
  const data = days.map((day, index) => ({ day, p90: value(p90[index]), p50: value(p50[index]) }));
  const unit = { seconds: t`en secondes`, minutes: t`en minutes`, hours: t`en heures` }[scale.unit];
  return (
    <figure className="report-chart">
      <figcaption>
        {t`Attente par jour`} <small>{unit}</small>
        <span className="report-legend">
          <i className="mark-p90" /> {t`9 sur 10`} <i className="mark-p50" /> {t`médiane`}
        </span>
      </figcaption>
      <LineChart {...size} data={data} margin={margin} accessibilityLayer={false} aria-hidden="true">
        {axes(days)}
        <Line className="report-p90" dataKey="p90" dot={{ r: 1.6 }} isAnimationActive={false} />
        <Line className="report-p50" dataKey="p50" dot={{ r: 1.6 }} isAnimationActive={false} />
      </LineChart>
    </figure>
  );
}

/** Arrivals day by day, over those of the period before. */
export function ArrivalsChart({ report }: { readonly report: Report }) {
  const { t } = useLingui();
  const own = valuesOf(report.arrivals, "arrivals");
  const past = valuesOf(report.arrivals, "arrivalsCompared");
  const isComparable = report.comparison.kind === "whole" || report.comparison.kind === "first_days";
  const days = useDays(report);
  const data = days.map((day, index) => ({
    day,
    arrivals: own[index] ?? undefined,
    before: isComparable ? (past[index] ?? undefined) : undefined,
  }));
  const before = report.period === "month" ? t`mois d’avant` : t`semaine d’avant`;
  return (
    <figure className="report-chart">
      <figcaption>
        {t`Arrivées par jour`}
        <span className="report-legend">
          <i className="mark-bar" /> {t`arrivées`}{" "}
          {isComparable ? (
            <>
              <i className="mark-before" /> {before}
            </>
          ) : null}
        </span>
      </figcaption>
      <ComposedChart {...size} data={data} margin={margin} accessibilityLayer={false} aria-hidden="true">
        {axes(days)}
        <Bar className="report-bar" dataKey="arrivals" isAnimationActive={false} />
        <Line
          className="report-before-line"
          dataKey="before"
          stroke="none"
          isAnimationActive={false}
          dot={(props: DashProps) => <Dash key={props.index} {...props} count={days.length} />}
        />
      </ComposedChart>
    </figure>
  );
}

interface DashProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly index?: number;
  readonly value?: unknown;
}

/** A short stroke where the period before was. */
function Dash({ cx, cy, value, count }: DashProps & { readonly count: number }) {
  if (cx === undefined || cy === undefined || value == null) return null;
  const half = Math.min(12, 110 / count);
  return <line className="report-dash" x1={cx - half} x2={cx + half} y1={cy} y2={cy} />;
}

function useDays(report: Report): string[] {
  const format = useReportFormat();
  const dates = datesOf(report.waits);
  return dates.map((date) => (report.period === "month" ? String(Number(date.slice(-2))) : format.day(date)));
}

/** To be called (not rendered) inside a chart, whose direct children Recharts looks at. */
function axes(days: readonly string[]) {
  return (
    <>
      <CartesianGrid vertical={false} />
      <XAxis
        dataKey="day"
        axisLine={false}
        tickLine={false}
        interval={days.length > 10 ? 4 : 0}
        height={22}
        tickMargin={6}
      />
      <YAxis axisLine={false} tickLine={false} width={34} allowDecimals={false} domain={[0, "auto"]} />
    </>
  );
}

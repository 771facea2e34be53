import { useLingui } from "@lingui/react/macro";
import type { ChartTable } from "../../shared/domain/chart.ts";
import { type PointScale, secondsPer, type TrendFormat, type WaitUnit, waitUnit } from "./trend-format.ts";
import type { HeatMeasure } from "./trend-view.ts";
import "./heat-map.css";

export interface HeatMapProps {
  readonly label: string;
  readonly table: ChartTable;
  readonly measure: HeatMeasure;
  readonly format: TrendFormat;
}

/** Points of the hours of the week are hours. */
export const heatScale: PointScale = { step: "hour", isOneDay: true };

/** Shades that can be told apart, from nothing to much. */
const shades = 5;

/** The hours of the week as a table whose cells are the darker the more they hold; the figure is in the cell. */
export function HeatMap({ label, table, measure, format }: HeatMapProps) {
  const { t } = useLingui();
  const index = (key: string) => table.columns.findIndex((column) => column.key === key);
  const [weekdayAt, hourAt, valueAt] = [index("weekday"), index("hour"), index(measure)];
  const cells = new Map(
    table.rows.map((row) => [`${row[weekdayAt]} ${row[hourAt]}`, numberOrNull(row[valueAt])] as const),
  );
  const weekdays = [...new Set(table.rows.map((row) => Number(row[weekdayAt])))];
  const hours = [...new Set(table.rows.map((row) => Number(row[hourAt])))];
  const most = Math.max(0, ...[...cells.values()].map((value) => value ?? 0));
  const unit = heatUnit(table, measure);
  return (
    <table className="heat-map number" aria-label={label}>
      <thead>
        <tr>
          <td aria-hidden="true">h</td>
          {hours.map((hour) => (
            <th key={hour} scope="col">
              <span aria-hidden="true">{hour}</span>
              <span className="visually-hidden">{format.hour(hour)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((weekday) => (
          <tr key={weekday}>
            <th scope="row">
              <abbr title={format.weekday(weekday, "long")}>{format.weekday(weekday, "short")}</abbr>
            </th>
            {hours.map((hour) => {
              const value = cells.get(`${weekday} ${hour}`) ?? null;
              return value === null || (measure === "arrivals" && value === 0) ? (
                <td key={hour} className="heat-none">
                  <span aria-hidden="true">·</span>
                  <span className="visually-hidden">{t`rien`}</span>
                </td>
              ) : (
                <td key={hour} className={`heat-${shadeOf(value, most, measure)}`}>
                  {cellText(value, measure, unit, format)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The unit of the waits in the cells. */
export function heatUnit(table: ChartTable, measure: HeatMeasure): WaitUnit {
  const at = table.columns.findIndex((column) => column.key === measure);
  return waitUnit(table.rows.map((row) => numberOrNull(row[at])));
}

/** The darkest shade is what needs a person most: long waits, many people, a low service level. */
function shadeOf(value: number, most: number, measure: HeatMeasure): number {
  const share = measure === "serviceLevel" ? 1 - value : most === 0 ? 0 : value / most;
  return Math.min(shades - 1, Math.floor(share * shades));
}

function cellText(value: number, measure: HeatMeasure, unit: WaitUnit, format: TrendFormat): string {
  if (measure === "serviceLevel") return format.count(value * 100);
  if (measure === "arrivals") return format.count(value);
  return unit === "hours" ? format.mean(value / secondsPer.hours) : format.count(value / secondsPer[unit]);
}

function numberOrNull(value: ChartTable["rows"][number][number] | undefined): number | null {
  return typeof value === "number" ? value : null;
}

import { useLingui } from "@lingui/react/macro";
import type { Report } from "../../shared/domain/report.ts";
import { useFormat } from "../ui/format.ts";
import { useReportFormat } from "./report-format.ts";
import { valuesOf } from "./table-values.ts";
import { waitScale } from "./wait-scale.ts";

/** The deepest shade on which dark figures are read, and the lightest on which white ones are. */
const mostInkDepth = 0.6;
const leastWhiteDepth = 0.8;

/** Shades between the two, on which no figure is read well, are left out. */
function shadeOf(depth: number): number {
  if (depth <= mostInkDepth) return depth;
  return leastWhiteDepth + ((depth - mostInkDepth) / (1 - mostInkDepth)) * (1 - leastWhiteDepth);
}

/** The median wait by hour and weekday: the deeper a cell, the longer the wait. */
export function HourMap({ report }: { readonly report: Report }) {
  const { t } = useLingui();
  const format = useFormat();
  const { weekday: nameOf } = useReportFormat();
  const table = report.heatMap;
  const weekdays = valuesOf(table, "weekday");
  const hours = valuesOf(table, "hour");
  const waits = valuesOf(table, "waitP50Seconds");
  const greatest = Math.max(0, ...waits.map((wait) => wait ?? 0));
  const { unit, per } = waitScale(greatest);
  if (waits.every((wait) => wait === null)) return null;
  const columns = [...new Set(hours)].filter((hour) => hour !== null);
  const rows = [...new Set(weekdays)].filter((day) => day !== null);
  const waitAt = (day: number, hour: number) =>
    waits[weekdays.findIndex((one, index) => one === day && hours[index] === hour)] ?? null;
  const unitWord = { seconds: t`en secondes`, minutes: t`en minutes`, hours: t`en heures` }[unit];
  return (
    <figure className="report-chart">
      <figcaption>
        {t`Attente médiane par heure`} <small>{unitWord}</small>
      </figcaption>
      <table className="report-hours number" aria-label={t`Attente médiane par heure`}>
        <thead>
          <tr>
            <td aria-hidden="true">h</td>
            {columns.map((hour) => (
              <th key={hour} scope="col">
                <span aria-hidden="true">{hour}</span>
                <span className="visually-hidden">{t`${hour} h`}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((day) => (
            <tr key={day}>
              <th scope="row">{nameOf(day)}</th>
              {columns.map((hour) => {
                const wait = waitAt(day, hour);
                const depth = wait === null || greatest === 0 ? 0 : wait / greatest;
                return (
                  <td
                    key={hour}
                    className={wait === null ? "hour-none" : depth > mostInkDepth ? "hour-deep" : undefined}
                    style={{ "--depth": `${Math.round(shadeOf(depth) * 100)}%` } as React.CSSProperties}
                  >
                    {wait === null ? "" : format.number(Math.round(wait / per))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ChartTable } from "../../shared/domain/chart.ts";
import { comparedSuffix } from "../../shared/domain/chart-series.ts";
import { Button } from "../ui/button.tsx";
import { Table, type TableColumn } from "../ui/table.tsx";
import { splitKey } from "./chart-data.ts";
import { useColumnTitle } from "./chart-words.ts";
import type { PointScale, TrendFormat } from "./trend-format.ts";

export interface ChartFiguresProps {
  readonly title: string;
  readonly table: ChartTable;
  readonly scale: PointScale;
  readonly format: TrendFormat;
}

type Row = ChartTable["rows"][number];

/** What scrolls can be scrolled with the keyboard. */
const scrollable = { tabIndex: 0 };

/** So many rows are laid out at once. */
const rowsPerPage = 200;

/** The figures behind a chart, exactly as every export holds them. */
export function ChartFigures({ title, table, scale, format }: ChartFiguresProps) {
  const { t } = useLingui();
  const titleOf = useColumnTitle();
  const [shown, setShown] = useState(rowsPerPage);
  const columns = table.columns.map(
    ({ key, unit }, index): TableColumn<Row> => ({
      id: key,
      title: titleOf(key),
      isNumber: unit !== "label" && unit !== "instant",
      render: (row) => cellText(row[index] ?? null, key, unit),
    }),
  );

  function cellText(value: Row[number], key: string, unit: ChartTable["columns"][number]["unit"]): string {
    const { name, suffix } = splitKey(key);
    if (value === null) return name === "toSeconds" ? "∞" : "–";
    if (typeof value === "string") return value;
    if (name === "weekday") return format.weekday(value, "long");
    if (name === "hour") return format.hour(value);
    if (unit !== "instant") return format.exact(value, unit);
    return format.point(value, suffix === comparedSuffix ? { ...scale, isOneDay: false } : scale);
  }

  const rest = table.rows.length - shown;
  const next = Math.min(rest, rowsPerPage);
  return (
    <section {...scrollable} className="chart-table" aria-label={title}>
      <Table
        label={title}
        columns={columns}
        rows={table.rows.slice(0, shown)}
        keyOf={(row) => row.slice(0, 2).join(" ")}
      />
      {rest <= 0 ? null : (
        <Button variant="quiet" onPress={() => setShown(shown + rowsPerPage)}>
          {t`Montrer ${next} lignes de plus (${rest} restent)`}
        </Button>
      )}
    </section>
  );
}

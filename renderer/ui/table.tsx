import { type ReactNode, useEffect, useRef } from "react";
import "./scroll-area.css";
import "./table.css";

export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** Figures are aligned to the right, with figures of equal width. */
  readonly isNumber?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface TableProps<Row> {
  /** What the table shows; read aloud. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The key of the row that somebody came for; it is marked and scrolled to. */
  readonly currentKey?: string | null;
}

/** A plain table to read; its first column names the row. */
export function Table<Row>({ label, columns, rows, keyOf, currentKey = null }: TableProps<Row>) {
  const current = useRef<HTMLTableRowElement>(null);
  const isFound = currentKey !== null && rows.some((row) => keyOf(row) === currentKey);
  useEffect(() => {
    if (isFound) current.current?.scrollIntoView({ block: "center" });
  }, [isFound]);
  return (
    <table className="table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={column.isNumber === true ? "cell-number" : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            ref={keyOf(row) === currentKey ? current : null}
            aria-current={keyOf(row) === currentKey ? true : undefined}
          >
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.id} scope="row">
                  {column.render(row)}
                </th>
              ) : (
                <td key={column.id} className={column.isNumber === true ? "cell-number" : undefined}>
                  {column.render(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

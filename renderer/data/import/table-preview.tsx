import { useLingui } from "@lingui/react/macro";
import type { ColumnFacts } from "../../../shared/domain/import-column.ts";
import { Tag } from "../../ui/tag.tsx";
import "./preview.css";

/** So many of the first rows are enough to recognise the file. */
const shownRows = 5;

/** What scrolls sideways must be reachable for those who scroll by keyboard. */
const reachable = { tabIndex: 0 };

export interface TablePreviewProps {
  readonly facts: readonly ColumnFacts[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that the mapping reads. */
  readonly used: ReadonlySet<string>;
}

/** The first rows of the file as they are, with what is taken of them and what never is. */
export function TablePreview({ facts, rows, used }: TablePreviewProps) {
  const { t } = useLingui();
  return (
    <section className="table-preview" aria-label={t`Premières lignes du fichier`} {...reachable}>
      <table className="table">
        <thead>
          <tr>
            {facts.map(({ name, isPersonal }, index) => (
              <th key={`${index + 1} ${name}`} scope="col">
                <span className="table-preview-name">{name}</span>
                {isPersonal ? (
                  <Tag>{t`jamais reprise`}</Tag>
                ) : used.has(name) ? (
                  <Tag tone="accent">{t`reprise`}</Tag>
                ) : (
                  <Tag>{t`laissée`}</Tag>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownRows).map((row, place) => (
            <tr key={`row-${place + 1}`}>
              {facts.map(({ name, isPersonal }, index) => (
                <td key={`${index + 1} ${name}`} translate="no">
                  {isPersonal ? <span className="table-preview-hidden">{t`masqué`}</span> : row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

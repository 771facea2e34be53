import { useLingui } from "@lingui/react/macro";
import type { ColumnFacts } from "../../../shared/domain/import-column.ts";
import { Select } from "../../ui/select.tsx";

const noColumn = "none";
const prefix = "column:";

export interface ColumnSelectProps {
  readonly label: string;
  readonly facts: readonly ColumnFacts[];
  readonly value: string | null;
  readonly onChange: (name: string | null) => void;
  /** What stands for "no column". */
  readonly noneLabel?: string;
}

/** One of the file's columns, with a text of it as an example; those about persons can't be chosen. */
export function ColumnSelect({ label, facts, value, onChange, noneLabel }: ColumnSelectProps) {
  const { t } = useLingui();
  const usable = facts.filter(({ name, isPersonal }) => !isPersonal && name !== "" && !/[{}]/.test(name));
  return (
    <Select
      label={label}
      options={[
        { id: noColumn, label: noneLabel ?? t`aucune colonne` },
        ...usable.map(({ name, texts }) => ({
          id: prefix + name,
          label: name,
          detail: texts[0]?.text.slice(0, 30),
        })),
      ]}
      value={value === null ? noColumn : prefix + value}
      onChange={(id) => onChange(id === noColumn ? null : id.slice(prefix.length))}
    />
  );
}

import { useLingui } from "@lingui/react/macro";
import type { ColumnFacts } from "../../../shared/domain/import-column.ts";
import { type ImportPlan, type Outcome, outcomes } from "../../../shared/domain/import-plan.ts";
import { Select } from "../../ui/select.tsx";
import { ColumnSelect } from "./column-select.tsx";
import { ValuesTable } from "./values-table.tsx";

export interface OutcomeFieldsProps {
  readonly facts: readonly ColumnFacts[];
  readonly plan: ImportPlan;
  readonly onChange: (plan: ImportPlan) => void;
}

/** How each case ended: by a column that says so, or by the times alone. */
export function OutcomeFields({ facts, plan, onChange }: OutcomeFieldsProps) {
  const { t } = useLingui();
  const { outcome } = plan;
  const words = useOutcomeWords();
  const options = outcomes.map((id) => ({ id, label: words[id] }));
  const texts = facts.find(({ name }) => name === outcome.column)?.texts ?? [];
  return (
    <>
      <ColumnSelect
        label={t`Issue (servi, absent, parti…)`}
        facts={facts}
        value={outcome.column}
        onChange={(column) => onChange({ ...plan, outcome: { ...outcome, column } })}
      />
      {outcome.column === null ? (
        <Select
          label={t`Une ligne sans heure de fin`}
          options={[
            { id: "cancelled", label: t`est close sans suite` },
            { id: "open", label: t`est encore en cours` },
          ]}
          value={plan.withoutEnd}
          onChange={(id) => onChange({ ...plan, withoutEnd: id === "open" ? "open" : "cancelled" })}
        />
      ) : (
        <>
          <ValuesTable
            label={t`Ce que chaque issue veut dire`}
            texts={texts}
            options={options}
            chosenFor={(text) => outcome.values[text] ?? outcome.others}
            onChange={(text, id) =>
              onChange({
                ...plan,
                outcome: { ...outcome, values: { ...outcome.values, [text]: asOutcome(id) } },
              })
            }
          />
          <Select
            label={t`Toute autre issue`}
            options={options}
            value={outcome.others}
            onChange={(id) => onChange({ ...plan, outcome: { ...outcome, others: asOutcome(id) } })}
          />
        </>
      )}
    </>
  );
}

function asOutcome(id: string): Outcome {
  return outcomes.find((outcome) => outcome === id) ?? "cancelled";
}

/** The outcomes of a case, as people say them. */
export function useOutcomeWords(): Record<Outcome, string> {
  const { t } = useLingui();
  return {
    completed: t`servi`,
    no_show: t`absent à l’appel`,
    abandoned: t`parti sans être servi`,
    cancelled: t`clos sans suite`,
    open: t`encore en cours`,
    ignored: t`ne pas reprendre la ligne`,
  };
}

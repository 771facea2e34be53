import { useLingui } from "@lingui/react/macro";
import { CheckboxGroup, Label } from "react-aria-components";
import type { ColumnFacts } from "../../../shared/domain/import-column.ts";
import type { ImportPlan } from "../../../shared/domain/import-plan.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ColumnSelect } from "./column-select.tsx";

export interface FineFieldsProps {
  readonly facts: readonly ColumnFacts[];
  readonly plan: ImportPlan;
  readonly onChange: (plan: ImportPlan) => void;
}

/** What most files need not say: what tells cases apart, what means nothing, which rows to leave out. */
export function FineFields({ facts, plan, onChange }: FineFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <CheckboxGroup
        className="field"
        value={[...plan.identity]}
        onChange={(identity) => onChange({ ...plan, identity: identity.slice(0, 6) })}
      >
        <Label className="field-label">{t`Ce qui distingue deux dossiers`}</Label>
        <div className="plan-checks">
          {facts
            .filter(({ name, isPersonal }) => !isPersonal && name !== "")
            .map(({ name }) => (
              <Checkbox key={name} value={name}>
                {name}
              </Checkbox>
            ))}
        </div>
        <span className="field-hint">
          {t`Deux lignes où tout cela est pareil comptent pour un seul dossier.`}
        </span>
      </CheckboxGroup>
      <TextField
        label={t`Textes qui veulent dire « rien »`}
        hint={t`Séparés par des virgules, par exemple : -, N/A, 00:00`}
        value={plan.emptyTexts.join(", ")}
        onChange={(text) => onChange({ ...plan, emptyTexts: listOf(text) })}
      />
      {plan.ignore.map((rule, index) => (
        <IgnoreRule
          key={`rule-${index + 1}`}
          facts={facts}
          rule={rule}
          onChange={(next) =>
            onChange({
              ...plan,
              ignore: next === null ? plan.ignore.toSpliced(index, 1) : plan.ignore.with(index, next),
            })
          }
        />
      ))}
      <span>
        <Button
          onPress={() => {
            const [first] = facts.filter(({ isPersonal }) => !isPersonal);
            if (first === undefined) return;
            const text = first.texts[0]?.text ?? "-";
            onChange({ ...plan, ignore: [...plan.ignore, { column: first.name, values: [text] }] });
          }}
        >
          {t`Ne pas reprendre certaines lignes…`}
        </Button>
      </span>
    </>
  );
}

type Rule = ImportPlan["ignore"][number];

function IgnoreRule(props: {
  readonly facts: readonly ColumnFacts[];
  readonly rule: Rule;
  readonly onChange: (rule: Rule | null) => void;
}) {
  const { t } = useLingui();
  const { facts, rule, onChange } = props;
  return (
    <div className="plan-row plan-rule">
      <ColumnSelect
        label={t`Lignes où la colonne`}
        facts={facts}
        value={rule.column}
        onChange={(column) => onChange(column === null ? null : { ...rule, column })}
      />
      <TextField
        label={t`contient l’un de ces textes`}
        value={rule.values.join(", ")}
        onChange={(text) => {
          const values = listOf(text);
          onChange({ ...rule, values: values.length === 0 ? [" "] : values });
        }}
      />
      <Button variant="quiet" onPress={() => onChange(null)}>
        {t`Retirer`}
      </Button>
    </div>
  );
}

function listOf(text: string): string[] {
  return [...new Set(text.split(",").map((part) => part.trim()))].filter((part) => part !== "").slice(0, 20);
}

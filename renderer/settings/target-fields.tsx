import { useLingui } from "@lingui/react/macro";
import { NumberField } from "../ui/number-field.tsx";
import { Select } from "../ui/select.tsx";
import { type TargetForm, targetUnits } from "./target-form.ts";

const longestShortAbandon = 3_600;

/** How soon how many should be served, and who gives up too soon to count. */
export function TargetFields({
  form,
  onChange,
}: {
  readonly form: TargetForm;
  readonly onChange: (form: TargetForm) => void;
}) {
  const { t } = useLingui();
  const unitWords = { seconds: t`secondes`, minutes: t`minutes`, hours: t`heures` };
  return (
    <div>
      <div className="target-fields">
        <NumberField
          label={t`Servir en moins de`}
          least={1}
          most={999}
          value={form.within}
          onChange={(within) => onChange({ ...form, within })}
        />
        <Select
          label={t`Unité`}
          options={targetUnits.map((id) => ({ id, label: unitWords[id] }))}
          value={form.unit}
          onChange={(id) => onChange({ ...form, unit: targetUnits.find((one) => one === id) ?? form.unit })}
        />
        <NumberField
          label={t`pour cette part, en %`}
          least={1}
          most={100}
          value={form.percent}
          onChange={(percent) => onChange({ ...form, percent })}
        />
        <NumberField
          label={t`Abandon court, en s`}
          least={0}
          most={longestShortAbandon}
          step={5}
          value={form.shortAbandonSeconds}
          onChange={(shortAbandonSeconds) => onChange({ ...form, shortAbandonSeconds })}
        />
      </div>
      <p className="setting-hint">{t`Abandon court : qui part plus tôt n’est pas compté contre la démarche.`}</p>
    </div>
  );
}

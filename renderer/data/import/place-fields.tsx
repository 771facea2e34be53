import { useLingui } from "@lingui/react/macro";
import type { ColumnFacts } from "../../../shared/domain/import-column.ts";
import type { ImportPlan } from "../../../shared/domain/import-plan.ts";
import { useDirectory } from "../../client/queries.ts";
import { ComboBox } from "../../ui/combo-box.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ColumnSelect } from "./column-select.tsx";

const newSite = "new";
const prefix = "site:";
const timeZones = Intl.supportedValuesOf("timeZone").map((id) => ({ id, label: id }));

export interface PlaceFieldsProps {
  readonly facts: readonly ColumnFacts[];
  readonly plan: ImportPlan;
  readonly onChange: (plan: ImportPlan) => void;
}

/** Where the rows are from, and the time zone of their times. */
export function PlaceFields({ facts, plan, onChange }: PlaceFieldsProps) {
  const { t } = useLingui();
  const { site } = plan;
  const sites = useDirectory().data?.sites ?? [];
  const known = sites.find(({ id }) => id === site.key);
  function chooseSite(id: string) {
    const chosen = sites.find((one) => prefix + one.id === id);
    if (chosen === undefined) onChange({ ...plan, site: { ...site, key: "nouveau-site", name: "" } });
    else {
      const next = { ...site, key: chosen.id, name: chosen.name };
      onChange({ ...plan, site: next, timeZone: chosen.timeZone });
    }
  }
  return (
    <>
      <ColumnSelect
        label={t`Accueil`}
        facts={facts}
        value={site.column}
        noneLabel={t`le même pour toutes les lignes`}
        onChange={(column) => onChange({ ...plan, site: { ...site, column } })}
      />
      {site.column === null && sites.length > 0 ? (
        <Select
          label={t`Accueil de toutes les lignes`}
          options={[
            ...sites.map(({ id, name }) => ({ id: prefix + id, label: name })),
            { id: newSite, label: t`un autre accueil` },
          ]}
          value={known === undefined ? newSite : prefix + known.id}
          onChange={chooseSite}
        />
      ) : null}
      {site.column === null && known === undefined ? (
        <div className="plan-row">
          <TextField
            label={t`Nom de l’accueil`}
            value={site.name}
            onChange={(name) => onChange({ ...plan, site: { ...site, name } })}
          />
          <TextField
            label={t`Clé de l’accueil`}
            value={site.key}
            isRequired
            onChange={(key) => onChange({ ...plan, site: { ...site, key } })}
          />
        </div>
      ) : null}
      <ComboBox
        label={t`Fuseau horaire des heures du fichier`}
        openLabel={t`Montrer les fuseaux horaires`}
        options={timeZones}
        value={plan.timeZone}
        onChange={(timeZone) => {
          if (timeZone !== null) onChange({ ...plan, timeZone });
        }}
      />
    </>
  );
}

import { useLingui } from "@lingui/react/macro";
import { useSettings } from "../client/queries.ts";
import { NumberField } from "../ui/number-field.tsx";
import { Panel } from "../ui/panel.tsx";
import { Switch } from "../ui/switch.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { SettingRow } from "./setting-row.tsx";
import { useChange } from "./use-change.ts";

/** Whether, and after how long, those who wait behind priority cases rise by themselves. */
export function AgeingPanel() {
  const { t } = useLingui();
  const ageing = useSettings().data?.ageing;
  const change = useChange();
  if (ageing === undefined) return null;
  return (
    <Panel title={t`Attentes trop longues`}>
      <SettingRow
        title={t`Remonter qui attend trop`}
        hint={t`Devient prioritaire, jamais urgent. Votre choix l’emporte.`}
      >
        <Switch
          label={t`Remonter qui attend trop`}
          isOn={ageing.isOn}
          onChange={(isOn) => change({ ageing: { ...ageing, isOn } })}
          word={ageing.isOn ? t`Activé` : t`Désactivé`}
        />
      </SettingRow>
      <SettingRow
        title={t`Nombre de fois l’objectif`}
        hint={t`2 fois un objectif de 15 min : après 30 min d’attente.`}
      >
        <NumberField
          label={<VisuallyHidden>{t`Nombre de fois l’objectif`}</VisuallyHidden>}
          least={1}
          most={10}
          step={0.5}
          value={ageing.multiple}
          onChange={(multiple) => change({ ageing: { ...ageing, multiple } })}
        />
      </SettingRow>
    </Panel>
  );
}

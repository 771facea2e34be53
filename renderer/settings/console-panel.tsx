import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useDirectory, useSettings } from "../client/queries.ts";
import { NumberField } from "../ui/number-field.tsx";
import { Panel } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { SettingRow } from "./setting-row.tsx";
import { useChange } from "./use-change.ts";

const everySite = "every-site";
const longestName = 80;
const minutes: Intl.NumberFormatOptions = { style: "unit", unit: "minute", unitDisplay: "short" };

/** Who works here, which site comes first, how long a call for backup waits. */
export function ConsolePanel() {
  const { t } = useLingui();
  const settings = useSettings().data;
  const sites = useDirectory().data?.sites ?? [];
  const change = useChange();
  if (settings === undefined) return null;
  return (
    <Panel title={t`Console`}>
      <SettingRow title={t`Votre nom`} hint={t`Signe vos actions et vos notes.`}>
        <OperatorName key={settings.operatorName ?? ""} saved={settings.operatorName ?? ""} />
      </SettingRow>
      <SettingRow title={t`Accueil affiché au départ`} hint={t`Celui que montre le plateau.`}>
        <Select
          label={t`Accueil affiché au départ`}
          hidesLabel
          options={[
            { id: everySite, label: t`Tous les accueils` },
            ...sites.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={settings.siteId ?? everySite}
          onChange={(id) => change({ siteId: id === everySite ? null : id })}
        />
      </SettingRow>
      <SettingRow
        title={t`Réponse à un appel en renfort`}
        hint={t`Sans réponse après ce délai, l’appel expire.`}
      >
        <NumberField
          label={<VisuallyHidden>{t`Minutes avant que l’appel expire`}</VisuallyHidden>}
          formatOptions={minutes}
          least={1}
          most={120}
          value={settings.backupAnswerMinutes}
          onChange={(backupAnswerMinutes) => change({ backupAnswerMinutes })}
        />
      </SettingRow>
    </Panel>
  );
}

/** The name is saved on leaving the field or on Enter; an empty one is not. */
function OperatorName({ saved }: { readonly saved: string }) {
  const { t } = useLingui();
  const change = useChange();
  const [name, setName] = useState(saved);
  const trimmed = name.trim();
  function save() {
    if (trimmed !== "" && trimmed !== saved) change({ operatorName: trimmed });
  }
  return (
    <TextField
      label={<VisuallyHidden>{t`Votre nom`}</VisuallyHidden>}
      value={name}
      onChange={setName}
      maxLength={longestName}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
      }}
      isInvalid={trimmed === ""}
      error={t`Écrivez un nom ; l’ancien reste en place jusque-là.`}
    />
  );
}

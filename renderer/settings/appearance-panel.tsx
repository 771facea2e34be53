import { useLingui } from "@lingui/react/macro";
import { useSettings } from "../client/queries.ts";
import { Panel } from "../ui/panel.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { Switch } from "../ui/switch.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { SettingRow } from "./setting-row.tsx";
import { useChange } from "./use-change.ts";

/** Language, theme, density, and whether letters act as keys. */
export function AppearancePanel() {
  const { t } = useLingui();
  const settings = useSettings().data;
  const change = useChange();
  if (settings === undefined) return null;
  return (
    <Panel title={t`Affichage`}>
      <SettingRow title={t`Langue`}>
        <LanguageChoice value={settings.language} onChange={(language) => change({ language })} />
      </SettingRow>
      <SettingRow title={t`Thème`}>
        <SegmentedControl
          label={t`Thème`}
          options={[
            { id: "system", label: t`Système` },
            { id: "light", label: t`Clair` },
            { id: "dark", label: t`Sombre` },
          ]}
          value={settings.theme}
          onChange={(theme) => change({ theme })}
        />
      </SettingRow>
      <SettingRow title={t`Densité`}>
        <SegmentedControl
          label={t`Densité`}
          options={[
            { id: "comfortable", label: t`Confortable` },
            { id: "compact", label: t`Compacte` },
          ]}
          value={settings.density}
          onChange={(density) => change({ density })}
        />
      </SettingRow>
      <SettingRow title={t`Raccourcis d’une seule touche`} hint={t`R, P, H… : à couper si vous dictez.`}>
        <Switch
          label={t`Raccourcis d’une seule touche`}
          isOn={settings.singleKeyShortcuts}
          onChange={(singleKeyShortcuts) => change({ singleKeyShortcuts })}
          word={settings.singleKeyShortcuts ? t`Activés` : t`Désactivés`}
        />
      </SettingRow>
    </Panel>
  );
}

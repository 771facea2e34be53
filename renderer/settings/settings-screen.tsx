import { useLingui } from "@lingui/react/macro";
import { AlertRulesPanel } from "../alerts/alert-rules-panel.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { AppearancePanel } from "./appearance-panel.tsx";
import { ConsolePanel } from "./console-panel.tsx";
import { ServicesPanel } from "./services-panel.tsx";
import { SitesPanel } from "./sites-panel.tsx";
import "./settings.css";

/** What a person may choose; every change applies at once. */
export function SettingsScreen() {
  const { t } = useLingui();
  return (
    <>
      <ScreenHeader title={t`Réglages`}>
        <small>{t`Chaque changement s’applique aussitôt.`}</small>
      </ScreenHeader>
      <div className="settings">
        <AppearancePanel />
        <ConsolePanel />
        <AlertRulesPanel />
        <ServicesPanel />
        <SitesPanel />
      </div>
    </>
  );
}

import { useLingui } from "@lingui/react/macro";
import { AlertRulesPanel } from "../alerts/alert-rules-panel.tsx";
import { RosterPanel } from "../backup/roster-panel.tsx";
import { useMay } from "../client/session.ts";
import { NotificationsPanel } from "../notifications/notifications-panel.tsx";
import { PeopleTabs } from "../people/people-tabs.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { AgeingPanel } from "./ageing-panel.tsx";
import { AppearancePanel } from "./appearance-panel.tsx";
import { CalendarPanel } from "./calendar/calendar-panel.tsx";
import { ConsolePanel } from "./console-panel.tsx";
import { LevelPanel } from "./level-panel.tsx";
import { ServicesPanel } from "./services-panel.tsx";
import { SitesPanel } from "./sites-panel.tsx";
import "./settings.css";

/** What a person may choose; every change applies at once. */
export function SettingsScreen() {
  const { t } = useLingui();
  const may = useMay();
  const isAdministrator = may("person", "put");
  return (
    <>
      <ScreenHeader title={t`Réglages`}>
        {isAdministrator ? <PeopleTabs /> : null}
        <small>{t`Chaque changement s’applique aussitôt.`}</small>
      </ScreenHeader>
      <div className="settings">
        <AppearancePanel />
        {isAdministrator ? <HousePanels /> : null}
        {may("alert", "putRule") ? <AlertRulesPanel /> : null}
      </div>
    </>
  );
}

/** What holds for the whole house. */
function HousePanels() {
  return (
    <>
      <ConsolePanel />
      <AgeingPanel />
      <RosterPanel />
      <NotificationsPanel />
      <ServicesPanel />
      <LevelPanel />
      <CalendarPanel />
      <SitesPanel />
    </>
  );
}

import { useLingui } from "@lingui/react/macro";
import { ScreenTabs } from "../shell/screen-tabs.tsx";

/** The ways through what administrators keep: settings, people, the audit. */
export function PeopleTabs() {
  const { t } = useLingui();
  return (
    <ScreenTabs
      label={t`Réglages`}
      tabs={[
        { to: "/settings", label: t`Console` },
        { to: "/settings/people", label: t`Personnes` },
        { to: "/settings/audit", label: t`Journal d’accès` },
      ]}
    />
  );
}

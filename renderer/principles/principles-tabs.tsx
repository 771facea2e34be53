import { useLingui } from "@lingui/react/macro";
import { ScreenTabs } from "../shell/screen-tabs.tsx";

/** The ways through the seven principles: how the house stands, and what lives under single ones. */
export function PrinciplesTabs() {
  const { t } = useLingui();
  return (
    <ScreenTabs
      label={t`Principes`}
      tabs={[
        { to: "/principles", label: t`Les sept principes` },
        { to: "/principles/feedback", label: t`Ressenti` },
        { to: "/principles/ideas", label: t`Idées` },
        { to: "/principles/commitments", label: t`Engagements` },
        { to: "/principles/problems", label: t`Problèmes` },
      ]}
    />
  );
}

import { useLingui } from "@lingui/react/macro";
import { ScreenTabs } from "../shell/screen-tabs.tsx";
import { useTodaysSessions } from "./sessions/use-sessions.ts";
import { useRemindedSteps } from "./steps/use-steps.ts";

/** The ways through coaching: notes, what was agreed, sessions, skills, replies. */
export function CoachingTabs() {
  const { t } = useLingui();
  const dueSteps = useRemindedSteps().length;
  const todaysSessions = useTodaysSessions().length;
  return (
    <ScreenTabs
      label={t`Accompagnement`}
      tabs={[
        { to: "/coaching", label: t`Notes` },
        { to: "/coaching/steps", label: t`Suites`, count: dueSteps },
        { to: "/coaching/sessions", label: t`Séances`, count: todaysSessions },
        { to: "/coaching/skills", label: t`Compétences` },
        { to: "/sheets", label: t`Fiches` },
        { to: "/coaching/replies", label: t`Réponses` },
      ]}
    />
  );
}

import { useLingui } from "@lingui/react/macro";
import { useMay } from "../client/session.ts";
import { ScreenTabs } from "../shell/screen-tabs.tsx";
import { useTodaysSessions } from "./sessions/use-sessions.ts";
import { useRemindedSteps } from "./steps/use-steps.ts";

/** The ways through coaching: notes, what was agreed, sessions, skills, replies. */
export function CoachingTabs() {
  const { t } = useLingui();
  const may = useMay();
  const dueSteps = useRemindedSteps().length;
  const todaysSessions = useTodaysSessions().length;
  return (
    <ScreenTabs
      label={t`Accompagnement`}
      tabs={[
        ...(may("note", "find") ? [{ to: "/coaching", label: t`Notes` }] : []),
        ...(may("agreedStep", "list") ? [{ to: "/coaching/steps", label: t`Suites`, count: dueSteps }] : []),
        ...(may("coachingSession", "list")
          ? [{ to: "/coaching/sessions", label: t`Séances`, count: todaysSessions }]
          : []),
        ...(may("skillMatrix", "get") ? [{ to: "/coaching/skills", label: t`Compétences` }] : []),
        { to: "/sheets", label: t`Fiches` },
        ...(may("reply", "list") ? [{ to: "/coaching/replies", label: t`Réponses` }] : []),
      ]}
    />
  );
}

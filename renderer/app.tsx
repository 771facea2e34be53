/** Which screen stands at which address, and what all of them share. */
import { I18nProvider as MessagesProvider, useLingui } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { Redirect, Route, Router, Switch } from "wouter";
import { BackupScreen } from "./backup/backup-screen.tsx";
import { type Console, ConsoleProvider, useLinkState } from "./client/client.ts";
import { createQueryClient, useChangeFeed, useSettings } from "./client/queries.ts";
import { useMay, useOwnAgentId, useSession } from "./client/session.ts";
import { FloorProvider } from "./floor/floor-context.tsx";
import { FloorFocusProvider } from "./floor/floor-focus.tsx";
import { FloorScreen } from "./floor/floor-screen.tsx";
import { i18n } from "./i18n/catalogues.ts";
import { PaletteProvider } from "./palette/palette-context.tsx";
import { SignInScreen } from "./people/sign-in-screen.tsx";
import { ReplayProvider } from "./replay/replay-context.tsx";
import { useAppearance } from "./shell/appearance.ts";
import { ClosedPage } from "./shell/closed-page.tsx";
import { useHashPath, useHashSearch } from "./shell/hash-location.ts";
import { Shell } from "./shell/shell.tsx";
import { SingleKeysProvider } from "./ui/use-hotkey.ts";

function screen(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load() }));
}

const ReplayScreen = screen(() => import("./replay/replay-screen.tsx").then((module) => module.ReplayScreen));
const WallboardScreen = screen(() =>
  import("./wallboard/wallboard-screen.tsx").then((module) => module.WallboardScreen),
);
const WallboardChooseScreen = screen(() =>
  import("./wallboard/choose-screen.tsx").then((module) => module.WallboardChooseScreen),
);
const TrendsScreen = screen(() => import("./trends/trends-screen.tsx").then((module) => module.TrendsScreen));
const ReportScreen = screen(() => import("./report/report-screen.tsx").then((module) => module.ReportScreen));
const CoachingScreen = screen(() =>
  import("./coaching/coaching-screen.tsx").then((module) => module.CoachingScreen),
);
const StepsScreen = screen(() =>
  import("./coaching/steps/steps-screen.tsx").then((module) => module.StepsScreen),
);
const SessionsScreen = screen(() =>
  import("./coaching/sessions/sessions-screen.tsx").then((module) => module.SessionsScreen),
);
const SkillsScreen = screen(() =>
  import("./coaching/skills/skills-screen.tsx").then((module) => module.SkillsScreen),
);
const SheetsScreen = screen(() => import("./sheets/sheets-screen.tsx").then((module) => module.SheetsScreen));
const PrinciplesScreen = screen(() =>
  import("./principles/principles-screen.tsx").then((module) => module.PrinciplesScreen),
);
const RepliesScreen = screen(() =>
  import("./coaching/replies/replies-screen.tsx").then((module) => module.RepliesScreen),
);
const FeedbackScreen = screen(() =>
  import("./principles/feedback/feedback-screen.tsx").then((module) => module.FeedbackScreen),
);
const IdeasScreen = screen(() =>
  import("./principles/ideas/ideas-screen.tsx").then((module) => module.IdeasScreen),
);
const CommitmentsScreen = screen(() =>
  import("./principles/commitments/commitments-screen.tsx").then((module) => module.CommitmentsScreen),
);
const ProblemsScreen = screen(() =>
  import("./principles/problems/problems-screen.tsx").then((module) => module.ProblemsScreen),
);
const MineScreen = screen(() => import("./mine/mine-screen.tsx").then((module) => module.MineScreen));
const DataScreen = screen(() => import("./data/data-screen.tsx").then((module) => module.DataScreen));
const ImportScreen = screen(() =>
  import("./data/import/import-screen.tsx").then((module) => module.ImportScreen),
);
const SettingsScreen = screen(() =>
  import("./settings/settings-screen.tsx").then((module) => module.SettingsScreen),
);
const PeopleScreen = screen(() => import("./people/people-screen.tsx").then((module) => module.PeopleScreen));
const AuditScreen = screen(() => import("./people/audit-screen.tsx").then((module) => module.AuditScreen));
const OnboardingScreen = screen(() =>
  import("./onboarding/onboarding-screen.tsx").then((module) => module.OnboardingScreen),
);

/** The whole page. */
export function App({ console }: { readonly console: Console }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <ConsoleProvider value={console}>
      <QueryClientProvider client={queryClient}>
        <MessagesProvider i18n={i18n}>
          <Localised />
        </MessagesProvider>
      </QueryClientProvider>
    </ConsoleProvider>
  );
}

function Localised() {
  const { i18n: messages } = useLingui();
  const settings = useSettings().data;
  const linkState = useLinkState();
  const session = useSession();
  useAppearance(settings);
  useChangeFeed();
  return (
    <I18nProvider locale={messages.locale === "en" ? "en-GB" : "fr-FR"}>
      <SingleKeysProvider value={settings?.singleKeyShortcuts ?? true}>
        {linkState === "unauthorised" ? (
          <ClosedPage />
        ) : settings === undefined || session === undefined ? null : session.state === "signed_out" ? (
          <SignInScreen people={session.people} />
        ) : settings.onboarded ? (
          <Screens siteId={settings.siteId} />
        ) : (
          <Suspense fallback={null}>
            <OnboardingScreen />
          </Suspense>
        )}
      </SingleKeysProvider>
    </I18nProvider>
  );
}

function Screens({ siteId }: { readonly siteId: string | null }) {
  return (
    <Router hook={useHashPath} searchHook={useHashSearch}>
      <Switch>
        <Route path="/wallboard">
          <Suspense fallback={null}>
            <WallboardScreen />
          </Suspense>
        </Route>
        <Route>
          <ShellScreens siteId={siteId} />
        </Route>
      </Switch>
    </Router>
  );
}

function ShellScreens({ siteId }: { readonly siteId: string | null }) {
  return (
    <FloorProvider siteId={siteId}>
      <ReplayProvider siteId={siteId}>
        <FloorFocusProvider>
          <PaletteProvider>
            <Shell>
              <Switch>
                <Route path="/" component={HomeScreen} />
                <Route path="/replay" component={ReplayScreen} />
                <Route path="/trends" component={TrendsScreen} />
                <Route path="/report" component={ReportScreen} />
                <Route path="/backup" component={BackupScreen} />
                <Route path="/coaching" component={CoachingScreen} />
                <Route path="/coaching/steps" component={StepsScreen} />
                <Route path="/coaching/sessions" component={SessionsScreen} />
                <Route path="/coaching/skills" component={SkillsScreen} />
                <Route path="/sheets" component={SheetsScreen} />
                <Route path="/coaching/replies" component={RepliesScreen} />
                <Route path="/principles/feedback" component={FeedbackScreen} />
                <Route path="/principles" component={PrinciplesScreen} />
                <Route path="/principles/ideas" component={IdeasScreen} />
                <Route path="/principles/commitments" component={CommitmentsScreen} />
                <Route path="/principles/problems" component={ProblemsScreen} />
                <Route path="/mine" component={MineScreen} />
                <Route path="/wallboard/choose" component={WallboardChooseScreen} />
                <Route path="/data/import" component={ImportScreen} />
                <Route path="/data" component={DataScreen} />
                <Route path="/settings/people" component={PeopleScreen} />
                <Route path="/settings/audit" component={AuditScreen} />
                <Route path="/settings" component={SettingsScreen} />
                <Route>
                  <Redirect to="/" replace />
                </Route>
              </Switch>
            </Shell>
          </PaletteProvider>
        </FloorFocusProvider>
      </ReplayProvider>
    </FloorProvider>
  );
}

/** The floor; for who may not see it, what is theirs. */
function HomeScreen() {
  const agentId = useOwnAgentId();
  if (useMay()("floor", "watch")) return <FloorScreen />;
  return <Redirect to={agentId === null ? "/principles" : "/mine"} replace />;
}

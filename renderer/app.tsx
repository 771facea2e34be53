/** Which screen stands at which address, and what all of them share. */
import { I18nProvider as MessagesProvider, useLingui } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { Redirect, Route, Router, Switch } from "wouter";
import { BackupScreen } from "./backup/backup-screen.tsx";
import { type Console, ConsoleProvider, useLinkState } from "./client/client.ts";
import { createQueryClient, useChangeFeed, useFrameSettings } from "./client/queries.ts";
import { useOwnAgentId, useSession } from "./client/session.ts";
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
import { RefusedScreen } from "./shell/refused-screen.tsx";
import { type ScreenPath, useMayOpen } from "./shell/screen-access.ts";
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

/** Every screen in the frame, by its address. */
const screens: Readonly<Record<ScreenPath, ComponentType>> = {
  "/": HomeScreen,
  "/replay": ReplayScreen,
  "/trends": TrendsScreen,
  "/report": ReportScreen,
  "/backup": BackupScreen,
  "/coaching": CoachingScreen,
  "/coaching/steps": StepsScreen,
  "/coaching/sessions": SessionsScreen,
  "/coaching/skills": SkillsScreen,
  "/sheets": SheetsScreen,
  "/coaching/replies": RepliesScreen,
  "/principles/feedback": FeedbackScreen,
  "/principles": PrinciplesScreen,
  "/principles/ideas": IdeasScreen,
  "/principles/commitments": CommitmentsScreen,
  "/principles/problems": ProblemsScreen,
  "/mine": MineScreen,
  "/wallboard/choose": WallboardChooseScreen,
  "/data/import": ImportScreen,
  "/data": DataScreen,
  "/settings/people": PeopleScreen,
  "/settings/audit": AuditScreen,
  "/settings": SettingsScreen,
};

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
  const settings = useFrameSettings().data;
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
        ) : settings.told === "frame" ? null : settings.onboarded ? (
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
          <Wallboard />
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
                {(Object.keys(screens) as ScreenPath[]).map((path) => (
                  <Route key={path} path={path}>
                    <ScreenAt path={path} />
                  </Route>
                ))}
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

/** A screen, or why it is closed to whoever sits there. */
function ScreenAt({ path }: { readonly path: ScreenPath }) {
  const Screen = screens[path];
  // The home is never closed: it leads on to what is open.
  const mayOpen = useMayOpen();
  return path === "/" || mayOpen(path) ? <Screen /> : <RefusedScreen path={path} />;
}

/** The wall; who may not see the floor is told so where screens for the wall are chosen. */
function Wallboard() {
  if (!useMayOpen()("/wallboard/choose")) return <Redirect to="/wallboard/choose" replace />;
  return (
    <Suspense fallback={null}>
      <WallboardScreen />
    </Suspense>
  );
}

/** The floor; for who may not see it, what is theirs. */
function HomeScreen() {
  const agentId = useOwnAgentId();
  if (useMayOpen()("/")) return <FloorScreen />;
  return <Redirect to={agentId === null ? "/principles" : "/mine"} replace />;
}

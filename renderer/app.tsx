/** Which screen stands at which address, and what all of them share. */
import { I18nProvider as MessagesProvider, useLingui } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { Redirect, Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { BackupScreen } from "./backup/backup-screen.tsx";
import { type Console, ConsoleProvider, useLinkState } from "./client/client.ts";
import { createQueryClient, useChangeFeed, useSettings } from "./client/queries.ts";
import { FloorProvider } from "./floor/floor-context.tsx";
import { FloorScreen } from "./floor/floor-screen.tsx";
import { i18n } from "./i18n/catalogues.ts";
import { useAppearance } from "./shell/appearance.ts";
import { ClosedPage } from "./shell/closed-page.tsx";
import { Shell } from "./shell/shell.tsx";

function screen(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load() }));
}

const TrendsScreen = screen(() => import("./trends/trends-screen.tsx").then((module) => module.TrendsScreen));
const CoachingScreen = screen(() =>
  import("./coaching/coaching-screen.tsx").then((module) => module.CoachingScreen),
);
const DataScreen = screen(() => import("./data/data-screen.tsx").then((module) => module.DataScreen));
const SettingsScreen = screen(() =>
  import("./settings/settings-screen.tsx").then((module) => module.SettingsScreen),
);
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
  useAppearance(settings);
  useChangeFeed();
  return (
    <I18nProvider locale={messages.locale === "en" ? "en-GB" : "fr-FR"}>
      {linkState === "unauthorised" ? (
        <ClosedPage />
      ) : settings === undefined ? null : settings.onboarded ? (
        <Screens siteId={settings.siteId} />
      ) : (
        <Suspense fallback={null}>
          <OnboardingScreen />
        </Suspense>
      )}
    </I18nProvider>
  );
}

function Screens({ siteId }: { readonly siteId: string | null }) {
  return (
    <Router hook={useHashLocation}>
      <FloorProvider siteId={siteId}>
        <Shell>
          <Switch>
            <Route path="/" component={FloorScreen} />
            <Route path="/trends" component={TrendsScreen} />
            <Route path="/backup" component={BackupScreen} />
            <Route path="/coaching" component={CoachingScreen} />
            <Route path="/data" component={DataScreen} />
            <Route path="/settings" component={SettingsScreen} />
            <Route>
              <Redirect to="/" replace />
            </Route>
          </Switch>
        </Shell>
      </FloorProvider>
    </Router>
  );
}

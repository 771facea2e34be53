import { useLingui } from "@lingui/react/macro";
import { type ReactNode, Suspense } from "react";
import { useLocation, useRoute } from "wouter";
import { AlertAnnouncer } from "../alerts/alert-announcer.tsx";
import { useMay } from "../client/session.ts";
import { DesktopMessages } from "../notifications/desktop-messages.tsx";
import { LiveOnly } from "../replay/replay-context.tsx";
import { SheetCommands } from "../sheets/sheet-commands.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { ToastRegion } from "../ui/toast.tsx";
import { LinkBanner } from "./link-banner.tsx";
import { Rail } from "./rail.tsx";
import { ScreenBoundary } from "./screen-boundary.tsx";
import { ShellDialogs } from "./shell-dialogs.tsx";
import { StatusBar } from "./status-bar.tsx";
import { StoreBanner } from "./store-banner.tsx";
import "./shell.css";

/** The frame around every screen: rail, banners, the screen, status bar, toasts. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui();
  const [location] = useLocation();
  const seesFloor = useMay()("floor", "watch");
  const [isReplaying] = useRoute("/replay");
  return (
    <div className="shell">
      <Rail />
      <div className="shell-column">
        <LinkBanner />
        <StoreBanner />
        <main className="screen">
          <ScreenBoundary key={location}>
            <Suspense fallback={<Skeleton rows={6} label={t`L’écran se charge`} />}>{children}</Suspense>
          </ScreenBoundary>
        </main>
        <StatusBar />
      </div>
      <SheetCommands />
      <LiveOnly>
        <ShellDialogs />
      </LiveOnly>
      {isReplaying || !seesFloor ? null : <AlertAnnouncer />}
      {seesFloor ? <DesktopMessages /> : null}
      <ToastRegion label={t`Messages`} closeLabel={t`Fermer le message`} />
    </div>
  );
}

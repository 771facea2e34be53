import { Trans, useLingui } from "@lingui/react/macro";
import { AlertsButton } from "../alerts/alerts-button.tsx";
import { CallBackupButton } from "../backup/call-backup-button.tsx";
import { useNowMs } from "../client/server-clock.ts";
import { useMay } from "../client/session.ts";
import { HistoryButton } from "../history/history-button.tsx";
import { LayoutButton } from "../layouts/layout-button.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { FloorBoard } from "./floor-board.tsx";
import { useFloor } from "./floor-context.tsx";
import { ModeSwitch } from "./mode-switch.tsx";
import { SiteSwitch } from "./site-switch.tsx";
import { UndoProvider } from "./undo.tsx";
import { useTimeZone } from "./use-time-zone.ts";
import "./floor-screen.css";

/** The home of a supervisor: what waits, who serves, and what can be done about it. */
export function FloorScreen() {
  const { t } = useLingui();
  return (
    <>
      <ScreenHeader
        title={t`Plateau`}
        hidesTitle
        actions={
          <>
            <LayoutButton />
            <HistoryButton />
            <AlertsButton />
            <LocalTime />
            <CallBackupButton />
          </>
        }
      >
        <SiteSwitch />
        <ModeSwitch mode="live" />
      </ScreenHeader>
      <UndoProvider>
        <FloorContents />
      </UndoProvider>
    </>
  );
}

/** The floor, while it loads, while it is empty, and in use. */
export function FloorContents() {
  const { t } = useLingui();
  const isLoaded = useFloor((floor) => floor.isLoaded);
  const isEmpty = useFloor((floor) => floor.services.size + floor.agents.size === 0);
  const mayConnect = useMay()("import", "start");
  if (!isLoaded) return <Skeleton rows={8} label={t`Le plateau se charge`} />;
  if (isEmpty) {
    return (
      <EmptyState title={t`Rien n’est encore arrivé sur ce plateau`}>
        {mayConnect ? (
          <Trans>
            Branchez un flux, importez un fichier ou lancez le plateau de démonstration depuis l’écran{" "}
            <a href="#/data">Données</a> : les dossiers apparaissent ici dès le premier événement.
          </Trans>
        ) : (
          <Trans>
            Les dossiers apparaissent ici dès le premier événement. L’administration branche les flux.
          </Trans>
        )}
      </EmptyState>
    );
  }
  return <FloorBoard />;
}

function LocalTime() {
  const format = useFormat();
  const timeZone = useTimeZone();
  return <time className="local-time number">{format.time(useNowMs(), timeZone)}</time>;
}

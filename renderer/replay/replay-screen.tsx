import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { useLocation } from "wouter";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useMay } from "../client/session.ts";
import { FloorContents } from "../floor/floor-screen.tsx";
import { ModeSwitch } from "../floor/mode-switch.tsx";
import { SiteSwitch } from "../floor/site-switch.tsx";
import { UndoProvider } from "../floor/undo.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { DayPicker } from "./day-picker.tsx";
import { LiveAlerts } from "./live-alerts.tsx";
import { ReplayBand } from "./replay-band.tsx";
import { useReplay } from "./replay-context.tsx";
import { Scrubber } from "./scrubber.tsx";
import { Transport } from "./transport.tsx";
import "./replay-screen.css";

/** A past day of the floor, played again. Nothing can be done to it. */
export function ReplayScreen() {
  const { t } = useLingui();
  const { days, error } = useReplay();
  const mayCall = useMay()("backup", "request");
  const [, navigate] = useLocation();
  return (
    <div className="replay-frame">
      <ScreenHeader
        title={t`Rejeu`}
        hidesTitle
        actions={
          <>
            <LiveAlerts />
            {mayCall ? <Button isDisabled>{t`Appeler un renfort`}</Button> : null}
          </>
        }
      >
        <SiteSwitch />
        <ModeSwitch mode="replay" />
        <DayPicker />
      </ScreenHeader>
      <WindowTitle />
      <ReplayBand onLeave={() => navigate("/")} />
      {days?.length === 0 ? (
        <EmptyState title={t`Il n’y a encore rien à rejouer`}>
          <Trans>
            Un jour peut être rejoué dès que des événements y ont été reçus ou importés, depuis l’écran{" "}
            <a href="#/data">Données</a>.
          </Trans>
        </EmptyState>
      ) : error !== null ? (
        <NoDay error={error} />
      ) : (
        <>
          <div className="replay-controls">
            <Transport />
            <Scrubber />
          </div>
          <UndoProvider>
            <FloorContents />
          </UndoProvider>
        </>
      )}
    </div>
  );
}

/** Even in a row of tabs, this is not now. */
function WindowTitle() {
  const { t } = useLingui();
  const format = useFormat();
  const { timeZone, date } = useReplay();
  const moment = useAtTick((nowMs) => format.dateTime(nowMs, timeZone));
  const title = date === null ? t`Rejeu` : t`Rejeu ${moment}`;
  useEffect(() => {
    document.title = `${title} – Vigie`;
  }, [title]);
  return null;
}

function NoDay({ error }: { readonly error: unknown }) {
  const { t } = useLingui();
  const sentence = useFaultSentence();
  const { date } = useReplay();
  if (date === null) {
    return <EmptyState title={t`Les jours à rejouer n’ont pas pu être lus`}>{sentence(error)}</EmptyState>;
  }
  return (
    <EmptyState title={t`Ce jour ne peut pas être rejoué`}>
      {sentence(error)} {t`Choisissez un autre jour dans l’en-tête.`}
    </EmptyState>
  );
}

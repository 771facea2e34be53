import { Plural, Trans } from "@lingui/react/macro";
import { useState } from "react";
import { needsPerson } from "../../shared/domain/alert.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useShortcut } from "../shell/use-shortcut.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { LevelShape } from "../ui/level-mark.tsx";
import { AlertsPanel } from "./alerts-panel.tsx";
import { useOpenAlerts } from "./use-alerts.ts";
import "./alerts.css";

/** How many alerts ask for a person; opens them, from the header or with A. */
export function AlertsButton() {
  const alerts = useOpenAlerts();
  const asking = useAtTick((nowMs) => alerts.filter((alert) => needsPerson(alert, nowMs)).length);
  const [isOpen, setIsOpen] = useState(false);
  const keys = useShortcut("openAlerts", () => setIsOpen(true));
  const words =
    asking > 0 ? (
      <Plural value={asking} one="# alerte" other="# alertes" />
    ) : alerts.length > 0 ? (
      <Plural value={alerts.length} one="# alerte suivie" other="# alertes suivies" />
    ) : (
      <Trans>Aucune alerte</Trans>
    );
  return (
    <>
      <span role="status" className="visually-hidden">
        {words}
      </span>
      <Button onPress={() => setIsOpen(true)} aria-haspopup="dialog" {...keys}>
        {asking > 0 ? (
          <span className="alerts-shape">
            <LevelShape level="bad" />
          </span>
        ) : null}
        <span className="number">{words}</span>
        <Kbd>A</Kbd>
      </Button>
      {isOpen ? <AlertsPanel onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { useMay } from "../client/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { AlertLog } from "./alert-log.tsx";
import { AlertRow } from "./alert-row.tsx";
import { DesktopPermission } from "./desktop-permission.tsx";
import { useOpenAlerts } from "./use-alerts.ts";

const refreshMs = 5_000;

/** The alerts that hold now, what can be done about them, and the log of those before. */
export function AlertsPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const mayRule = useMay()("alert", "putRule");
  const [view, setView] = useState<"open" | "log">("open");
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={t`Alertes`}
      actions={
        <>
          {mayRule ? (
            <Button
              variant="quiet"
              onPress={() => {
                onClose();
                navigate("/settings");
              }}
            >
              <Trans>Régler les alertes</Trans>
            </Button>
          ) : null}
          <span className="grow" />
          <Button onPress={onClose}>
            <Trans>Fermer</Trans>
          </Button>
        </>
      }
    >
      <div className="alerts-views">
        <SegmentedControl
          label={t`Que montrer`}
          options={[
            { id: "open", label: t`En cours` },
            { id: "log", label: t`Journal` },
          ]}
          value={view}
          onChange={setView}
        />
        <DesktopPermission />
      </div>
      {view === "open" ? <OpenAlerts /> : <AlertLog />}
    </Dialog>
  );
}

function OpenAlerts() {
  const { t } = useLingui();
  const alerts = useOpenAlerts(refreshMs);
  if (alerts.length === 0) {
    return (
      <EmptyState title={t`Aucune alerte en cours`}>
        {t`Une alerte apparaît ici dès qu’une règle est dépassée ; les alertes passées sont dans le journal.`}
      </EmptyState>
    );
  }
  return (
    <ul className="alert-list" aria-label={t`Alertes en cours`}>
      {alerts.map((alert, index) => (
        <AlertRow key={alert.id} alert={alert} isFirst={index === 0} />
      ))}
    </ul>
  );
}

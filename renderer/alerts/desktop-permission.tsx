import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { useAlertRules } from "./use-alerts.ts";

/** Asks the system for notifications, once somebody wants them. */
export function DesktopPermission() {
  const wanted = useAlertRules()?.some((rule) => rule.enabled && rule.desktop) === true;
  const [permission, setPermission] = useState(() => Notification.permission);
  if (!wanted || permission === "granted") return null;
  if (permission === "denied") {
    return (
      <small>
        <Trans>Les notifications de bureau sont bloquées dans le navigateur ou le système.</Trans>
      </small>
    );
  }
  return (
    <Button variant="quiet" onPress={() => void Notification.requestPermission().then(setPermission)}>
      <Trans>Autoriser les notifications de bureau</Trans>
    </Button>
  );
}

import { Plural, useLingui } from "@lingui/react/macro";
import { needsPerson } from "../../shared/domain/alert.ts";
import { useOpenAlerts } from "../alerts/use-alerts.ts";
import { useAtTick } from "../client/server-clock.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import { LiveOnly } from "./replay-context.tsx";

/** While a past day is on screen, alerts of the live floor still say that they are there. */
export function LiveAlerts() {
  return (
    <LiveOnly>
      <Count />
    </LiveOnly>
  );
}

function Count() {
  const { t } = useLingui();
  const alerts = useOpenAlerts();
  const asking = useAtTick((nowMs) => alerts.filter((alert) => needsPerson(alert, nowMs)).length);
  return (
    <span role="status">
      {asking === 0 ? null : (
        <a className="live-alerts number" href="#/" title={t`Revenir au direct`}>
          <LevelShape level="bad" />
          <Plural value={asking} one="En direct : # alerte" other="En direct : # alertes" />
        </a>
      )}
    </span>
  );
}

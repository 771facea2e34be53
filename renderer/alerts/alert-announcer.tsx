import { useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent, useRef } from "react";
import { needsPerson, type OpenAlert } from "../../shared/domain/alert.ts";
import { useClient } from "../client/client.ts";
import { useAtTick } from "../client/server-clock.ts";
import { notifyDesktop, playSound } from "./signals.ts";
import { useOpenAlerts } from "./use-alerts.ts";
import { useAlertWords } from "./words.ts";

/** More than this at once are told in one notification. */
const mostSingly = 3;

/**
 * Tells people of new alerts with sound and notifications. Mounted once per page; of several pages
 * the console lets only the first one tell.
 */
export function AlertAnnouncer() {
  const { t } = useLingui();
  const client = useClient();
  const words = useAlertWords();
  const alerts = useOpenAlerts();
  const asked = useRef(new Set<string>());
  const fresh = useAtTick((nowMs) =>
    alerts
      .filter((alert) => !alert.announced && needsPerson(alert, nowMs))
      .map((alert) => alert.id)
      .join(" "),
  );

  const announce = useEffectEvent(async (ids: readonly string[]) => {
    const wanted = alerts.filter((alert) => ids.includes(alert.id) && !asked.current.has(alert.id));
    for (const { id } of wanted) asked.current.add(id);
    // One that clears before it is told needs no telling.
    const answers = await Promise.allSettled(wanted.map(({ id }) => client.alert.announce({ id })));
    const told = wanted.map((alert, index) => ({ alert, answer: answers[index] }));
    const isTold = (how: "sound" | "desktop") =>
      told
        .filter(({ answer }) => answer?.status === "fulfilled" && answer.value[how])
        .map(({ alert }) => alert);
    if (isTold("sound").length > 0) playSound();
    notify(isTold("desktop"));
  });

  function notify(told: readonly OpenAlert[]): void {
    if (told.length > mostSingly) {
      notifyDesktop(t`${told.length} nouvelles alertes`, told.map(words.subject).join(", "), "vigie-alerts");
      return;
    }
    for (const alert of told) notifyDesktop(words.subject(alert), words.reason(alert.reason), alert.id);
  }

  useEffect(() => {
    if (fresh !== "") void announce(fresh.split(" "));
  }, [fresh]);
  return null;
}

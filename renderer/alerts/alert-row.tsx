import { useLingui } from "@lingui/react/macro";
import {
  acknowledgementOf,
  assigneeOf,
  isSnoozed,
  type OpenAlert,
  snoozeMinutes,
} from "../../shared/domain/alert.ts";
import { useDirectory } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useActorName, useMay } from "../client/session.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import { Select } from "../ui/select.tsx";
import { useAlertActions } from "./use-alerts.ts";
import { useAlertWords } from "./words.ts";

/** One alert that holds: what, why, since when, who is on it, and what can be done. */
export function AlertRow({ alert, isFirst }: { readonly alert: OpenAlert; readonly isFirst: boolean }) {
  const { t } = useLingui();
  const words = useAlertWords();
  const format = useFormat();
  const actions = useAlertActions();
  const timeZone = useTimeZone(alert.subject.kind === "feed" ? undefined : alert.subject.siteId);
  const snoozed = useAtTick((nowMs) => isSnoozed(alert, nowMs));
  const acknowledgement = acknowledgementOf(alert);
  const assignee = assigneeOf(alert);
  const name = words.subject(alert);
  const people = usePeople(assignee);
  const facts = [t`depuis ${format.time(alert.raisedAtMs, timeZone)}`];
  if (alert.valueNow !== null) {
    const valueNow = words.value(alert.reason.measure, alert.valueNow);
    facts.push(t`maintenant ${valueNow}`);
  }
  if (acknowledgement !== undefined) facts.push(t`suivie par ${acknowledgement.by}`);
  if (snoozed && alert.snoozedUntilMs !== null) {
    const until = format.time(alert.snoozedUntilMs, timeZone);
    facts.push(t`en veille jusqu’à ${until}`);
  }
  const mayAct = useMay()("alert", "acknowledge");
  const isAsking = acknowledgement === undefined && !snoozed;
  return (
    <li className="alert">
      <span className="alert-shape">{isAsking ? <LevelShape level="bad" /> : null}</span>
      <div className="alert-what">
        <strong>{name}</strong>
        <span className="number">{words.reason(alert.reason)}</span>
        <small className="number">{facts.join(" · ")}</small>
      </div>
      {mayAct ? (
        <div className="alert-actions">
          <Button
            variant="soft"
            autoFocus={isFirst}
            isDisabled={acknowledgement !== undefined}
            aria-label={t`Prendre en compte : ${name}`}
            onPress={() => actions.acknowledge(alert.id)}
          >
            {acknowledgement === undefined ? t`Prendre en compte` : t`Prise en compte`}
          </Button>
          <Select
            label={t`Mettre en veille : ${name}`}
            hidesLabel
            look="compact"
            placeholder={t`Veille`}
            value={null}
            options={snoozeMinutes.map((minutes) => ({ id: String(minutes), label: t`${minutes} min` }))}
            onChange={(id) => {
              const minutes = snoozeMinutes.find((one) => String(one) === id);
              if (minutes !== undefined) actions.snooze(alert.id, minutes);
            }}
          />
          <Select
            label={t`Confier : ${name}`}
            hidesLabel
            look="compact"
            placeholder={t`Confier à`}
            value={assignee}
            options={people}
            onChange={(to) => actions.assign(alert.id, to)}
          />
        </div>
      ) : null}
    </li>
  );
}

/** Whom an alert may be given to: whoever is signed in first, then everybody who is known. */
function usePeople(assignee: string | null) {
  const directory = useDirectory().data;
  const operator = useActorName();
  const known = [...(directory?.agents ?? []), ...(directory?.roster ?? [])].map(({ name }) => name);
  const others = [...new Set(known)].sort((a, b) => a.localeCompare(b, "fr"));
  const names = new Set([operator, assignee, ...others].filter((name) => name !== null));
  return [...names].map((name) => ({ id: name, label: name }));
}

import { Plural, useLingui } from "@lingui/react/macro";
import {
  type Alert,
  type AlertStep,
  acknowledgementOf,
  secondsToAcknowledge,
} from "../../shared/domain/alert.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { MomentLink } from "../replay/moment-link.tsx";
import { Unread } from "../shell/awaited.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { Table } from "../ui/table.tsx";
import { useAlertLog } from "./use-alerts.ts";
import { useAlertWords } from "./words.ts";

/** Every alert of the last seven days: when, why, who answered and how soon. */
export function AlertLog() {
  const { t } = useLingui();
  const words = useAlertWords();
  const format = useFormat();
  const timeZone = useTimeZone();
  const question = useAlertLog();
  const log = question.data;
  if (log === undefined) {
    return (
      <Unread
        question={question}
        rows={4}
        label={t`Le journal se charge`}
        failure={t`Le journal n’a pas pu être lu.`}
      />
    );
  }
  if (log.alerts.length === 0) {
    return (
      <EmptyState title={t`Aucune alerte depuis sept jours`}>
        {t`Chaque alerte reste ici avec les réponses qu’elle a reçues.`}
      </EmptyState>
    );
  }
  const shown = log.alerts.length;
  return (
    <div className="alert-log">
      <Table
        label={t`Journal des alertes`}
        rows={log.alerts}
        keyOf={(alert) => alert.id}
        columns={[
          {
            id: "what",
            title: t`Alerte`,
            render: (alert) => (
              <>
                <strong>{words.subject(alert)}</strong>
                <small className="number">{words.reason(alert.reason)}</small>
              </>
            ),
          },
          {
            id: "raised",
            title: t`Début`,
            render: (alert) => <MomentLink atMs={alert.raisedAtMs} />,
          },
          { id: "answer", title: t`Réponse`, render: (alert) => <Answer alert={alert} /> },
          {
            id: "cleared",
            title: t`Fin`,
            render: (alert) => (
              <span className="number">
                {alert.clearedAtMs === null ? t`en cours` : format.time(alert.clearedAtMs, timeZone)}
              </span>
            ),
          },
        ]}
      />
      {log.total > shown ? (
        <small className="number">
          <Plural
            value={log.total}
            one="# alerte en tout"
            other={`Les ${shown} dernières de # alertes en tout`}
          />
        </small>
      ) : null}
    </div>
  );
}

function Answer({ alert }: { readonly alert: Alert }) {
  const { t } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone();
  const acknowledgement = acknowledgementOf(alert);
  const seconds = secondsToAcknowledge(alert);

  function stepWords(step: AlertStep): string {
    const { by } = step;
    const at = format.time(step.atMs, timeZone);
    if (step.kind === "snoozed") {
      const until = format.time(step.untilMs, timeZone);
      return t`${at} en veille jusqu’à ${until} (${by})`;
    }
    if (step.kind === "assigned") return t`${at} confiée à ${step.to} (${by})`;
    return t`${at} prise en compte (${by})`;
  }

  return (
    <>
      {acknowledgement === undefined || seconds === null ? (
        alert.steps.length === 0 ? (
          t`sans réponse`
        ) : null
      ) : (
        <span className="number">{t`en ${format.duration(seconds)}, ${acknowledgement.by}`}</span>
      )}
      {alert.steps.map((step) => (
        <small key={`${step.kind} ${step.atMs}`} className="number">
          {stepWords(step)}
        </small>
      ))}
    </>
  );
}

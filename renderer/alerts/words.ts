/** What alerts and their rules say, from their data. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Alert, AlertReason } from "../../shared/domain/alert.ts";
import { type AlertMeasure, type AlertRule, measureKinds } from "../../shared/domain/alert-rule.ts";
import { useDirectory } from "../client/queries.ts";
import { useFloorStore } from "../floor/floor-context.tsx";
import { sourceName } from "../floor/staleness.ts";
import { useFormat } from "../ui/format.ts";

export const measureWords: Record<AlertMeasure, MessageDescriptor> = {
  queue_length: msg`Personnes en attente`,
  longest_wait: msg`Plus longue attente`,
  expected_wait: msg`Attente prévue`,
  service_level: msg`Servis dans l’objectif`,
  abandonment: msg`Abandons du jour`,
  agents_available: msg`Agents disponibles`,
  overdue_break: msg`Retour de pause en retard`,
  stale_feed: msg`Flux muet depuis`,
};

export interface AlertWords {
  /** What the alert is about. */
  readonly subject: (alert: Alert) => string;
  /** Why it was raised: “Plus longue attente 18 min > 15 min pendant 2 min”. */
  readonly reason: (reason: AlertReason) => string;
  readonly value: (measure: AlertMeasure, value: number) => string;
  /** What raises: “Plus longue attente > 15 min pendant 2 min”. */
  readonly rule: (rule: AlertRule) => string;
  /** What clears: “jusqu’à ≤ 12 min”. */
  readonly clearing: (rule: AlertRule) => string;
  /** Where the rule looks. */
  readonly place: (rule: AlertRule) => string;
}

/** The words of alerts in the language of the screens. */
export function useAlertWords(): AlertWords {
  const { t } = useLingui();
  const format = useFormat();
  const floor = useFloorStore();
  const directory = useDirectory().data;
  const sites = directory?.sites ?? [];

  function value(measure: AlertMeasure, amount: number): string {
    switch (measureKinds[measure].unit) {
      case "seconds":
        return format.duration(amount);
      case "share":
        return format.percent(amount);
      case "count":
        return format.number(amount);
    }
  }

  function serviceName(serviceId: string): string {
    return directory?.services.find((one) => one.id === serviceId)?.name ?? serviceId;
  }

  function siteName(siteId: string): string {
    return sites.find((one) => one.id === siteId)?.name ?? siteId;
  }

  function agentName(agentId: string): string {
    const known = directory?.agents.find((one) => one.id === agentId);
    return floor.agents.get(agentId)?.name ?? known?.name ?? agentId;
  }

  function subject({ subject: about }: Alert): string {
    if (about.kind === "feed") return sourceName(about.source);
    const name =
      about.kind === "service"
        ? serviceName(about.serviceId)
        : about.agentId === null
          ? t`Un agent`
          : agentName(about.agentId);
    return sites.length > 1 ? `${name} · ${siteName(about.siteId)}` : name;
  }

  /** A duration that rounds to its threshold is told to the second. */
  function found({ measure, value: amount, threshold }: AlertReason): string {
    const rounded = value(measure, amount);
    const isSame = measureKinds[measure].unit === "seconds" && rounded === value(measure, threshold);
    return isSame ? format.clock(amount) : rounded;
  }

  function beyond(measure: AlertMeasure, threshold: number): string {
    const sign = measureKinds[measure].raisedWhen === "above" ? ">" : "<";
    return `${sign} ${value(measure, threshold)}`;
  }

  function during(sentence: string, seconds: number): string {
    if (seconds < 1) return sentence;
    const held = format.duration(seconds);
    return t`${sentence} pendant ${held}`;
  }

  return {
    subject,
    value,
    reason: (reason) =>
      during(
        `${t(measureWords[reason.measure])} ${found(reason)} ${beyond(reason.measure, reason.threshold)}`,
        reason.heldSeconds,
      ),
    rule: ({ measure, threshold, forSeconds }) =>
      during(`${t(measureWords[measure])} ${beyond(measure, threshold)}`, forSeconds),
    clearing({ measure, clear }) {
      const sign = measureKinds[measure].raisedWhen === "above" ? "≤" : "≥";
      const good = clear === 0 ? value(measure, clear) : `${sign} ${value(measure, clear)}`;
      return t`jusqu’à ${good}`;
    },
    place({ measure, siteId, serviceId }) {
      const { about } = measureKinds[measure];
      if (about === "feed") return t`Tous les flux`;
      const site = siteId === null ? t`tous les accueils` : siteName(siteId);
      if (about === "agent") return t`Tous les agents, ${site}`;
      const service = serviceId === null ? t`Guichets et téléphones` : serviceName(serviceId);
      return `${service}, ${site}`;
    },
  };
}

/** A rule while it is being edited: values in the unit that a person writes. */
import {
  type AlertMeasure,
  type AlertRule,
  alertRuleSchema,
  measureKinds,
} from "../../shared/domain/alert-rule.ts";

/** What one step of a field is worth in the unit of the measure. */
export const unitScales = { count: 1, seconds: 60, share: 0.01 } as const;

export const fieldLimits = {
  count: { most: 999, step: 1 },
  seconds: { most: 2_880, step: 0.5 },
  share: { most: 100, step: 1 },
} as const;

const firstValues: Record<AlertMeasure, Pick<AlertRule, "threshold" | "clear">> = {
  queue_length: { threshold: 10, clear: 7 },
  longest_wait: { threshold: 900, clear: 720 },
  expected_wait: { threshold: 1_200, clear: 900 },
  service_level: { threshold: 0.7, clear: 0.8 },
  abandonment: { threshold: 0.1, clear: 0.08 },
  agents_available: { threshold: 1, clear: 1 },
  overdue_break: { threshold: 300, clear: 0 },
  stale_feed: { threshold: 600, clear: 60 },
};

/** A rule to begin with. */
export function newRule(id: string): AlertRule {
  return {
    id,
    measure: "longest_wait",
    siteId: null,
    serviceId: null,
    ...firstValues.longest_wait,
    forSeconds: 120,
    quietHours: null,
    enabled: true,
    sound: false,
    desktop: false,
  };
}

/** The rule about another measure, with values that make sense for it. */
export function withMeasure(rule: AlertRule, measure: AlertMeasure): AlertRule {
  const isAboutService = measureKinds[measure].about === "service";
  return { ...rule, measure, ...firstValues[measure], serviceId: isAboutService ? rule.serviceId : null };
}

/** A value of the rule as a person writes it. */
export function toField(measure: AlertMeasure, value: number): number {
  return Number((value / unitScales[measureKinds[measure].unit]).toFixed(1));
}

export function fromField(measure: AlertMeasure, field: number): number {
  return Number((field * unitScales[measureKinds[measure].unit]).toFixed(4));
}

/** Whether the value that clears lies on the better side of the threshold, as it must. */
export function isSound(rule: AlertRule): boolean {
  return alertRuleSchema.safeParse(rule).success;
}

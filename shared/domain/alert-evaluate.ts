/**
 * Decides which alerts are raised and which have cleared. Pure and deterministic: time, the floor
 * and what was known before are passed in.
 */
import { type AlertReason, type AlertSubject, subjectKey } from "./alert.ts";
import { type AlertView, readingsOf } from "./alert-reading.ts";
import { type AlertRule, isBack, isBeyond, isQuiet } from "./alert-rule.ts";

/**
 * The most time that counts between two looks, in milliseconds. While the machine slept or its clock
 * was set, nobody saw whether a value stayed beyond its threshold.
 */
export const longestStepMs = 10_000;

/** What is known of one rule and one subject. */
export interface AlertWatch {
  readonly ruleId: string;
  readonly subject: AlertSubject;
  /** How long the value was seen beyond the threshold. */
  readonly heldMs: number;
  readonly isRaised: boolean;
  /** The last value; null where it is not known. */
  readonly value: number | null;
}

export interface AlertState {
  /** When the floor was looked at; null before the first look. */
  readonly atMs: number | null;
  /** By `watchKey`; only what is beyond its threshold or raised. */
  readonly watches: ReadonlyMap<string, AlertWatch>;
}

export type AlertTransition =
  | {
      readonly kind: "raised";
      readonly ruleId: string;
      readonly subject: AlertSubject;
      readonly reason: AlertReason;
    }
  | { readonly kind: "cleared"; readonly ruleId: string; readonly subject: AlertSubject };

export interface AlertMoment {
  readonly nowMs: number;
  /** Minute of the local day (0–1439) at a site; null: where no site is meant. */
  localMinute(siteId: string | null): number;
}

export const nothingWatched: AlertState = { atMs: null, watches: new Map() };

/** Names a rule and a subject. */
export function watchKey(ruleId: string, subject: AlertSubject): string {
  return `${ruleId} ${subjectKey(subject)}`;
}

/**
 * Looks at the floor once.
 *
 * A value beyond the threshold for the rule's time raises; only a value that reaches `clear` clears,
 * and so does one that is no longer known, or a rule that is gone or disabled.
 */
export function evaluateAlerts(
  rules: readonly AlertRule[],
  view: AlertView,
  moment: AlertMoment,
  before: AlertState,
): { readonly state: AlertState; readonly transitions: readonly AlertTransition[] } {
  const { nowMs } = moment;
  const stepMs = before.atMs === null ? 0 : Math.min(longestStepMs, Math.max(0, nowMs - before.atMs));
  const watches = new Map<string, AlertWatch>();
  const transitions: AlertTransition[] = [];
  for (const rule of rules) {
    if (!rule.enabled) continue;
    for (const { subject, value } of readingsOf(rule, view, nowMs)) {
      if (value === null) continue;
      const key = watchKey(rule.id, subject);
      const earlier = before.watches.get(key);
      const watch = follow(rule, subject, value, stepMs, moment, earlier);
      if (watch === undefined) continue;
      watches.set(key, watch);
      if (!watch.isRaised || earlier?.isRaised === true) continue;
      transitions.push({
        kind: "raised",
        ruleId: rule.id,
        subject,
        reason: {
          measure: rule.measure,
          value,
          threshold: rule.threshold,
          heldSeconds: watch.heldMs / 1_000,
        },
      });
    }
  }
  for (const [key, { ruleId, subject, isRaised }] of before.watches) {
    if (isRaised && !watches.has(key)) transitions.push({ kind: "cleared", ruleId, subject });
  }
  return { state: { atMs: nowMs, watches }, transitions };
}

/** Whether the rule keeps quiet about a subject at this moment, by the time of the subject's site. */
export function isQuietFor(rule: AlertRule, subject: AlertSubject, moment: AlertMoment): boolean {
  return isQuiet(rule.quietHours, moment.localMinute(subject.kind === "feed" ? rule.siteId : subject.siteId));
}

/** The watch after one look; undefined where there is nothing to watch. */
function follow(
  rule: AlertRule,
  subject: AlertSubject,
  value: number,
  stepMs: number,
  moment: AlertMoment,
  earlier: AlertWatch | undefined,
): AlertWatch | undefined {
  const seen = { ruleId: rule.id, subject, value };
  if (earlier?.isRaised === true) return isBack(rule, value) ? undefined : { ...earlier, value };
  if (!isBeyond(rule, value)) return undefined;
  if (isQuietFor(rule, subject, moment)) return undefined;
  const heldMs = earlier === undefined ? 0 : earlier.heldMs + stepMs;
  return { ...seen, heldMs, isRaised: heldMs >= rule.forSeconds * 1_000 };
}

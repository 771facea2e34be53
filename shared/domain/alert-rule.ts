/** When the floor needs a person: rules that a supervisor sets, per site and service. */
import { z } from "zod";

export const alertMeasures = [
  "queue_length",
  "longest_wait",
  "expected_wait",
  "service_level",
  "abandonment",
  "agents_available",
  "overdue_break",
  "stale_feed",
] as const;
export const alertMeasureSchema = z.enum(alertMeasures);
export type AlertMeasure = z.infer<typeof alertMeasureSchema>;

export type AlertUnit = "count" | "seconds" | "share";
export type AlertSubjectKind = "service" | "agent" | "feed";

/** How a measure is read: which side of the threshold is bad, in which unit, and about what. */
export interface MeasureKind {
  readonly raisedWhen: "above" | "below";
  readonly unit: AlertUnit;
  readonly about: AlertSubjectKind;
}

export const measureKinds: Record<AlertMeasure, MeasureKind> = {
  queue_length: { raisedWhen: "above", unit: "count", about: "service" },
  longest_wait: { raisedWhen: "above", unit: "seconds", about: "service" },
  expected_wait: { raisedWhen: "above", unit: "seconds", about: "service" },
  service_level: { raisedWhen: "below", unit: "share", about: "service" },
  abandonment: { raisedWhen: "above", unit: "share", about: "service" },
  agents_available: { raisedWhen: "below", unit: "count", about: "service" },
  overdue_break: { raisedWhen: "above", unit: "seconds", about: "agent" },
  stale_feed: { raisedWhen: "above", unit: "seconds", about: "feed" },
};

const minuteOfDaySchema = z
  .int()
  .min(0)
  .max(24 * 60 - 1);

/** Minutes of the site's local day; `from` after `to` means over midnight. */
export const quietHoursSchema = z
  .object({ fromMinute: minuteOfDaySchema, toMinute: minuteOfDaySchema })
  .refine(({ fromMinute, toMinute }) => fromMinute !== toMinute, {
    message: "Quiet hours begin and end at different times.",
  });
export type QuietHours = z.infer<typeof quietHoursSchema>;

export const alertRuleSchema = z
  .object({
    id: z.string().min(1).max(80),
    measure: alertMeasureSchema,
    /** Null: every site. */
    siteId: z.string().nullable(),
    /** Null: every service at which people stand or hold the line. Of no account for agents and feeds. */
    serviceId: z.string().nullable(),
    /** Raised beyond this: a number, seconds or a share (0–1), as the measure has it. */
    threshold: z.number().min(0),
    /** Cleared when back at this or better; between the two nothing changes. */
    clear: z.number().min(0),
    /** How long it must last before it is raised. */
    forSeconds: z.number().min(0).max(3_600),
    /** Raises nothing in these hours of the site's local day. */
    quietHours: quietHoursSchema.nullable(),
    enabled: z.boolean(),
    sound: z.boolean(),
    desktop: z.boolean(),
  })
  .refine(
    ({ measure, threshold, clear }) =>
      measureKinds[measure].raisedWhen === "above" ? clear <= threshold : clear >= threshold,
    { path: ["clear"], message: "The value that clears must be at the threshold or on its better side." },
  )
  .refine(
    ({ measure, threshold, clear }) =>
      measureKinds[measure].unit !== "share" || (threshold <= 1 && clear <= 1),
    {
      path: ["threshold"],
      message: "A share lies between 0 and 1.",
    },
  );
export type AlertRule = z.infer<typeof alertRuleSchema>;

const minute = 60;
const night: QuietHours = { fromMinute: 19 * 60, toMinute: 7 * 60 + 30 };
const everywhere = { siteId: null, serviceId: null, enabled: true, sound: false } as const;

/** What a new console watches for, until somebody says otherwise. */
export const defaultAlertRules: readonly AlertRule[] = [
  {
    ...everywhere,
    id: "longest-wait",
    measure: "longest_wait",
    threshold: 20 * minute,
    clear: 15 * minute,
    forSeconds: 2 * minute,
    quietHours: null,
    desktop: true,
  },
  {
    ...everywhere,
    id: "service-level",
    measure: "service_level",
    threshold: 0.6,
    clear: 0.7,
    forSeconds: 5 * minute,
    quietHours: null,
    desktop: false,
  },
  {
    ...everywhere,
    id: "overdue-break",
    measure: "overdue_break",
    threshold: 5 * minute,
    clear: 0,
    forSeconds: 0,
    quietHours: null,
    desktop: false,
  },
  {
    ...everywhere,
    id: "stale-feed",
    measure: "stale_feed",
    threshold: 10 * minute,
    clear: 1 * minute,
    forSeconds: 0,
    quietHours: night,
    desktop: true,
  },
];

/** Whether a minute of the local day (0–1439) lies in the quiet hours. */
export function isQuiet(quietHours: QuietHours | null, localMinute: number): boolean {
  if (quietHours === null) return false;
  const { fromMinute, toMinute } = quietHours;
  return fromMinute < toMinute
    ? localMinute >= fromMinute && localMinute < toMinute
    : localMinute >= fromMinute || localMinute < toMinute;
}

/** Whether a value is beyond the threshold. */
export function isBeyond(rule: AlertRule, value: number): boolean {
  return measureKinds[rule.measure].raisedWhen === "above" ? value > rule.threshold : value < rule.threshold;
}

/** Whether a value is good enough to clear what was raised. */
export function isBack(rule: AlertRule, value: number): boolean {
  return measureKinds[rule.measure].raisedWhen === "above" ? value <= rule.clear : value >= rule.clear;
}

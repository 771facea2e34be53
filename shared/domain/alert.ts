/** An alert: what a rule found, why, and what people did about it. */
import { z } from "zod";
import { alertMeasureSchema } from "./alert-rule.ts";

/** What an alert is about. */
export const alertSubjectSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("service"), siteId: z.string(), serviceId: z.string() }),
  /** `agentId` is null once the alert has cleared: whose break it was is not kept. */
  z.object({ kind: z.literal("agent"), siteId: z.string(), agentId: z.string().nullable() }),
  z.object({ kind: z.literal("feed"), source: z.string() }),
]);
export type AlertSubject = z.infer<typeof alertSubjectSchema>;

/** The words that name a subject, the same for the same subject. */
export function subjectKey(subject: AlertSubject): string {
  switch (subject.kind) {
    case "service":
      return JSON.stringify(["service", subject.siteId, subject.serviceId]);
    case "agent":
      return JSON.stringify(["agent", subject.agentId]);
    case "feed":
      return JSON.stringify(["feed", subject.source]);
  }
}

/** Why an alert was raised, in the unit of its measure. */
export const alertReasonSchema = z.object({
  measure: alertMeasureSchema,
  /** The value when it was raised. */
  value: z.number(),
  threshold: z.number(),
  /** How long it had been beyond the threshold, in seconds. */
  heldSeconds: z.number(),
});
export type AlertReason = z.infer<typeof alertReasonSchema>;

export const snoozeMinutes = [5, 15, 30] as const;
export const snoozeMinutesSchema = z.literal(snoozeMinutes);
export type SnoozeMinutes = (typeof snoozeMinutes)[number];

/** What a person did about an alert, in the order in which they did it. */
export const alertStepSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("acknowledged"), atMs: z.number(), by: z.string() }),
  z.object({ kind: z.literal("snoozed"), atMs: z.number(), by: z.string(), untilMs: z.number() }),
  z.object({ kind: z.literal("assigned"), atMs: z.number(), by: z.string(), to: z.string() }),
]);
export type AlertStep = z.infer<typeof alertStepSchema>;

export const alertSchema = z.object({
  id: z.string(),
  ruleId: z.string(),
  subject: alertSubjectSchema,
  reason: alertReasonSchema,
  raisedAtMs: z.number(),
  /** Null while it holds. */
  clearedAtMs: z.number().nullable(),
  /** Silent until then; carried over from an alert of the same rule and subject that was snoozed before. */
  snoozedUntilMs: z.number().nullable(),
  /** Whether it was told with a sound or on the desktop; no alert is told twice. */
  announced: z.boolean(),
  steps: z.array(alertStepSchema),
});
export type Alert = z.infer<typeof alertSchema>;

/** An open alert with what its measure says now; null where that is not known. */
export const openAlertSchema = alertSchema.extend({ valueNow: z.number().nullable() });
export type OpenAlert = z.infer<typeof openAlertSchema>;

/** The alert after a person did something about it. Acknowledging twice changes nothing. */
export function withStep(alert: Alert, step: AlertStep): Alert {
  if (step.kind === "acknowledged" && acknowledgementOf(alert) !== undefined) return alert;
  return {
    ...alert,
    steps: [...alert.steps, step],
    snoozedUntilMs: step.kind === "snoozed" ? step.untilMs : alert.snoozedUntilMs,
  };
}

/** The alert once it no longer holds. Whose break it was is forgotten. */
export function cleared(alert: Alert, atMs: number): Alert {
  const { subject } = alert;
  return {
    ...alert,
    clearedAtMs: Math.max(atMs, alert.raisedAtMs),
    subject: subject.kind === "agent" ? { ...subject, agentId: null } : subject,
  };
}

/** Who acknowledged the alert, and when. */
export function acknowledgementOf(alert: Alert): { readonly atMs: number; readonly by: string } | undefined {
  return alert.steps.find((step) => step.kind === "acknowledged");
}

/** To whom the alert is assigned now; null where to nobody. */
export function assigneeOf(alert: Alert): string | null {
  return alert.steps.findLast((step) => step.kind === "assigned")?.to ?? null;
}

/** Seconds from the raise to the acknowledgement; null while nobody acknowledged it. */
export function secondsToAcknowledge(alert: Alert): number | null {
  const acknowledgement = acknowledgementOf(alert);
  return acknowledgement === undefined ? null : Math.max(0, acknowledgement.atMs - alert.raisedAtMs) / 1_000;
}

export function isSnoozed(alert: Alert, nowMs: number): boolean {
  return alert.snoozedUntilMs !== null && nowMs < alert.snoozedUntilMs;
}

/** Whether the alert still asks for a person: it holds, nobody acknowledged it, it is not snoozed. */
export function needsPerson(alert: Alert, nowMs: number): boolean {
  return alert.clearedAtMs === null && acknowledgementOf(alert) === undefined && !isSnoozed(alert, nowMs);
}

/** Whether the alert is about a site (null: any). Feeds belong to all of them. */
export function isAlertAt(alert: Alert, siteId: string | null): boolean {
  return siteId === null || alert.subject.kind === "feed" || alert.subject.siteId === siteId;
}

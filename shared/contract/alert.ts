/** Alerts: what needs a person now, what did before, and the rules that say so. */
import { z } from "zod";
import { alertSchema, openAlertSchema, snoozeMinutesSchema } from "../domain/alert.ts";
import { alertRuleSchema } from "../domain/alert-rule.ts";
import { procedure } from "./procedure.ts";

const alertId = z.object({ id: z.string() });

export const alertContract = {
  /** Alerts that hold now, the longest standing first. */
  list: procedure.input(z.object({ siteId: z.string().nullable() })).output(z.array(openAlertSchema)),
  /** Alerts raised in a time, open ones too, newest first; `total` says how many there are in all. */
  log: procedure
    .input(
      z.object({
        siteId: z.string().nullable(),
        fromMs: z.number(),
        toMs: z.number(),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(z.object({ total: z.number(), alerts: z.array(alertSchema) })),
  acknowledge: procedure.input(alertId).output(alertSchema),
  /** Keeps it silent for so many minutes, and whatever the same rule finds there meanwhile. */
  snooze: procedure.input(alertId.extend({ minutes: snoozeMinutesSchema })).output(alertSchema),
  assign: procedure.input(alertId.extend({ to: z.string().trim().min(1).max(80) })).output(alertSchema),
  /** Says how to tell people of an alert. Only the first who asks is told: no alert is told twice. */
  announce: procedure.input(alertId).output(z.object({ sound: z.boolean(), desktop: z.boolean() })),
  rules: procedure.output(z.array(alertRuleSchema)),
  /** Adds the rule, or replaces the one with its id. */
  putRule: procedure.input(alertRuleSchema).output(z.array(alertRuleSchema)),
  removeRule: procedure.input(alertId).output(z.array(alertRuleSchema)),
};

/** Calls for backup: whom to ask, asking, and what became of it. */
import { z } from "zod";
import { backupCallSchema, backupCandidateSchema } from "../domain/backup.ts";
import { backupFigureSchema } from "../domain/backup-figures.ts";
import { deliverySchema } from "../domain/delivery.ts";
import { notificationChannelSchema } from "../domain/notification.ts";
import { procedure } from "./procedure.ts";

export const backupContract = {
  /** Who could come for a service: can be asked first, then level, fairness, travel time. */
  roster: procedure
    .input(z.object({ siteId: z.string(), serviceId: z.string() }))
    .output(z.array(backupCandidateSchema)),
  /** Calls of the last 24 hours and all open ones, newest first. */
  list: procedure.input(z.object({ siteId: z.string().nullable() })).output(z.array(backupCallSchema)),
  /** How the people of the calls that `list` gives are told. */
  deliveries: procedure.input(z.object({ siteId: z.string().nullable() })).output(z.array(deliverySchema)),
  /** How quickly calls of the last 30 days were answered: the house, then each service. */
  figures: procedure.input(z.object({ siteId: z.string().nullable() })).output(z.array(backupFigureSchema)),
  /** Asks the people named to come to the service, all at once or one after the other. */
  request: procedure
    .input(
      z.object({
        siteId: z.string(),
        serviceId: z.string(),
        agentIds: z.array(z.string()).min(1).max(50),
        untilMs: z.number().nullable(),
        message: z.string().max(500).nullable(),
        channels: z.array(notificationChannelSchema).max(3),
        /** In the order of `agentIds`, until as many as are wanted have accepted; null: all at once. */
        inTurn: z
          .object({ wanted: z.int().min(1).max(50), answerMinutes: z.number().min(1).max(120) })
          .nullable(),
      }),
    )
    .output(z.array(backupCallSchema)),
  /** Calls nobody further in a cascade; gives its first call. */
  stopCascade: procedure.input(z.object({ cascadeId: z.string() })).output(backupCallSchema),
  accept: procedure
    .input(z.object({ callId: z.string(), arrivesAtMs: z.number().nullable() }))
    .output(backupCallSchema),
  decline: procedure
    .input(z.object({ callId: z.string(), reason: z.string().max(500).nullable() }))
    .output(backupCallSchema),
  arrive: procedure.input(z.object({ callId: z.string() })).output(backupCallSchema),
  release: procedure.input(z.object({ callId: z.string() })).output(backupCallSchema),
};

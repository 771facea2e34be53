/** Calls for backup: whom to ask, asking, and what became of it. */
import { z } from "zod";
import { backupCallSchema, backupCandidateSchema } from "../domain/backup.ts";
import { procedure } from "./procedure.ts";

export const backupContract = {
  /** Who could come for a service: can be asked first, then level, fairness, travel time. */
  roster: procedure
    .input(z.object({ siteId: z.string(), serviceId: z.string() }))
    .output(z.array(backupCandidateSchema)),
  /** Calls of the last 24 hours and all open ones, newest first. */
  list: procedure.input(z.object({ siteId: z.string().nullable() })).output(z.array(backupCallSchema)),
  /** Asks each person named to come to the service. */
  request: procedure
    .input(
      z.object({
        siteId: z.string(),
        serviceId: z.string(),
        agentIds: z.array(z.string()).min(1).max(50),
        untilMs: z.number().nullable(),
        message: z.string().max(500).nullable(),
      }),
    )
    .output(z.array(backupCallSchema)),
  accept: procedure
    .input(z.object({ callId: z.string(), arrivesAtMs: z.number().nullable() }))
    .output(backupCallSchema),
  decline: procedure
    .input(z.object({ callId: z.string(), reason: z.string().max(500).nullable() }))
    .output(backupCallSchema),
  arrive: procedure.input(z.object({ callId: z.string() })).output(backupCallSchema),
  release: procedure.input(z.object({ callId: z.string() })).output(backupCallSchema),
};

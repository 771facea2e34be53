/** What people did about the queues in a period, for the charts of that period. */
import { z } from "zod";
import { backupEffectSchema } from "../domain/backup-effect.ts";
import { interventionMarkSchema, interventionQuerySchema } from "../domain/intervention.ts";
import { procedure } from "./procedure.ts";

export const interventionListSchema = z.object({
  /** The points of the chart at which something was done, in order. */
  marks: z.array(interventionMarkSchema),
  /** The last calls for backup with what they did, the newest first, at most twenty. */
  backups: z.array(backupEffectSchema),
  /** How many calls for backup there are with something foreseen. */
  backupTotal: z.number(),
});
export type InterventionList = z.infer<typeof interventionListSchema>;

export const interventionContract = {
  list: procedure.input(interventionQuerySchema).output(interventionListSchema),
};

/** The history of what people did on the floor: what was foreseen, and what came of it. */
import { z } from "zod";
import { actionOutcomeSchema } from "../domain/action-outcome.ts";
import { takenActionSchema } from "../domain/taken-action.ts";
import { procedure } from "./procedure.ts";

export const historyEntrySchema = takenActionSchema.extend({
  /** Null where nothing was foreseen. */
  outcome: actionOutcomeSchema.nullable(),
  /** When it was taken back; null where it stands. */
  undoneAtMs: z.number().nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const actionContract = {
  /** Actions from an instant on and before another, newest first, at most 500. */
  list: procedure
    .input(z.object({ siteId: z.string().nullable(), fromMs: z.number(), toMs: z.number() }))
    .output(z.array(historyEntrySchema)),
};

/** Short pages about the services. */
import { z } from "zod";
import { serviceSheetDraftSchema, serviceSheetSchema } from "../domain/service-sheet.ts";
import { procedure } from "./procedure.ts";

export const serviceSheetContract = {
  /** All words, accents, plurals and case ignored, also in the services' names; empty: every sheet. */
  find: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(serviceSheetSchema)),
  /** The last wording; null where nobody has written one. */
  get: procedure.input(z.object({ serviceId: z.string() })).output(serviceSheetSchema.nullable()),
  /** Replaces the wording that the person saw (`version`, 0 for the first one). */
  save: procedure
    .input(z.object({ version: z.number(), draft: serviceSheetDraftSchema }))
    .output(serviceSheetSchema),
  /** Every wording, the newest first. */
  history: procedure.input(z.object({ serviceId: z.string() })).output(z.array(serviceSheetSchema)),
};

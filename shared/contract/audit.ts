/** The audit: who looked at whom, and what left the house. */
import { z } from "zod";
import { auditEntrySchema } from "../domain/audit.ts";
import { procedure } from "./procedure.ts";

export const auditContract = {
  /** The newest entries, and the numbers of those that were tampered with. */
  list: procedure
    .input(z.object({ limit: z.int().min(1).max(1_000) }))
    .output(z.object({ total: z.number(), entries: z.array(auditEntrySchema), breaks: z.array(z.number()) })),
};

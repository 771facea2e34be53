/** What an agent sees of their own record. Whoever is no agent on the floor is refused. */
import { z } from "zod";
import { agentFiguresSchema } from "../domain/agent-figures.ts";
import { auditEntrySchema } from "../domain/audit.ts";
import { ownNoteSchema } from "../domain/own-record.ts";
import { procedure } from "./procedure.ts";

export const mineContract = {
  /** Notes that are shared with them, newest first. */
  notes: procedure.output(z.array(ownNoteSchema)),
  /** Says that they have read a note; a second time changes nothing. */
  acknowledge: procedure.input(z.object({ id: z.string() })).output(ownNoteSchema),
  answer: procedure
    .input(z.object({ id: z.string(), text: z.string().trim().min(1).max(4_000) }))
    .output(ownNoteSchema),
  figures: procedure.output(agentFiguresSchema),
  /** Who looked at their record, newest first. */
  views: procedure.output(z.array(auditEntrySchema)),
  /** Everything that is kept about them, for machines and for people; others are named by their role. */
  everything: procedure
    .input(z.object({ language: z.enum(["fr", "en"]) }))
    .output(z.object({ fileName: z.string(), json: z.string(), text: z.string() })),
};

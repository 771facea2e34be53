/** Coaching notes. */
import { z } from "zod";
import { noteDraftSchema, noteRevisionSchema, noteSchema, noteSearchSchema } from "../domain/note.ts";
import { procedure } from "./procedure.ts";

export const noteContract = {
  find: procedure.input(noteSearchSchema).output(z.object({ total: z.number(), notes: z.array(noteSchema) })),
  get: procedure.input(z.object({ id: z.string() })).output(noteSchema),
  create: procedure.input(noteDraftSchema).output(noteSchema),
  /** Replaces the wording that the person saw (`revision`); the earlier one stays in the history. */
  edit: procedure
    .input(z.object({ id: z.string(), revision: z.number(), draft: noteDraftSchema }))
    .output(noteSchema),
  history: procedure.input(z.object({ id: z.string() })).output(z.array(noteRevisionSchema)),
};

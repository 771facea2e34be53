/** Coaching notes. What of them somebody sees or may change is decided by who asks. */
import { z } from "zod";
import { agentFiguresSchema } from "../domain/agent-figures.ts";
import { keptDraftSchema } from "../domain/kept-draft.ts";
import {
  noteAnswerSchema,
  noteDraftSchema,
  noteRevisionSchema,
  noteSearchSchema,
  seenNoteSchema,
} from "../domain/note.ts";
import { teamFiguresSchema } from "../domain/team-figures.ts";
import { procedure } from "./procedure.ts";

export const noteContract = {
  find: procedure.input(noteSearchSchema).output(
    z.object({
      /** Counted up to `mostNotesCounted`. */
      total: z.number(),
      notes: z.array(seenNoteSchema),
    }),
  ),
  get: procedure.input(z.object({ id: z.string() })).output(seenNoteSchema),
  create: procedure.input(noteDraftSchema).output(seenNoteSchema),
  /** Replaces the wording that the person saw (`revision`); the earlier one stays in the history. */
  edit: procedure
    .input(z.object({ id: z.string(), revision: z.number(), draft: noteDraftSchema }))
    .output(seenNoteSchema),
  /** Whether its author wants to come back to it. */
  follow: procedure.input(z.object({ id: z.string(), toFollow: z.boolean() })).output(seenNoteSchema),
  history: procedure.input(z.object({ id: z.string() })).output(z.array(noteRevisionSchema)),
  /** What the agent answered, the first one first. */
  answers: procedure.input(z.object({ id: z.string() })).output(z.array(noteAnswerSchema)),
  /** The notes that whoever asks is writing. */
  drafts: procedure.output(z.array(keptDraftSchema)),
  keepDraft: procedure.input(keptDraftSchema).output(z.object({ keptAtMs: z.number() })),
  dropDraft: procedure.input(z.object({ key: z.string() })).output(z.null()),
  /** Figures of the last four weeks of all agents that whoever asks coaches, together. */
  teamFigures: procedure.output(teamFiguresSchema),
  /** Figures of one agent of the team; the look and its purpose are written down, and the agent can read them. */
  agentFigures: procedure
    .input(z.object({ agentId: z.string(), purpose: z.string().trim().min(3).max(300) }))
    .output(agentFiguresSchema),
};

/** Everything that the console keeps about one agent, to read and to take away. Others are named by their role. */
import { z } from "zod";
import { skillSchema } from "./agent.ts";
import { agentFiguresSchema } from "./agent-figures.ts";
import { auditEntrySchema } from "./audit.ts";
import { noteAnswerSchema, noteSchema } from "./note.ts";

/** A note that was shared with the agent, with what they answered. */
export const ownNoteSchema = noteSchema
  .pick({
    id: true,
    author: true,
    caseId: true,
    replyId: true,
    momentAtMs: true,
    load: true,
    principle: true,
    kind: true,
    text: true,
    createdAtMs: true,
    updatedAtMs: true,
    revision: true,
    acknowledgedAtMs: true,
  })
  .extend({ answers: z.array(noteAnswerSchema) });
export type OwnNote = z.infer<typeof ownNoteSchema>;

export const ownRecordSchema = z.object({
  agentId: z.string(),
  name: z.string(),
  madeAtMs: z.number(),
  skills: z.array(skillSchema),
  notes: z.array(ownNoteSchema),
  figures: agentFiguresSchema,
  /** Who looked at their record. */
  views: z.array(auditEntrySchema),
});
export type OwnRecord = z.infer<typeof ownRecordSchema>;

/** Names to hide, with what stands in their place. */
export interface HiddenName {
  readonly name: string;
  readonly role: string;
}

/** A text in which other people are named by their role, wherever their whole name or their first name stands. */
export function hideNames(text: string, hidden: readonly HiddenName[]): string {
  return hidden
    .flatMap(({ name, role }) => {
      const [first = ""] = name.split(" ");
      return [name, first].map((part) => ({ part, role }));
    })
    .filter(({ part }) => part.length > 2)
    .sort((a, b) => b.part.length - a.part.length)
    .reduce(
      (shown, { part, role }) =>
        shown.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(part)}(?![\\p{L}\\p{N}])`, "giu"), role),
      text,
    );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The record without the names of others: authors and readers become `reader`, other agents `colleague`. */
export function maskedRecord(
  record: OwnRecord,
  hidden: readonly HiddenName[],
  roles: { readonly author: string; readonly viewer: string },
): OwnRecord {
  return {
    ...record,
    notes: record.notes.map((note) => ({
      ...note,
      author: roles.author,
      text: hideNames(note.text, hidden),
      answers: note.answers.map((answer) => ({ ...answer, text: hideNames(answer.text, hidden) })),
    })),
    views: record.views.map((view) => ({
      ...view,
      by: roles.viewer,
      purpose: view.purpose === null ? null : hideNames(view.purpose, hidden),
    })),
  };
}

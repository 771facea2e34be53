/** A note while it is being written: it may still lack what a saved note must have. */
import type { NoteFields } from "../../shared/domain/kept-draft.ts";
import { longestNote, type NoteDraft } from "../../shared/domain/note.ts";

export const emptyFields: NoteFields = {
  agentId: null,
  caseId: "",
  replyId: null,
  momentAtMs: null,
  principle: null,
  kind: "observation",
  visibility: "team_leads",
  text: "",
};

/** The fields of a saved note, to go on writing. */
export function fieldsOf(note: NoteDraft): NoteFields {
  const { agentId, caseId, replyId, momentAtMs, principle, kind, visibility, text } = note;
  return { agentId, caseId: caseId ?? "", replyId, momentAtMs, principle, kind, visibility, text };
}

/** Whether two versions would be saved as the same note. */
export function sameFields(a: NoteFields, b: NoteFields): boolean {
  return (
    a.agentId === b.agentId &&
    a.caseId.trim() === b.caseId.trim() &&
    a.replyId === b.replyId &&
    a.momentAtMs === b.momentAtMs &&
    a.principle === b.principle &&
    a.kind === b.kind &&
    a.visibility === b.visibility &&
    a.text.trim() === b.text.trim()
  );
}

/** What keeps the fields from being saved. */
export type FieldProblem = "agent_missing" | "text_missing" | "text_too_long";

/** The note to save, or everything that still keeps it from being saved. */
export function noteToSave(
  fields: NoteFields,
): { readonly draft: NoteDraft } | { readonly problems: readonly FieldProblem[] } {
  const text = fields.text.trim();
  const { agentId } = fields;
  const problems: FieldProblem[] = [];
  if (agentId === null) problems.push("agent_missing");
  if (text === "") problems.push("text_missing");
  if (text.length > longestNote) problems.push("text_too_long");
  if (agentId === null || problems.length > 0) return { problems };
  const caseId = fields.caseId.trim();
  return { draft: { ...fields, agentId, caseId: caseId === "" ? null : caseId, text } };
}

/** A text with open questions added at its end, each with room for what is to be said about it. */
export function withQuestions(text: string, questions: readonly string[]): string {
  const asked = questions.filter((question) => !text.includes(question));
  const parts = [text.trimEnd(), ...asked.map((question) => `**${question}**`)];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** A note while it is being written: it may still lack what a saved note must have. */
import type { Note, NoteDraft, Principle } from "../../shared/domain/note.ts";

export interface NoteFields {
  readonly agentId: string | null;
  /** Empty where the note is about no case. */
  readonly caseId: string;
  readonly principle: Principle | null;
  readonly kind: NoteDraft["kind"];
  readonly visibility: NoteDraft["visibility"];
  readonly text: string;
}

export const emptyFields: NoteFields = {
  agentId: null,
  caseId: "",
  principle: null,
  kind: "observation",
  visibility: "team_leads",
  text: "",
};

export const longestNote = 20_000;

/** The fields of a saved note, to go on writing. */
export function fieldsOf(note: Note): NoteFields {
  const { agentId, caseId, principle, kind, visibility, text } = note;
  return { agentId, caseId: caseId ?? "", principle, kind, visibility, text };
}

/** Whether two versions would be saved as the same note. */
export function sameFields(a: NoteFields, b: NoteFields): boolean {
  return (
    a.agentId === b.agentId &&
    a.caseId.trim() === b.caseId.trim() &&
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
  const { agentId, principle, kind, visibility } = fields;
  const problems: FieldProblem[] = [];
  if (agentId === null) problems.push("agent_missing");
  if (text === "") problems.push("text_missing");
  if (text.length > longestNote) problems.push("text_too_long");
  if (agentId === null || problems.length > 0) return { problems };
  const caseId = fields.caseId.trim();
  return { draft: { agentId, caseId: caseId === "" ? null : caseId, principle, kind, visibility, text } };
}

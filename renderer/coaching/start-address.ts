/**
 * The address that begins a note about something: `#/coaching?write=1&agent=amina&case=A023&at=1790000000000`.
 * `reply` names the event of a sent reply.
 */
import type { NoteFields } from "../../shared/domain/kept-draft.ts";

export interface NoteStart {
  readonly agentId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly replyId?: string | undefined;
  readonly atMs?: number | undefined;
}

/** Where a note about this is written. */
export function noteAddress({ agentId, caseId, replyId, atMs }: NoteStart): string {
  const named = { agent: agentId, case: caseId, reply: replyId, at: atMs?.toString() };
  const parameters = new URLSearchParams({ write: "1" });
  for (const [name, value] of Object.entries(named)) if (value !== undefined) parameters.set(name, value);
  return `/coaching?${parameters}`;
}

/** What the note that an address asks for is about; undefined where it asks for none. */
export function readStart(parameters: URLSearchParams): Partial<NoteFields> | undefined {
  if (parameters.get("write") === null) return undefined;
  const at = Number(parameters.get("at") ?? Number.NaN);
  return {
    agentId: parameters.get("agent"),
    caseId: parameters.get("case") ?? "",
    replyId: parameters.get("reply"),
    momentAtMs: Number.isSafeInteger(at) ? at : null,
  };
}

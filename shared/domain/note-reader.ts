/** Who may read which notes. */
import { type Actor, authorKey, hasRole } from "./actor.ts";
import type { Note, SeenNote } from "./note.ts";

/** Whoever reads notes, as far as it decides what they see. */
export interface NoteReader {
  /** The key of what they wrote themselves. */
  readonly authorKey: string;
  /** The agents that they coach; null: all of them. */
  readonly coachedAgentIds: readonly string[] | null;
  /** The agent that they are themselves; null where they serve nobody. */
  readonly agentId: string | null;
}

export function noteReader(actor: Actor): NoteReader {
  return {
    authorKey: authorKey(actor),
    coachedAgentIds: hasRole(actor, "team_lead") ? actor.teamAgentIds : [],
    agentId: actor.agentId,
  };
}

/**
 * Whether somebody may read a note: its author always; who coaches its agent, unless it is for its author alone;
 * the agent only where it is shared, even if they lead a team themselves.
 */
export function mayRead(
  reader: NoteReader,
  note: Pick<Note, "authorKey" | "agentId" | "visibility">,
): boolean {
  if (note.authorKey === reader.authorKey) return true;
  if (note.agentId === reader.agentId) return note.visibility === "shared";
  const coaches = reader.coachedAgentIds === null || reader.coachedAgentIds.includes(note.agentId);
  return coaches && note.visibility !== "author";
}

/** A note without the key of its author. */
export function seenBy(reader: Pick<NoteReader, "authorKey">, note: Note): SeenNote {
  const { authorKey: key, ...seen } = note;
  return { ...seen, isOwn: key === reader.authorKey };
}

/** Which case a person means by what they typed: a ticket on the floor, or a case number. */
import type { FloorCase } from "../../shared/domain/floor.ts";

/**
 * The open case whose ticket or id was typed, capitals ignored. Where several sites use the same
 * ticket, the one of the agent's site; undefined where none is open.
 */
export function findOpenCase(
  text: string,
  open: Iterable<FloorCase>,
  siteId: string | undefined,
): FloorCase | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === "") return undefined;
  const found = [...open].filter(
    (one) => one.id.toLowerCase() === typed || one.ticket?.toLowerCase() === typed,
  );
  return found.find((one) => one.siteId === siteId) ?? found[0];
}

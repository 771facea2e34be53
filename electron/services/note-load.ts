/** How busy the floor was at the moment that a note is about. */
import { isOnFloor } from "../../shared/domain/agent.ts";
import { currentLeg, type Leg } from "../../shared/domain/case.ts";
import { floorAt } from "../../shared/domain/floor-at.ts";
import type { NoteDraft, NoteLoad } from "../../shared/domain/note.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { timeZoneOf } from "./directory.ts";

export type LoadStore = Pick<
  Store,
  "agents" | "agentsBefore" | "case" | "directory" | "legsAt" | "observationsAt"
>;

/**
 * The load to keep with a note; null where it is about no moment.
 *
 * The moment is the one that was named, else the one at which the note's case was served, or ended without
 * that; now, while it still waits.
 */
export async function noteLoad(store: LoadStore, clock: Clock, draft: NoteDraft): Promise<NoteLoad | null> {
  const found = draft.caseId === null ? undefined : await store.case(draft.caseId);
  const atMs = draft.momentAtMs ?? (found === undefined ? null : momentOf(currentLeg(found), clock.nowMs()));
  if (atMs === null || atMs > clock.nowMs()) return null;
  const siteId = found?.siteId ?? (await siteOf(store, draft.agentId));
  const [directory, legs, observations, agents] = await Promise.all([
    store.directory(),
    store.legsAt(atMs),
    store.observationsAt(atMs),
    store.agentsBefore(atMs),
  ]);
  const isHere = (part: { readonly siteId: string }) => siteId === null || part.siteId === siteId;
  const { total } = floorAt(
    atMs,
    timeZoneOf(directory, siteId),
    legs.filter(isHere),
    observations.filter(isHere),
  );
  return {
    atMs,
    siteId,
    waiting: total.queueLength,
    longestWaitSeconds: total.longestWaitSeconds,
    agentsOn: agents.filter(({ agent }) => isHere(agent) && isOnFloor(agent.state)).length,
  };
}

async function siteOf(store: LoadStore, agentId: string): Promise<string | null> {
  const agents = await store.agents();
  return agents.find(({ agent }) => agent.id === agentId)?.agent.siteId ?? null;
}

function momentOf(leg: Leg, nowMs: number): number {
  return leg.startedAtMs ?? leg.endedAtMs ?? nowMs;
}

/** Who can serve what: signalled skills beside entered ones, and how many can serve each service. */

import { coaches, hasRole } from "../../shared/domain/actor.ts";
import type { Agent } from "../../shared/domain/agent.ts";
import {
  coverOf,
  type EnteredSkill,
  type EnteredSkillDraft,
  type ServiceCover,
  type SkillRow,
  skillCells,
} from "../../shared/domain/skill-matrix.ts";
import { Fault } from "../../shared/faults.ts";
import { localDate } from "../../shared/queueing/intervals.ts";
import type { SkillMatrixStore } from "../store/skill-matrix-store.ts";
import type { Store } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";
import { refuseUnlessCoached } from "./coached.ts";
import { named, timeZoneOf } from "./directory.ts";

export interface SkillMatrix {
  readonly today: string;
  readonly rows: SkillRow[];
  readonly cover: ServiceCover[];
}

export interface SkillMatrixService {
  get(siteId: string | null): Promise<SkillMatrix>;
  put(draft: EnteredSkillDraft): Promise<EnteredSkill>;
  remove(agentId: string, serviceId: string): Promise<{ removed: boolean }>;
}

export type SkillMatrixParts = SkillMatrixStore & Pick<Store, "agents" | "directory">;

/** Makes the skill matrix of a store. */
export function createSkillMatrix(
  store: SkillMatrixParts,
  clock: Clock,
  access: Pick<AccessService, "actor">,
): SkillMatrixService {
  return {
    async get(siteId) {
      const actor = access.actor();
      const directory = await store.directory();
      const today = localDate(clock.nowMs(), timeZoneOf(directory, siteId));
      const all = (await skillRows(store)).filter((row) => siteId === null || row.siteId === siteId);
      const isManager = hasRole(actor, "manager");
      return {
        today,
        rows: all.filter((row) => isManager || coaches(actor, row.agentId)),
        cover: coverOf(
          directory.services.map(({ id }) => id),
          all,
          today,
        ),
      };
    },
    async put(draft) {
      const actor = access.actor();
      refuseUnlessCoached(actor, draft.agentId);
      if (draft.expiresDate !== null && draft.expiresDate < draft.sinceDate) {
        throw new Fault("invalid_input", "The skill would end before it begins; nothing was changed.", {
          field: "expiresDate",
        });
      }
      const skill = { ...draft, by: actor.name, atMs: clock.nowMs(), trainingId: null };
      await store.putEnteredSkill(skill);
      return skill;
    },
    async remove(agentId, serviceId) {
      refuseUnlessCoached(access.actor(), agentId);
      return { removed: await store.removeEnteredSkill(agentId, serviceId) };
    },
  };
}

/** The agents and the people who can be called in, by name, with all that is known of their skills. */
export async function skillRows(
  store: Pick<SkillMatrixParts, "agents" | "directory" | "enteredSkills">,
): Promise<SkillRow[]> {
  const [agents, { roster }, entered] = await Promise.all([
    store.agents(),
    store.directory(),
    store.enteredSkills(),
  ]);
  const ofAgent = Map.groupBy(entered, ({ agentId }) => agentId);
  const people = new Map<string, Pick<Agent, "name" | "siteId" | "skills">>();
  for (const { agentId, name, siteId, skills } of roster) people.set(agentId, { name, siteId, skills });
  for (const { agent } of agents) {
    const { id, name, siteId } = named(agent, roster);
    // Whoever is on the roster and signs in now and then has the skills of both.
    people.set(id, { name, siteId, skills: [...(people.get(id)?.skills ?? []), ...agent.skills] });
  }
  return [...people]
    .map(([agentId, { name, siteId, skills }]) => ({
      agentId,
      name,
      siteId,
      cells: skillCells(skills, ofAgent.get(agentId) ?? []),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "fr") || (a.agentId < b.agentId ? -1 : 1));
}

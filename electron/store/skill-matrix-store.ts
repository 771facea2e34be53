/** What the store keeps of skills that people enter; those that feeds signal are with the agents. */
import type { EnteredSkill } from "../../shared/domain/skill-matrix.ts";

export interface SkillMatrixStore {
  enteredSkills(): Promise<EnteredSkill[]>;
  /** Adds the skill, or replaces that of the same agent and service. */
  putEnteredSkill(skill: EnteredSkill): Promise<void>;
  /** Whether there was one. */
  removeEnteredSkill(agentId: string, serviceId: string): Promise<boolean>;
}

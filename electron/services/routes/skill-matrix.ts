/** The routes of skills, trainings and knowledge that is missing. */
import type { KnowledgeGapService } from "../knowledge-gap.ts";
import type { SkillMatrixService } from "../skill-matrix.ts";
import type { TrainingService } from "../training.ts";
import type { Implementer } from "./implementer.ts";

export function skillMatrixRoutes({ skillMatrix }: Implementer, matrix: SkillMatrixService) {
  return {
    get: skillMatrix.get.handler(({ input }) => matrix.get(input.siteId)),
    put: skillMatrix.put.handler(({ input }) => matrix.put(input)),
    remove: skillMatrix.remove.handler(({ input }) => matrix.remove(input.agentId, input.serviceId)),
  };
}

export function trainingRoutes({ training }: Implementer, trainings: TrainingService) {
  return {
    list: training.list.handler(() => trainings.list()),
    put: training.put.handler(({ input }) => trainings.put(input.id, input.draft)),
    confirm: training.confirm.handler(({ input }) => trainings.confirm(input.id)),
  };
}

export function knowledgeGapRoutes({ knowledgeGap }: Implementer, gaps: KnowledgeGapService) {
  return { find: knowledgeGap.find.handler(({ input }) => gaps.find(input)) };
}

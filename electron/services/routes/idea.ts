/** The routes of ideas and questions. */
import type { IdeaService } from "../idea.ts";
import type { Implementer } from "./implementer.ts";

export function ideaRoutes({ idea }: Implementer, ideas: IdeaService) {
  return {
    list: idea.list.handler(() => ideas.list()),
    propose: idea.propose.handler(({ input }) => ideas.propose(input)),
    comment: idea.comment.handler(({ input }) => ideas.comment(input.id, input.text)),
    move: idea.move.handler(({ input }) => ideas.move(input.id, input.move)),
    effect: idea.effect.handler(({ input }) => ideas.effect(input.id)),
  };
}

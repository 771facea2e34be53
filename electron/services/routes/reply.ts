/** The routes of sent replies. */
import type { ReplyService } from "../reply.ts";
import type { Implementer } from "./implementer.ts";

export function replyRoutes({ reply }: Implementer, replies: ReplyService) {
  return {
    list: reply.list.handler(({ input }) => replies.list(input)),
    get: reply.get.handler(({ input }) => replies.get(input.id)),
    figures: reply.figures.handler(({ input }) => replies.figures(input.serviceId)),
    templates: reply.templates.handler(() => replies.templates()),
    putTemplate: reply.putTemplate.handler(({ input }) => replies.putTemplate(input.id, input.draft)),
    retireTemplate: reply.retireTemplate.handler(async ({ input }) => {
      await replies.retireTemplate(input.id);
      return {};
    }),
  };
}

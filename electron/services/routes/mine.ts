/** The routes of one's own record. */
import type { MineService } from "../mine.ts";
import type { Implementer } from "./implementer.ts";

export function mineRoutes({ mine }: Implementer, own: MineService) {
  return {
    notes: mine.notes.handler(() => own.notes()),
    acknowledge: mine.acknowledge.handler(({ input }) => own.acknowledge(input.id)),
    answer: mine.answer.handler(({ input }) => own.answer(input.id, input.text)),
    figures: mine.figures.handler(() => own.figures()),
    views: mine.views.handler(() => own.views()),
    everything: mine.everything.handler(({ input }) => own.everything(input.language)),
  };
}

/** The routes of how citizens felt treated. */
import type { FeedbackService } from "../feedback.ts";
import type { Implementer } from "./implementer.ts";

export function feedbackRoutes({ feedback }: Implementer, answers: FeedbackService) {
  return {
    overview: feedback.overview.handler(({ input }) => answers.overview(input)),
    words: feedback.words.handler(({ input }) => answers.words(input)),
  };
}

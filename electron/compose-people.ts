/** Wires what is about people rather than queues: the audit, coaching, and what comes of the principles. */
import { similarTexts } from "../shared/similarity/similar-texts.ts";
import type { AccessService } from "./services/access.ts";
import { createAgreedSteps } from "./services/agreed-step.ts";
import { createAudit } from "./services/audit.ts";
import type { Clock } from "./services/clock.ts";
import { createCoachingSessions } from "./services/coaching-session.ts";
import { createCommitments } from "./services/commitment.ts";
import { createExperience } from "./services/experience.ts";
import { createFeedback } from "./services/feedback.ts";
import type { FigureService } from "./services/figure.ts";
import { createIdeas } from "./services/idea.ts";
import { createKnowledgeGaps } from "./services/knowledge-gap.ts";
import { createMine } from "./services/mine.ts";
import { createNotes } from "./services/note.ts";
import { createNoteFigures } from "./services/note-figures.ts";
import { createPeople } from "./services/person.ts";
import { createPreparations } from "./services/preparation.ts";
import { createPrinciples } from "./services/principle.ts";
import { createProblems } from "./services/problem.ts";
import { createReplies } from "./services/reply.ts";
import { createServiceSheets } from "./services/service-sheet.ts";
import { createSessions } from "./services/session.ts";
import { createSkillMatrix } from "./services/skill-matrix.ts";
import { createTrainings } from "./services/training.ts";
import type { Store } from "./store/store.ts";

export interface PeopleParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly access: AccessService;
  readonly figures: FigureService;
}

/** Makes these services; they share the console's store and clock. */
export function composePeople({ store, clock, access, figures }: PeopleParts) {
  const audit = createAudit(store, clock, access);
  const experience = createExperience(store);
  const feedback = createFeedback(store, experience);
  const commitments = createCommitments(store, clock, access);
  const replies = createReplies({ store, clock, access, audit });
  const notes = createNotes(store, clock, access);
  const steps = createAgreedSteps(store, clock, access);
  const coachingSessions = createCoachingSessions({ store, clock, access });
  return {
    people: createPeople(store, access),
    sessions: createSessions(store, clock, access),
    audit,
    feedback,
    replies,
    ideas: createIdeas({ store, clock, access, figures, experience }),
    commitments,
    principles: createPrinciples({
      store,
      clock,
      access,
      figures,
      experience,
      feedback,
      commitments,
      replies,
    }),
    problems: createProblems({ store, clock, access, similar: similarTexts }),
    notes,
    noteFigures: createNoteFigures({ store, clock, access, audit }),
    mine: createMine({ store, clock, access, audit }),
    agreedSteps: steps,
    coachingSessions,
    preparations: createPreparations({
      store,
      sessions: coachingSessions,
      notes,
      steps,
      commitments,
      figures,
      audit,
      access,
      clock,
    }),
    skillMatrix: createSkillMatrix(store, clock, access),
    trainings: createTrainings(store, clock, access),
    serviceSheets: createServiceSheets(store, clock, access),
    knowledgeGaps: createKnowledgeGaps(store),
  };
}

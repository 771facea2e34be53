/** Everything that the console keeps about one agent, to read and to take away. Others are named by their role. */
import { z } from "zod";
import { skillSchema } from "./agent.ts";
import { agentFiguresSchema } from "./agent-figures.ts";
import { agreedStepSchema } from "./agreed-step.ts";
import { auditEntrySchema } from "./audit.ts";
import { coachingSessionSchema } from "./coaching-session.ts";
import { commitmentSchema } from "./commitment.ts";
import { maskNames } from "./mask-names.ts";
import { noteAnswerSchema, noteSchema } from "./note.ts";
import { enteredSkillSchema } from "./skill-matrix.ts";
import { attendanceSchema, trainingSchema } from "./training.ts";

/** A note that was shared with the agent, with what they answered. */
export const ownNoteSchema = noteSchema
  .pick({
    id: true,
    author: true,
    caseId: true,
    replyId: true,
    momentAtMs: true,
    load: true,
    principle: true,
    kind: true,
    text: true,
    createdAtMs: true,
    updatedAtMs: true,
    revision: true,
    acknowledgedAtMs: true,
  })
  .extend({ answers: z.array(noteAnswerSchema) });
export type OwnNote = z.infer<typeof ownNoteSchema>;

/** A step that was agreed with the agent. */
const ownStepSchema = agreedStepSchema.pick({
  text: true,
  dueDate: true,
  state: true,
  outcome: true,
  settledAtMs: true,
  createdAtMs: true,
});

/** A session that was set aside for the agent. */
const ownSessionSchema = coachingSessionSchema.pick({
  startsAtMs: true,
  minutes: true,
  place: true,
  state: true,
  outcome: true,
  nextSteps: true,
});

const ownLevelSchema = enteredSkillSchema.pick({
  serviceId: true,
  level: true,
  sinceDate: true,
  expiresDate: true,
});

const ownTrainingSchema = trainingSchema
  .pick({ topic: true, serviceId: true, date: true })
  .extend({ attendance: attendanceSchema });

/** A commitment that the agent owns; with a case, of that case. */
const ownCommitmentSchema = commitmentSchema.pick({
  caseId: true,
  serviceId: true,
  dueAtMs: true,
  what: true,
  madeAtMs: true,
  keptAtMs: true,
  missedAtMs: true,
});

/** A reply that the agent sent to a citizen. */
const ownReplySchema = z.object({
  caseId: z.string(),
  serviceId: z.string(),
  atMs: z.number(),
  text: z.string(),
});

export const ownRecordSchema = z.object({
  agentId: z.string(),
  name: z.string(),
  madeAtMs: z.number(),
  /** As the feeds signal them. */
  skills: z.array(skillSchema),
  /** As a team lead entered them. */
  levels: z.array(ownLevelSchema),
  trainings: z.array(ownTrainingSchema),
  notes: z.array(ownNoteSchema),
  steps: z.array(ownStepSchema),
  sessions: z.array(ownSessionSchema),
  /** The one due first in front. */
  commitments: z.array(ownCommitmentSchema),
  /** The first one sent in front. */
  replies: z.array(ownReplySchema),
  figures: agentFiguresSchema,
  /** Who looked at their record. */
  views: z.array(auditEntrySchema),
});
export type OwnRecord = z.infer<typeof ownRecordSchema>;

/** Names to hide, with what stands in their place. */
export interface HiddenName {
  readonly name: string;
  readonly role: string;
}

/** A text in which other people are named by their role, wherever their whole name or their first name stands. */
export function hideNames(text: string, hidden: readonly HiddenName[]): string {
  return hidden
    .flatMap(({ name, role }) => {
      const [first = ""] = name.split(" ");
      return [name, first].map((part) => ({ part, role }));
    })
    .filter(({ part }) => part.length > 2)
    .sort((a, b) => b.part.length - a.part.length)
    .reduce(
      (shown, { part, role }) =>
        shown.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(part)}(?![\\p{L}\\p{N}])`, "giu"), role),
      text,
    );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The record without the names of others, citizens' included: authors and readers become `reader`, other agents `colleague`. */
export function maskedRecord(
  record: OwnRecord,
  hidden: readonly HiddenName[],
  roles: { readonly author: string; readonly viewer: string },
): OwnRecord {
  const shown = (text: string) => hideNames(text, hidden);
  return {
    ...record,
    trainings: record.trainings.map((training) => ({ ...training, topic: shown(training.topic) })),
    steps: record.steps.map((step) => ({
      ...step,
      text: shown(step.text),
      outcome: step.outcome === null ? null : shown(step.outcome),
    })),
    sessions: record.sessions.map((session) => ({
      ...session,
      place: shown(session.place),
      outcome: shown(session.outcome),
      nextSteps: shown(session.nextSteps),
    })),
    notes: record.notes.map((note) => ({
      ...note,
      author: roles.author,
      text: shown(note.text),
      answers: note.answers.map((answer) => ({ ...answer, text: shown(answer.text) })),
    })),
    commitments: record.commitments.map((commitment) => ({
      ...commitment,
      // People type what they promised: nothing has left a citizen's name out of it yet.
      what: maskNames(shown(commitment.what)),
    })),
    replies: record.replies.map((reply) => ({ ...reply, text: shown(reply.text) })),
    views: record.views.map((view) => ({
      ...view,
      by: roles.viewer,
      purpose: view.purpose === null ? null : shown(view.purpose),
    })),
  };
}

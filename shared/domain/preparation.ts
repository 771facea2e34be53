/** What a team lead reads before a session: never a ranking, never figures of the person. */
import { z } from "zod";
import { agreedStepSchema } from "./agreed-step.ts";
import { coachingSessionSchema } from "./coaching-session.ts";
import { commitmentSchema } from "./commitment.ts";
import { seenNoteSchema } from "./note.ts";
import { skillCellSchema } from "./skill-matrix.ts";

/** Figures of a group are shown from so many people on: of fewer, each could be worked out. */
export const leastGroup = 5;
/** Figures are those of so many days before now. */
export const preparationDays = 28;
export const mostPreparedNotes = 10;

export const teamFigureSchema = z.object({
  /** Null: the whole site. */
  serviceId: z.string().nullable(),
  /** How many people the figures are made of. */
  agentCount: z.number(),
  served: z.number(),
  waitP50Seconds: z.number().nullable(),
  waitP90Seconds: z.number().nullable(),
  /** 0–1. */
  serviceLevel: z.number().nullable(),
});
export type TeamFigure = z.infer<typeof teamFigureSchema>;

export const preparationSchema = z.object({
  session: coachingSessionSchema,
  siteId: z.string().nullable(),
  /** Newest first: own notes and those that are shared with the one who asks. */
  notes: z.array(seenNoteSchema),
  /** Open ones, the first due on top. */
  steps: z.array(agreedStepSchema),
  /** Open ones that the agent owes to citizens, the first due on top. */
  commitments: z.array(commitmentSchema.pick({ id: true, what: true, dueAtMs: true })),
  skills: z.array(skillCellSchema),
  /** The site, then those of its services that the agent serves. */
  team: z.object({
    fromMs: z.number(),
    toMs: z.number(),
    definitionsVersion: z.number(),
    definitions: z.record(z.string(), z.string()),
    figures: z.array(teamFigureSchema),
    /** Groups that are too small to be shown. */
    hiddenCount: z.number(),
  }),
});
export type Preparation = z.infer<typeof preparationSchema>;

/** Of figures of groups, those that say nothing of one person. */
export function shownFigures(figures: readonly TeamFigure[]): { figures: TeamFigure[]; hiddenCount: number } {
  const shown = figures.filter(({ agentCount, served }) => agentCount >= leastGroup && served >= leastGroup);
  return { figures: shown, hiddenCount: figures.length - shown.length };
}

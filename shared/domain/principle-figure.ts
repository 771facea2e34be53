/** Figures of the seven principles: each says what it counts, of how many, and where that can be looked at. */
import { z } from "zod";
import { principleSchema } from "./note.ts";

export const principleFigureIds = [
  "covered_services",
  "single_person_services",
  "backup_accepted",
  "transfers",
  "ideas_proposed",
  "ideas_tried",
  "ideas_settled",
  "first_answer",
  "wait_median",
  "wait_p90",
  "service_level",
  "abandonment",
  "commitments_in_time",
  "commitments_overdue",
  "problems_open",
  "experience",
  "treated",
  "solved",
  "personal_share",
  "concrete_share",
] as const;
export type PrincipleFigureId = (typeof principleFigureIds)[number];

export const principleFigureSchema = z.object({
  id: z.enum(principleFigureIds),
  /** Null where nothing was measured, or of too few people to be shown. */
  value: z.number().nullable(),
  /** `share` 0–1, `score` 0–100. */
  unit: z.enum(["share", "count", "seconds", "days", "score"]),
  /** Of how many; null where that says nothing more. */
  n: z.number().nullable(),
  /** The same figure of the month before; null where it can't be set beside this one. */
  previous: z.number().nullable(),
  /** Where what it is made of can be looked at. */
  address: z.string(),
});
export type PrincipleFigure = z.infer<typeof principleFigureSchema>;

export const nextSteps = [
  "train_second_person",
  "look_at_transfers",
  "answer_ideas",
  "propose_idea",
  "look_at_waits",
  "settle_overdue",
  "make_commitment",
  "ask_for_feedback",
  "read_words",
  "look_at_replies",
  "connect_replies",
] as const;
export const nextStepSchema = z.object({
  kind: z.enum(nextSteps),
  /** The service that it is about; null where it is about none. */
  serviceId: z.string().nullable(),
  address: z.string(),
});
export type NextStep = z.infer<typeof nextStepSchema>;

export const principleCardSchema = z.object({
  principle: principleSchema,
  figures: z.array(principleFigureSchema),
  /** The card's first figure by month, the oldest first; months in which nothing was measured are left out. */
  trend: z.array(z.object({ month: z.string(), value: z.number() })),
  /** What to do about it; null where nothing presses. */
  nextStep: nextStepSchema.nullable(),
});
export type PrincipleCard = z.infer<typeof principleCardSchema>;

/** A figure as it is set on a card. */
export function principleFigure(
  id: PrincipleFigureId,
  unit: PrincipleFigure["unit"],
  value: number | null,
  address: string,
  more: { readonly n?: number | null; readonly previous?: number | null } = {},
): PrincipleFigure {
  return { id, unit, value, address, n: more.n ?? null, previous: more.previous ?? null };
}

/** Figures of the seven principles: each says what it counts, of how many, and where that can be looked at. */
import { z } from "zod";
import { principleSchema } from "./note.ts";
import { principleEvidenceSchema } from "./principle-evidence.ts";

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

/** Why a figure says nothing: nobody was counted, or so few that it would tell of single people. */
export const figureGaps = ["not_measured", "too_few"] as const;
export type FigureGap = (typeof figureGaps)[number];

/**
 * Why a figure stands alone: nothing of its kind is known of the time before, so little that it would tell of single
 * people, or too few days of it.
 */
export const comparisonGaps = ["nothing_known", "too_few", "few_days"] as const;
export type ComparisonGap = (typeof comparisonGaps)[number];

export const principleFigureSchema = z.object({
  id: z.enum(principleFigureIds),
  /** Null where nothing was measured, or of too few to be shown. */
  value: z.number().nullable(),
  /** Why `value` is null; null where it is not. */
  gap: z.enum(figureGaps).nullable(),
  /** `share` 0–1, `score` 0–100. */
  unit: z.enum(["share", "count", "seconds", "days", "score"]),
  /** Of how many; null where that says nothing more. */
  n: z.number().nullable(),
  /** The same figure of the time before; null where it can't be set beside this one. */
  previous: z.number().nullable(),
  previousN: z.number().nullable(),
  /** Why there is a `value` and no `previous`; null where that is not so. */
  comparisonGap: z.enum(comparisonGaps).nullable(),
  /** Where what it is made of can be looked at. */
  address: z.string(),
});
export type PrincipleFigure = z.infer<typeof principleFigureSchema>;

export const nextSteps = [
  "connect_feed",
  "enter_skills",
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

export const trendPointSchema = z.object({ month: z.string(), value: z.number() });
export type TrendPoint = z.infer<typeof trendPointSchema>;

export const principleCardSchema = z.object({
  principle: principleSchema,
  figures: z.array(principleFigureSchema),
  /** The card's first figure by month, the oldest first; months in which nothing was measured are left out. */
  trend: z.array(trendPointSchema),
  /** The latest things that the figures are made of, as far as the one who asks may see them. */
  evidence: z.array(principleEvidenceSchema),
  /** What to do about it; null where nothing presses. */
  nextStep: nextStepSchema.nullable(),
});
export type PrincipleCard = z.infer<typeof principleCardSchema>;

/** What was measured in one stretch of time. */
export interface Measured {
  /** Null where nothing was measured, or of too few to be shown. */
  readonly value: number | null;
  /** Of how many; null where that says nothing more. */
  readonly n: number | null;
  /** Something was measured, and of too few to be shown. */
  readonly isFew: boolean;
}

/** Nothing was measured. */
export const unmeasured: Measured = { value: null, n: null, isFew: false };

export function measured(value: number | null, n: number | null = null): Measured {
  return { value, n, isFew: false };
}

/** A measure that is hidden while it is of fewer than so many, and not measured while it is of none. */
export function measuredOfMany(value: number | null, count: number, least: number): Measured {
  return count < least ? { ...unmeasured, isFew: count > 0 } : measured(value, count);
}

/** A figure as it is set on a card, beside the time before or with the reason why it stands alone. */
export function principleFigure(
  id: PrincipleFigureId,
  unit: PrincipleFigure["unit"],
  address: string,
  now: Measured,
  before: Measured | ComparisonGap,
): PrincipleFigure {
  const { value, n } = now;
  const figure = {
    id,
    unit,
    address,
    value,
    n,
    gap: null,
    previous: null,
    previousN: null,
    comparisonGap: null,
  };
  if (value === null) return { ...figure, n: null, gap: now.isFew ? "too_few" : "not_measured" };
  if (typeof before === "string") return { ...figure, comparisonGap: before };
  if (before.value === null) {
    return { ...figure, comparisonGap: before.isFew ? "too_few" : "nothing_known" };
  }
  return { ...figure, previous: before.value, previousN: before.n };
}

/** What a team lead and an agent agreed to do, by when, and what came of it. */
import { z } from "zod";
import { addDays } from "../queueing/intervals.ts";
import { weekdayOfDate } from "../queueing/local-clock.ts";

export const agreedStepStates = ["open", "done", "dropped"] as const;
export const agreedStepStateSchema = z.enum(agreedStepStates);
export type AgreedStepState = z.infer<typeof agreedStepStateSchema>;

/** What a person fills in. */
export const agreedStepDraftSchema = z.object({
  agentId: z.string().min(1).max(128),
  /** The note that it follows from; null where it follows from none. */
  noteId: z.string().min(1).max(128).nullable(),
  text: z.string().trim().min(1).max(500),
  /** Local date by which it is to be done. */
  dueDate: z.iso.date(),
  /** How many days before the date people are reminded; 0: on the day. */
  remindDaysBefore: z.int().min(0).max(60),
});
export type AgreedStepDraft = z.infer<typeof agreedStepDraftSchema>;

export const agreedStepSchema = agreedStepDraftSchema.extend({
  id: z.string(),
  state: agreedStepStateSchema,
  /** What came of it, in words; null while it is open, or where nothing was written. */
  outcome: z.string().nullable(),
  /** When it was done or dropped; null while it is open. */
  settledAtMs: z.number().nullable(),
  settledBy: z.string().nullable(),
  author: z.string(),
  createdAtMs: z.number(),
});
export type AgreedStep = z.infer<typeof agreedStepSchema>;

/** How a step is settled, or taken up again. */
export const agreedStepOutcomeSchema = z.object({
  id: z.string(),
  state: agreedStepStateSchema,
  outcome: z.string().trim().max(1_000),
});
export type AgreedStepOutcome = z.infer<typeof agreedStepOutcomeSchema>;

export const agreedStepGroups = ["overdue", "this_week", "later", "settled"] as const;
export type AgreedStepGroup = (typeof agreedStepGroups)[number];

/**
 * Where a step stands in the list: late, due by this week's Sunday, later, or done with.
 *
 * @param today local date
 */
export function agreedStepGroup(step: Pick<AgreedStep, "state" | "dueDate">, today: string): AgreedStepGroup {
  if (step.state !== "open") return "settled";
  if (step.dueDate < today) return "overdue";
  return step.dueDate <= addDays(today, 7 - weekdayOfDate(today)) ? "this_week" : "later";
}

/** Whether people are reminded of a step on a local date: open, and its day of reminder has come. */
export function isReminded(
  step: Pick<AgreedStep, "state" | "dueDate" | "remindDaysBefore">,
  today: string,
): boolean {
  return step.state === "open" && addDays(step.dueDate, -step.remindDaysBefore) <= today;
}

/** The step as it is from now on. Settling again changes the words, never who wrote the step. */
export function settleAgreedStep(
  step: AgreedStep,
  { state, outcome }: Omit<AgreedStepOutcome, "id">,
  by: string,
  atMs: number,
): AgreedStep {
  if (state === "open") return { ...step, state, outcome: null, settledAtMs: null, settledBy: null };
  return { ...step, state, outcome: outcome === "" ? null : outcome, settledAtMs: atMs, settledBy: by };
}

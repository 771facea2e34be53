/** What of the period before a report's period may be set beside it: like days, all of them known. */
import { z } from "zod";
import { addDays } from "../queueing/intervals.ts";
import { type DayRange, daysBetween } from "./chart-points.ts";
import { figureRowSchema } from "./figure.ts";

export const reportComparisonSchema = z.discriminatedUnion("kind", [
  /** The whole period beside the whole one before. */
  z.object({ kind: z.literal("whole"), before: figureRowSchema }),
  /** The period is under way: its days that are over, beside as many first days of the one before. */
  z.object({
    kind: z.literal("first_days"),
    days: z.number(),
    figures: figureRowSchema,
    before: figureRowSchema,
  }),
  /** Nothing of the period is over yet. */
  z.object({ kind: z.literal("nothing_over") }),
  /** This local date is the first that the store knows whole; null: it knows none whole. */
  z.object({ kind: z.literal("not_known_before"), knownFromDate: z.string().nullable() }),
  /** The days before are known, and nobody came on them. */
  z.object({ kind: z.literal("nobody_before") }),
]);
export type ReportComparison = z.infer<typeof reportComparisonSchema>;

/** Days that are set beside days; or why none are. */
export type ComparedDays =
  | { readonly kind: "whole"; readonly own: DayRange; readonly before: DayRange }
  | { readonly kind: "first_days"; readonly own: DayRange; readonly before: DayRange }
  | { readonly kind: "nothing_over" }
  | { readonly kind: "not_known_before" };

/**
 * Which days are compared. A day that is not over is not set beside one that is, and a period of which
 * the first days are not known is not taken for a whole one.
 *
 * @param knownFromDate first local date that is known whole; null where there is none
 * @param today local date
 */
export function comparedDays(
  own: DayRange,
  before: DayRange,
  knownFromDate: string | null,
  today: string,
): ComparedDays {
  if (knownFromDate === null || knownFromDate > before.firstDate) return { kind: "not_known_before" };
  if (own.lastDate < today) return { kind: "whole", own, before };
  const daysOver = daysBetween(own.firstDate, today);
  if (daysOver <= 0) return { kind: "nothing_over" };
  const days = Math.min(daysOver, daysBetween(before.firstDate, before.lastDate) + 1);
  const first = ({ firstDate }: DayRange) => ({ firstDate, lastDate: addDays(firstDate, days - 1) });
  return { kind: "first_days", own: first(own), before: first(before) };
}

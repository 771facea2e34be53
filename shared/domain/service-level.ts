/**
 * The service level in its four usual variants. Town halls, call centres and their contracts differ in
 * what becomes of people who gave up waiting; the same day gives other figures in each.
 *
 * Source of the variants: the formulas that call centres use side by side; the default is the one that
 * forgives whoever gave up within the short-abandon limit and nobody else.
 */
import { z } from "zod";

export const levelVariants = [
  "late_abandons_missed",
  "all_abandons_missed",
  "answered_only",
  "early_abandons_kept",
] as const;
export const levelVariantSchema = z.enum(levelVariants);
export type LevelVariant = z.infer<typeof levelVariantSchema>;

export const defaultLevelVariant: LevelVariant = "late_abandons_missed";

/** What the variants count, of the legs that arrived in opening hours. T is the target of each leg. */
export interface LevelCounts {
  readonly levelServed: number;
  readonly levelAbandoned: number;
  /** Served within T. */
  readonly servedInTarget: number;
  /** Gave up within T. */
  readonly abandonedInTarget: number;
  /** Gave up after the short-abandon limit. */
  readonly abandonedLate: number;
}

/** A service level with what it is made of. */
export interface ServiceLevel {
  readonly inTarget: number;
  readonly targetBase: number;
  /** 0–1; null where nobody counts. */
  readonly serviceLevel: number | null;
}

const parts: Record<LevelVariant, (counts: LevelCounts) => readonly [inTarget: number, base: number]> = {
  late_abandons_missed: (c) => [c.servedInTarget, c.levelServed + c.abandonedLate],
  all_abandons_missed: (c) => [c.servedInTarget, c.levelServed + c.levelAbandoned],
  answered_only: (c) => [c.servedInTarget, c.levelServed],
  early_abandons_kept: (c) => [c.servedInTarget + c.abandonedInTarget, c.levelServed + c.levelAbandoned],
};

/** The service level of some counts in a variant. */
export function serviceLevel(counts: LevelCounts, variant: LevelVariant): ServiceLevel {
  const [inTarget, targetBase] = parts[variant](counts);
  return { inTarget, targetBase, serviceLevel: targetBase === 0 ? null : inTarget / targetBase };
}

/** What each variant divides by what, in one sentence. */
export const levelDefinitions: Record<LevelVariant, string> = {
  late_abandons_missed:
    "served within the target ÷ (served + abandoned after the short-abandon limit), of those who came in opening hours",
  all_abandons_missed: "served within the target ÷ (served + abandoned), of those who came in opening hours",
  answered_only: "served within the target ÷ served, of those who came in opening hours",
  early_abandons_kept:
    "(served + abandoned within the target) ÷ (served + abandoned), of those who came in opening hours",
};

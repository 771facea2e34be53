/**
 * Citizen experience: how people felt treated, how soon they were served, and whether their matter was
 * solved at first contact, as one score of 0–100.
 *
 * experience = 0.7 × treated + 0.3 × (0.5 × service level + 0.5 × solved at first contact), where an
 * answer of 1–5 to "how were you treated" is 0, 25, 50, 75 or 100, and both shares count as per cent.
 * An answer counts in the time in which its case came, as everything else that became of that case.
 */
import { z } from "zod";
import { type Case, currentLeg } from "./case.ts";
import { channelSchema } from "./channel.ts";
import { compareEvents, type VigieEvent } from "./event.ts";
import { figureGroupingSchema } from "./figure.ts";

/** Fewer answers than this are never shown: they would tell of one person. */
export const leastAnswersShown = 5;

const treatedWeight = 0.7;
const servedWeight = 1 - treatedWeight;

export const experienceQuerySchema = z.object({
  fromMs: z.number(),
  /** Exclusive. */
  toMs: z.number(),
  by: figureGroupingSchema.exclude(["agent"]),
  siteId: z.string().nullable(),
  serviceId: z.string().nullable(),
  channel: channelSchema.nullable(),
});
export type ExperienceQuery = z.infer<typeof experienceQuerySchema>;

export interface ExperienceRow {
  /** As in the rows of figures. */
  readonly key: string;
  readonly fromMs: number | null;
  /** 0–100; null where fewer than five people answered. */
  readonly experience: number | null;
  /** How people felt treated alone, 0–100; null as above. */
  readonly treatedScore: number | null;
  /** 0–1; null where nobody counts. */
  readonly serviceLevel: number | null;
  /** 0–1, of the cases of which it is known; null where it is known of fewer than five. */
  readonly solvedShare: number | null;
  /** Of how many cases it is known whether they were solved; null where of fewer than five. */
  readonly solvedKnownCount: number | null;
  /** How many answered; null where they are fewer than five. */
  readonly answerCount: number | null;
}

/** What the figure means, for answers and exports. */
export const experienceDefinition =
  "0.7 × how people felt treated (1–5 as 0–100) + 0.3 × (0.5 × service level + 0.5 × solved at first contact); by when the case came; fewer than five answers are not shown";

/** What the answers of a row add up to. */
export interface AnswerCounts {
  readonly answers: number;
  /** Sum of the answers 1–5. */
  readonly treatedSum: number;
  /** Solved at first contact, and of how many that is known. */
  readonly solved: number;
  readonly solvedKnown: number;
}

/** The counts of one row, and what the row is about. */
export interface AnswerRow extends AnswerCounts {
  /** As in the rows of figures. */
  readonly key: string;
  readonly fromMs: number | null;
}

/** How people felt treated, 0–100; null where nobody answered. */
export function treatedScore({ answers, treatedSum }: AnswerCounts): number | null {
  return answers === 0 ? null : ((treatedSum / answers - 1) / 4) * 100;
}

/**
 * The score of 0–100, or null where nobody said how they were treated. Where the service level or the
 * share that was solved is not known, the other one stands for both; where neither is, how people felt
 * treated is the score.
 */
export function experienceScore(
  treated: number | null,
  serviceLevel: number | null,
  solvedShare: number | null,
): number | null {
  if (treated === null) return null;
  const known = [serviceLevel, solvedShare].filter((share) => share !== null);
  if (known.length === 0) return treated;
  const served = (known.reduce((sum, share) => sum + share, 0) / known.length) * 100;
  return treatedWeight * treated + servedWeight * served;
}

/** The row of an answer; what would tell of fewer than five people is left out. */
export function experienceRow(
  { key, fromMs, ...counts }: AnswerRow,
  serviceLevel: number | null,
): ExperienceRow {
  if (counts.answers < leastAnswersShown) {
    const hidden = { experience: null, treatedScore: null, solvedShare: null, solvedKnownCount: null };
    return { key, fromMs, ...hidden, serviceLevel, answerCount: null };
  }
  const treated = treatedScore(counts);
  const isKnown = counts.solvedKnown >= leastAnswersShown;
  const solvedShare = isKnown ? counts.solved / counts.solvedKnown : null;
  return {
    key,
    fromMs,
    experience: experienceScore(treated, serviceLevel, solvedShare),
    treatedScore: treated,
    serviceLevel,
    solvedShare,
    solvedKnownCount: isKnown ? counts.solvedKnown : null,
    answerCount: counts.answers,
  };
}

type FeedbackEvent = Extract<VigieEvent, { readonly type: "feedback.given" }>;

/** What one case adds: who came back with a second visit was not solved at first contact. */
export interface CaseAnswer {
  readonly siteId: string;
  /** The service that served it last; the one that it waits for where none has. */
  readonly serviceId: string;
  readonly channel: Case["channel"];
  /** When it came to that service. */
  readonly arrivedAtMs: number;
  readonly treated: number;
  readonly solved: boolean | null;
  readonly givenAtMs: number;
  /** What they wrote; null where they left no words. */
  readonly words: string | null;
}

/**
 * The answer of a case: the last one given, since people may think again.
 *
 * @returns undefined where nobody answered
 */
export function answerOf(record: Case, events: readonly VigieEvent[]): CaseAnswer | undefined {
  const given = events
    .filter((event): event is FeedbackEvent => event.type === "feedback.given")
    .sort(compareEvents)
    .at(-1);
  if (given === undefined) return undefined;
  const leg = record.legs.findLast((one) => one.outcome === "served") ?? currentLeg(record);
  const solved = given.data.solved ?? record.resolved;
  return {
    siteId: record.siteId,
    serviceId: leg.serviceId,
    channel: record.channel,
    arrivedAtMs: leg.arrivedAtMs,
    treated: given.data.treated,
    solved: solved === null ? null : solved && record.visit === 1,
    givenAtMs: given.atMs,
    words: given.data.words?.trim() || null,
  };
}

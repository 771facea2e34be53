/**
 * Where knowledge of a service seems to be missing: cases passed on, long handling, people who come back.
 *
 * Figures of a service, never of a person. Each share says of how many it is one, and is given from five on.
 */
import { z } from "zod";

/** A share of fewer is chance. */
export const leastCount = 5;
/** Handling beyond so many times the usual median counts as long. */
export const longFactor = 2;
/** The usual median is that of so many days before the period. */
export const baselineDays = 56;
/** A period of at most so many days is asked for. */
export const mostGapDays = 92;
/** Cases that are listed under each share, the newest. */
export const mostEvidence = 20;

/** Meaning of each figure, in one sentence; goes with every answer. */
export const knowledgeGapDefinitions = {
  transferred:
    "legs that came to the service in the period and were served: share of those that were passed on to another service after their service had begun",
  long: `legs that came to the service in the period and whose handling was measured: share of those that took longer than ${longFactor} × the median of the service in the ${baselineDays} days before the period`,
  repeat:
    "cases that came to the service first in the period and were served: share of those that were a second or later visit for the same matter",
  median:
    "handling (start → completion, holds included, plus wrap-up) by nearest rank, to the second; beside it that of the days before the period",
} as const;

export const knowledgeGapQuerySchema = z.object({
  fromMs: z.number(),
  /** Exclusive. */
  toMs: z.number(),
  siteId: z.string().nullable(),
});
export type KnowledgeGapQuery = z.infer<typeof knowledgeGapQuerySchema>;

/** A served leg of the period. */
export interface ServedLeg {
  readonly caseId: string;
  readonly ticket: string | null;
  readonly siteId: string;
  readonly serviceId: string;
  readonly arrivedAtMs: number;
  /** Null where it was not measured. */
  readonly handleMs: number | null;
  /** The number of the visit, for the first leg of a case; null for later legs. */
  readonly visit: number | null;
  /** Where the case went after it; null where it ended. */
  readonly nextServiceId: string | null;
}

/** How many legs of a service were handled in so many whole seconds. */
export interface HandleCount {
  readonly serviceId: string;
  readonly handleSeconds: number;
  readonly count: number;
}

export const gapEvidenceSchema = z.object({
  caseId: z.string(),
  ticket: z.string().nullable(),
  siteId: z.string(),
  arrivedAtMs: z.number(),
  /** Where it was passed on to, how many seconds it took, or which visit it was. */
  nextServiceId: z.string().nullable(),
  handleSeconds: z.number().nullable(),
  visit: z.number().nullable(),
});
export type GapEvidence = z.infer<typeof gapEvidenceSchema>;

export const gapShareSchema = z.object({
  /** How many of them. */
  count: z.number(),
  /** Of how many. */
  total: z.number(),
  /** 0–1. */
  share: z.number(),
  /** The newest of them. */
  evidence: z.array(gapEvidenceSchema),
});
export type GapShare = z.infer<typeof gapShareSchema>;

export const knowledgeGapSchema = z.object({
  serviceId: z.string(),
  /** Each null where it would be a share of fewer than five. */
  transferred: gapShareSchema.nullable(),
  long: gapShareSchema.nullable(),
  repeat: gapShareSchema.nullable(),
  /** Null where fewer than five were measured. */
  handleMedianSeconds: z.number().nullable(),
  baselineMedianSeconds: z.number().nullable(),
});
export type KnowledgeGap = z.infer<typeof knowledgeGapSchema>;

/** The median by nearest rank of values that are counted; null of fewer than five. */
export function countedMedian(counts: ReadonlyMap<number, number>): number | null {
  let total = 0;
  for (const count of counts.values()) total += count;
  if (total < leastCount) return null;
  let left = Math.ceil(total / 2);
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
    left -= count;
    if (left <= 0) return value;
  }
  return null;
}

/** The usual median of each service, in seconds. */
export function mediansOf(counts: readonly HandleCount[]): ReadonlyMap<string, number> {
  const byService = new Map<string, Map<number, number>>();
  for (const { serviceId, handleSeconds, count } of counts) {
    const known = byService.get(serviceId) ?? new Map<number, number>();
    byService.set(serviceId, known.set(handleSeconds, (known.get(handleSeconds) ?? 0) + count));
  }
  const medians = new Map<string, number>();
  for (const [serviceId, known] of byService) {
    const median = countedMedian(known);
    if (median !== null) medians.set(serviceId, median);
  }
  return medians;
}

/** One share, gathered leg by leg in the order of time. */
class ShareTally {
  #count = 0;
  #total = 0;
  readonly #newest: GapEvidence[] = [];

  add(leg: ServedLeg, counts: boolean): void {
    this.#total += 1;
    if (!counts) return;
    this.#count += 1;
    this.#newest.push(evidenceOf(leg));
    if (this.#newest.length > mostEvidence) this.#newest.shift();
  }

  read(): GapShare | null {
    if (this.#total < leastCount) return null;
    return {
      count: this.#count,
      total: this.#total,
      share: this.#count / this.#total,
      evidence: this.#newest.toReversed(),
    };
  }
}

class ServiceTally {
  readonly transferred = new ShareTally();
  readonly long = new ShareTally();
  readonly repeat = new ShareTally();
  readonly handled = new Map<number, number>();
}

/** Gathers the served legs of a period, in the order of time, into what they say of each service. */
export class KnowledgeGapTally {
  readonly #baselines: ReadonlyMap<string, number>;
  readonly #services = new Map<string, ServiceTally>();

  /** @param baselines usual median of each service, in seconds */
  constructor(baselines: ReadonlyMap<string, number>) {
    this.#baselines = baselines;
  }

  add(leg: ServedLeg): void {
    const tally = this.#services.get(leg.serviceId) ?? new ServiceTally();
    this.#services.set(leg.serviceId, tally);
    tally.transferred.add(leg, leg.nextServiceId !== null && leg.nextServiceId !== leg.serviceId);
    if (leg.visit !== null) tally.repeat.add(leg, leg.visit >= 2);
    if (leg.handleMs === null) return;
    const seconds = Math.round(leg.handleMs / 1_000);
    tally.handled.set(seconds, (tally.handled.get(seconds) ?? 0) + 1);
    const baseline = this.#baselines.get(leg.serviceId);
    if (baseline !== undefined) tally.long.add(leg, leg.handleMs / 1_000 > longFactor * baseline);
  }

  /** In the order of the services' keys. */
  read(): KnowledgeGap[] {
    return [...this.#services]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([serviceId, tally]) => ({
        serviceId,
        transferred: tally.transferred.read(),
        long: tally.long.read(),
        repeat: tally.repeat.read(),
        handleMedianSeconds: countedMedian(tally.handled),
        baselineMedianSeconds: this.#baselines.get(serviceId) ?? null,
      }));
  }
}

function evidenceOf({ caseId, ticket, siteId, arrivedAtMs, nextServiceId, handleMs, visit }: ServedLeg) {
  const handleSeconds = handleMs === null ? null : Math.round(handleMs / 1_000);
  return { caseId, ticket, siteId, arrivedAtMs, nextServiceId, handleSeconds, visit };
}

/** What one agent did over the last four weeks, beside what is usual in the same services. Never a ranking. */
import { z } from "zod";

const dayMs = 24 * 60 * 60 * 1_000;
/** Four weeks, up to now. */
export const agentFiguresMs = 28 * dayMs;
/** Fewer handled cases than this say nothing. */
export const leastHandled = 5;
/** What is usual among fewer people than this would tell of a single one of them. */
export const leastAgents = 3;

export const agentServiceFiguresSchema = z.object({
  serviceId: z.string(),
  /** Cases that the agent served. */
  served: z.number(),
  /** Median handling time of the agent; null below five measured cases. */
  handleP50Seconds: z.number().nullable(),
  handleCount: z.number(),
  /** Median of everybody in the service; null where fewer than three people served it. */
  usualHandleP50Seconds: z.number().nullable(),
  usualHandleCount: z.number().nullable(),
});
export type AgentServiceFigures = z.infer<typeof agentServiceFiguresSchema>;

export const agentFiguresSchema = z.object({
  agentId: z.string(),
  fromMs: z.number(),
  /** Exclusive. */
  toMs: z.number(),
  definition: z.string(),
  services: z.array(agentServiceFiguresSchema),
});
export type AgentFigures = z.infer<typeof agentFiguresSchema>;

export const agentFiguresDefinition =
  "cases that arrived in the last four weeks and that the agent served, by service; handling = start → completion, holds included, plus wrap-up; medians by nearest rank, of five cases or more; what is usual is the median of all agents of the service, of three agents or more";

/** A served leg, as far as these figures need it. */
export interface HandledLeg {
  readonly serviceId: string;
  readonly agentId: string;
  /** Null where the handling was not measured. */
  readonly handleMs: number | null;
}

/** The figures of one agent, from all served legs of the services that they served. */
export function agentServiceFigures(agentId: string, legs: readonly HandledLeg[]): AgentServiceFigures[] {
  const byService = Map.groupBy(legs, (leg) => leg.serviceId);
  return [...byService]
    .flatMap(([serviceId, all]) => {
      const own = all.filter((leg) => leg.agentId === agentId);
      return own.length === 0 ? [] : [serviceFigures(serviceId, own, all)];
    })
    .sort((a, b) => b.served - a.served || (a.serviceId < b.serviceId ? -1 : 1));
}

function serviceFigures(
  serviceId: string,
  own: readonly HandledLeg[],
  all: readonly HandledLeg[],
): AgentServiceFigures {
  const isShown = new Set(all.map((leg) => leg.agentId)).size >= leastAgents;
  const ownMs = measured(own);
  const allMs = measured(all);
  return {
    serviceId,
    served: own.length,
    handleP50Seconds: medianSeconds(ownMs),
    handleCount: ownMs.length,
    usualHandleP50Seconds: isShown ? medianSeconds(allMs) : null,
    usualHandleCount: isShown ? allMs.length : null,
  };
}

function measured(legs: readonly HandledLeg[]): number[] {
  return legs.flatMap(({ handleMs }) => (handleMs === null ? [] : [handleMs]));
}

/** By nearest rank; null below five values. */
export function medianSeconds(valuesMs: readonly number[]): number | null {
  if (valuesMs.length < leastHandled) return null;
  const sorted = [...valuesMs].sort((a, b) => a - b);
  return (sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) / 1_000;
}

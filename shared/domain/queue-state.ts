/** The queues of one site as a model sees them: who waits, who serves, who comes, how fast it goes. */
import type { Band } from "../queueing/outlook.ts";
import { waitDistribution, waitQuantile } from "../queueing/passage.ts";
import { type QueueState, steadyStaff } from "../queueing/preview.ts";
import { isOnFloor, servedServiceIds } from "./agent.ts";
import { compareCallOrder } from "./call-order.ts";
import type { FloorAgent, FloorCase, FloorService } from "./floor.ts";
import type { ServicePace } from "./service-pace.ts";
import { type AllocatedStaff, shareStaff, staffOfShare } from "./staff-allocation.ts";

/** What is known of one service beside its row. */
export interface ServiceFacts {
  readonly service: FloorService;
  readonly pace: ServicePace;
  /** Arrivals per hour over the coming hour. */
  readonly arrivalsPerHour: Band;
}

/** What of one site's floor decides about its queues. */
export interface SiteFloor {
  readonly atMs: number;
  readonly cases: readonly FloorCase[];
  readonly agents: readonly FloorAgent[];
}

const hourSeconds = 3600;
/** The model's pace is corrected by no more than this factor either way. */
const mostCorrection = 2;
/** Below this expected wait a ratio of two waits is noise. */
const leastComparedSeconds = 60;

/** The staff that each service can count on, by service id; services with nobody are left out. */
export function siteStaff(
  facts: readonly ServiceFacts[],
  agents: readonly FloorAgent[],
): Map<string, AllocatedStaff> {
  const loads = new Map(facts.map((one) => [one.service.serviceId, loadOf(one)]));
  const onFloor = agents
    .filter((agent) => isOnFloor(agent.state))
    .map((agent) => ({
      id: agent.id,
      serviceIds: servedServiceIds(agent).filter((id) => loads.has(id)),
      isFree: agent.state === "available",
    }));
  const shares = shareStaff(onFloor, (serviceId) => loads.get(serviceId) ?? 0);
  return new Map(
    [...loads.keys()].flatMap((id) => {
      const staff = staffOfShare(id, shares.get(id), onFloor);
      return staff === undefined ? [] : [[id, staff] as const];
    }),
  );
}

/**
 * States of a site's queues. Where the expected wait that is learned from a queue differs from what the model
 * alone would say, the model's handling time is corrected by their ratio, so that what is foreseen starts from
 * the wait that the floor shows.
 */
export function queueStates(facts: readonly ServiceFacts[], floor: SiteFloor): QueueState[] {
  const waiting = Map.groupBy(
    floor.cases.filter((row) => row.state === "waiting"),
    (row) => row.serviceId,
  );
  const staff = siteStaff(facts, floor.agents);
  return facts.map(({ service, pace, arrivalsPerHour }) => {
    const line = [...(waiting.get(service.serviceId) ?? [])].sort(compareCallOrder);
    const state: QueueState = {
      serviceId: service.serviceId,
      waiting: line.map((row) => ({
        caseId: row.id,
        waitedSeconds: Math.max(0, floor.atMs - row.waitSinceMs) / 1000,
      })),
      ...staffFields(staff.get(service.serviceId)),
      arrivalsPerHour,
      handleSeconds: pace.handleSeconds,
      handleVariation: pace.handleVariation,
      patienceSeconds: pace.patienceSeconds,
      targetSeconds: service.targetSeconds,
    };
    return atLearnedPace(state, service.expectedWait?.p50Seconds ?? null);
  });
}

/** The staff as a queue state has it. */
export function staffFields(staff: AllocatedStaff | undefined) {
  return { agentsServing: staff?.serving ?? 0, agentsFree: staff?.free ?? 0, pace: staff?.pace ?? 1 };
}

/** Work in erlangs: what arrives, and the backlog over the time in which it ought to be served. */
function loadOf({ service, pace, arrivalsPerHour }: ServiceFacts): number {
  const backlogSeconds = Math.max(hourSeconds, service.targetSeconds);
  return pace.handleSeconds * (arrivalsPerHour.expected / hourSeconds + service.queueLength / backlogSeconds);
}

function atLearnedPace(state: QueueState, learnedSeconds: number | null): QueueState {
  const agents = state.agentsServing + state.agentsFree;
  const ahead = state.waiting.length - state.agentsFree;
  const isComparable = learnedSeconds !== null && learnedSeconds >= leastComparedSeconds;
  if (!isComparable || agents === 0 || ahead < 0) return state;
  const { handleSeconds, patienceSeconds } = state;
  const line = { staffing: steadyStaff(state), handleSeconds, patienceSeconds };
  const modelledSeconds = waitQuantile(waitDistribution(line, ahead), 0.5, state.handleVariation);
  if (modelledSeconds < leastComparedSeconds || !Number.isFinite(modelledSeconds)) return state;
  const correction = Math.min(mostCorrection, Math.max(1 / mostCorrection, learnedSeconds / modelledSeconds));
  return { ...state, handleSeconds: handleSeconds * correction };
}

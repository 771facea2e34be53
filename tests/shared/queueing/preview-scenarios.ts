/** Ten floors and actions on which the preview is compared with the simulation. */
import type { FloorAction, QueueState } from "../../../shared/queueing/preview.ts";
import { type Simulated, type StaffChange, simulateFloor } from "./floor-simulation.ts";

export type Scenario = {
  readonly name: string;
  readonly states: readonly QueueState[];
  readonly action: FloorAction;
  readonly simulate: (side: number, when: "before" | "after", horizonSeconds: number) => Simulated;
};

const runs = 2000;

function queue(serviceId: string, waiting: number, over: Partial<QueueState>): QueueState {
  const arrivals = over.arrivalsPerHour?.expected ?? 20;
  return {
    serviceId,
    // No deadline falls on a change of staff, where "within T" would hang on a tie.
    waiting: Array.from({ length: waiting }, (_, i) => ({
      caseId: `${serviceId}-${i}`,
      waitedSeconds: 50 + 130 * (waiting - 1 - i),
    })),
    agentsServing: 3,
    agentsFree: 0,
    arrivalsPerHour: { expected: arrivals, ifFew: 0.8 * arrivals, ifMany: 1.2 * arrivals },
    handleSeconds: 480,
    handleVariation: 1,
    patienceSeconds: 2400,
    targetSeconds: 900,
    ...over,
  };
}

const steady = (expected: number) => ({ expected, ifFew: 0.8 * expected, ifMany: 1.2 * expected });

/** The states after the action, written out by hand for the simulation. */
function moved(from: QueueState, to: QueueState, caseIds: readonly string[]): [QueueState, QueueState] {
  const going = from.waiting.filter((c) => caseIds.includes(c.caseId));
  return [
    { ...from, waiting: from.waiting.filter((c) => !caseIds.includes(c.caseId)) },
    { ...to, waiting: [...to.waiting, ...going].sort((a, b) => b.waitedSeconds - a.waitedSeconds) },
  ];
}

function movingCases(name: string, from: QueueState, to: QueueState, caseIds: readonly string[]): Scenario {
  const before = [from, to];
  const after = moved(from, to, caseIds);
  return {
    name,
    states: before,
    action: { kind: "move-cases", fromServiceIds: [from.serviceId], toServiceId: to.serviceId, caseIds },
    simulate: (side, when, horizon) =>
      simulateFloor((when === "before" ? before : after)[side] ?? from, [], horizon, runs, 100 + side),
  };
}

function adding(
  name: string,
  state: QueueState,
  agents: number,
  afterSeconds: number,
  untilSeconds: number,
): Scenario {
  const changes: StaffChange[] = [{ atSeconds: afterSeconds, agents }];
  if (Number.isFinite(untilSeconds)) changes.push({ atSeconds: untilSeconds, agents: -agents });
  return {
    name,
    states: [state],
    action: { kind: "add-agents", serviceId: state.serviceId, agents, afterSeconds, untilSeconds },
    simulate: (_, when, horizon) =>
      simulateFloor(state, when === "before" ? [] : changes, horizon, runs, 200),
  };
}

function movingAgent(name: string, from: QueueState, to: QueueState, serving: boolean): Scenario {
  const left = serving
    ? { ...from, agentsServing: from.agentsServing - 1 }
    : { ...from, agentsFree: from.agentsFree - 1 };
  return {
    name,
    states: [from, to],
    action: { kind: "move-agent", fromServiceId: from.serviceId, toServiceId: to.serviceId, serving },
    simulate: (side, when, horizon) => {
      if (when === "before") return simulateFloor(side === 0 ? from : to, [], horizon, runs, 300 + side);
      if (side === 0) return simulateFloor(left, [], horizon, runs, 310);
      const finished = (random: () => number): number =>
        serving ? -from.handleSeconds * Math.log(1 - random()) : 0;
      return simulateFloor(to, [], horizon, runs, 311, finished);
    },
  };
}

const civil = queue("civil", 8, {});
const quiet = queue("quiet", 1, { agentsServing: 2, arrivalsPerHour: steady(8) });
const idle = queue("idle", 0, { agentsServing: 1, agentsFree: 2, arrivalsPerHour: steady(6) });

export const scenarios: readonly Scenario[] = [
  adding("one backup at once", civil, 1, 0, Number.POSITIVE_INFINITY),
  adding(
    "steady handling, two backups later",
    queue("steady", 8, { handleVariation: 0.6 }),
    2,
    600,
    Number.POSITIVE_INFINITY,
  ),
  adding("two backups for half an hour", queue("rush", 20, { arrivalsPerHour: steady(30) }), 2, 300, 2100),
  movingCases("four cases to a quiet queue", civil, quiet, ["civil-1", "civil-3", "civil-5", "civil-7"]),
  movingCases("two cases to idle agents", civil, idle, ["civil-0", "civil-1"]),
  movingAgent("an idle agent", idle, civil, false),
  movingAgent("an agent who is with someone", quiet, civil, true),
  adding(
    "phones: 40 agents, four more",
    queue("phones", 30, {
      agentsServing: 40,
      arrivalsPerHour: steady(520),
      handleSeconds: 300,
      patienceSeconds: 180,
      targetSeconds: 60,
    }),
    4,
    120,
    Number.POSITIVE_INFINITY,
  ),
  adding(
    "uneven handling, nobody gives up",
    queue("patient", 5, { patienceSeconds: Number.POSITIVE_INFINITY, handleVariation: 1.3 }),
    1,
    300,
    2700,
  ),
  adding(
    "nobody at the counter yet",
    queue("closed", 4, { agentsServing: 0 }),
    2,
    600,
    Number.POSITIVE_INFINITY,
  ),
];

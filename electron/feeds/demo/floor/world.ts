/** The state of the demo floor that its parts share: who is there, who waits, what comes next. */
import { type AgentState, type Skill, servedServiceIds } from "../../../../shared/domain/agent.ts";
import type { Channel } from "../../../../shared/domain/channel.ts";
import type { EventData } from "../../../../shared/domain/event.ts";
import { Agenda } from "./agenda.ts";
import type { Pace } from "./pace.ts";
import type { ServicePlan, TownPlan } from "./plan.ts";
import { Random } from "./random.ts";
import { Scribe } from "./scribe.ts";

/** A case that is not over; instants are of the floor's clock. */
export interface DemoCase {
  readonly id: string;
  readonly siteId: string;
  readonly channel: Channel;
  serviceId: string;
  /** How it is handled; that of the last service which the town itself offers. */
  service: ServicePlan;
  priority: number;
  /** `arriving`: at the reception or in the voice menu, not in a queue yet; `suspended`: away for a while. */
  state: "arriving" | "waiting" | "suspended" | "called" | "serving" | "ended";
  /** now − this = the citizen's whole wait while it waits, earlier queues included. */
  waitSinceMs: number;
  /** The whole wait at the last call. */
  waitedMs: number;
  /** When the citizen's patience ends; null where it never does. */
  givesUpAtMs: number | null;
  /** Who is asked to take it. */
  namedAgentId: string | null;
  handler: DemoAgent | null;
  /** Grows whenever the case changes hands: what was planned for an earlier turn is void. */
  turn: number;
}

export interface DemoAgent {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  readonly counter: string;
  readonly skills: readonly Skill[];
  state: AgentState;
  idleSinceMs: number;
  record: DemoCase | null;
  /** The services that they serve, as people in the console or a call for backup say; null: all that the skills allow. */
  assignedServiceIds: readonly string[] | null;
  /** Grows with whatever is said of their coming and going: a return that was planned earlier is void. */
  absences: number;
  /** What the agent does as soon as the case at hand is done: go on a break, leave. */
  readonly due: (() => void)[];
}

/** What the parts of the floor work on. */
export interface World {
  readonly plan: TownPlan;
  readonly agenda: Agenda;
  readonly scribe: Scribe;
  readonly pace: Pace;
  /** Begins every id of this run. */
  readonly run: string;
  readonly seed: number;
  /** Opening of the demo day that the run begins with. */
  readonly openMs: number;
  /** No arrivals and no breaks from here on; null: open for ever. */
  readonly closesAtMs: number | null;
  /** Nothing later can have happened yet; matters to days that are told after the fact. */
  readonly toldUntilMs: number;
  /** Multiplies all arrivals. */
  readonly load: number;
  readonly cases: Map<string, DemoCase>;
  readonly agents: Map<string, DemoAgent>;
}

export type Setting = Pick<
  World,
  "plan" | "pace" | "run" | "seed" | "openMs" | "closesAtMs" | "toldUntilMs" | "load"
>;

/** An empty floor. */
export function createWorld(setting: Setting): World {
  return {
    ...setting,
    agenda: new Agenda(),
    scribe: new Scribe(setting.run, setting.pace),
    cases: new Map(),
    agents: new Map(),
  };
}

/** A stream of random values for one purpose; another day has others. */
export function randomFor(world: World, purpose: string): Random {
  return new Random(world.seed, `${purpose} ${world.openMs}`);
}

/** The plan of a service that the town offers. */
export function servicePlan(plan: TownPlan, serviceId: string): ServicePlan | undefined {
  return plan.services.find((service) => service.id === serviceId);
}

/** Signs somebody in; they are available from then on. */
export function signIn(
  world: World,
  person: Pick<DemoAgent, "id" | "name" | "siteId" | "counter" | "skills">,
): DemoAgent {
  const agent: DemoAgent = {
    ...person,
    state: "available",
    idleSinceMs: world.agenda.nowMs,
    record: null,
    assignedServiceIds: null,
    absences: 0,
    due: [],
  };
  world.agents.set(agent.id, agent);
  world.scribe.write(world.agenda.nowMs, "agent.signed_in", agent.id, {
    site: agent.siteId,
    name: agent.name,
    counter: agent.counter,
    skills: agent.skills.map(({ serviceId, level }) => ({ service: serviceId, level })),
  });
  return agent;
}

/** Puts an agent into a state and says so, unless they are in it already. */
export function setState(
  world: World,
  agent: DemoAgent,
  state: AgentState,
  details: Omit<EventData<"agent.state_changed">, "state"> = {},
): void {
  if (agent.state === state) return;
  agent.state = state;
  sayState(world, agent, details);
}

/** Says what state an agent is in, though nothing changed: somebody else may have said otherwise. */
export function sayState(
  world: World,
  agent: DemoAgent,
  details: Omit<EventData<"agent.state_changed">, "state"> = {},
): void {
  const { state } = agent;
  world.scribe.write(world.agenda.nowMs, "agent.state_changed", agent.id, { ...details, state });
}

/** Lets an agent serve these services and no others, and says so. */
export function assign(world: World, agent: DemoAgent, serviceIds: readonly string[]): void {
  agent.assignedServiceIds = serviceIds;
  world.scribe.write(world.agenda.nowMs, "agent.assigned", agent.id, {
    services: [...serviceIds],
    by: agent.id,
  });
}

/** Whether an agent would take a case, by service and skill alone. */
export function serves(agent: DemoAgent, record: DemoCase): boolean {
  if (agent.siteId !== record.siteId) return false;
  return servedServiceIds(agent).includes(record.serviceId);
}

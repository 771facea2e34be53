/** Queues and counters: calling, serving, handing on, giving up. */
import type { Channel } from "../../../../shared/domain/channel.ts";
import { chooseAgent, chooseCase } from "./choose.ts";
import { Citizens } from "./citizens.ts";
import { Letters } from "./letters.ts";
import { Promises } from "./promises.ts";
import type { Random } from "./random.ts";
import { type DemoAgent, type DemoCase, randomFor, servicePlan, setState, type World } from "./world.ts";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;

/** A called person who has not come is called again, then given up. */
const noShowShare = 0.04;
const recallAfterMs = 60 * secondMs;
/** A call that was handed on is taken before everybody else of its new queue. */
const transferredCallPriority = 2;
/** How much longer or shorter handling takes by the agent's level in the service. */
const paceOfLevel: Record<number, number> = { 1: 1.25, 2: 1, 3: 0.92 };

/** Seconds from the call to the start of service. */
const secondsToStart: Record<Channel, readonly [from: number, to: number]> = {
  counter: [12, 50],
  phone: [1, 3],
  email: [1, 2],
  online: [1, 2],
};

/** Serves the queues of one floor. */
export class Desk {
  readonly #world: World;
  readonly #patience: Random;
  readonly #handling: Random;
  readonly #turns: Random;
  readonly #citizens: Citizens;
  readonly #letters: Letters;
  readonly #promises: Promises;

  constructor(world: World) {
    this.#world = world;
    this.#patience = randomFor(world, "patience");
    this.#handling = randomFor(world, "handling");
    this.#turns = randomFor(world, "turns");
    this.#citizens = new Citizens(world);
    this.#letters = new Letters(world);
    this.#promises = new Promises(world);
  }

  /** The case joins its queue with a fresh patience, and is called at once where somebody is free. */
  enqueue(record: DemoCase): void {
    this.#drawPatience(record);
    this.#wait(record);
  }

  /** The agent has nothing at hand: does what is due, else takes the next case, else is available. */
  free(agent: DemoAgent): void {
    agent.record = null;
    const due = agent.due.shift();
    if (due !== undefined) {
      due();
      return;
    }
    const next = chooseCase(agent, this.#world.cases.values(), (id) => this.#isPresent(id));
    if (next !== undefined) {
      this.#call(agent, next);
      return;
    }
    agent.idleSinceMs = this.#world.agenda.nowMs;
    setState(this.#world, agent, "available");
  }

  /**
   * Moves a case to another queue or names somebody for it. Whoever had called it meanwhile is free
   * again; the wait so far is kept.
   */
  reassign(record: DemoCase, toServiceId: string, toAgentId: string | null): void {
    if (record.state === "ended") return;
    const moves = toServiceId !== record.serviceId;
    if (!moves && record.handler !== null) return;
    record.serviceId = toServiceId;
    record.service = servicePlan(this.#world.plan, toServiceId) ?? record.service;
    record.namedAgentId = toAgentId;
    if (record.state === "arriving") return;
    this.#putBack(record);
  }

  /** The case keeps its place, and nobody calls it until it is resumed. */
  suspend(record: DemoCase): void {
    if (record.state === "waiting" || record.state === "arriving") record.state = "suspended";
  }

  /** The person is back: patience begins anew, the wait goes on. */
  resume(record: DemoCase): void {
    if (record.state === "suspended") this.enqueue(record);
  }

  /** Whoever had the case at hand is free again; it goes on waiting from the wait it had. */
  requeue(record: DemoCase): void {
    if (record.handler !== null) this.#putBack(record);
  }

  #putBack(record: DemoCase): void {
    const handler = record.handler;
    if (handler !== null) {
      this.#detach(record);
      this.free(handler);
    }
    this.#wait(record);
  }

  /** The case is over; whoever had it at hand is free again. */
  end(record: DemoCase): void {
    const handler = record.handler;
    this.#detach(record);
    record.state = "ended";
    this.#world.cases.delete(record.id);
    this.#world.scribe.forget(record.id);
    if (handler !== null) this.free(handler);
  }

  #wait(record: DemoCase): void {
    record.state = "waiting";
    const agent = chooseAgent(record, this.#world.agents.values(), (id) => this.#isPresent(id));
    if (agent !== undefined) this.#call(agent, record);
  }

  #drawPatience(record: DemoCase): void {
    const patienceMs = this.#patienceMs(record.channel);
    if (patienceMs === null) return;
    const { agenda } = this.#world;
    const givesUpAtMs = agenda.nowMs + patienceMs;
    record.givesUpAtMs = givesUpAtMs;
    agenda.at(givesUpAtMs, () => {
      if (record.state !== "waiting" || record.givesUpAtMs !== givesUpAtMs) return;
      this.#world.scribe.write(agenda.nowMs, "case.abandoned", record.id, {});
      this.end(record);
    });
  }

  /** Callers hang up soon and at any time; people at a counter have come a long way. */
  #patienceMs(channel: Channel): number | null {
    if (channel === "phone") return this.#patience.exponential(4 * minuteMs);
    if (channel === "counter") return this.#patience.lognormalMs({ meanSeconds: 75 * 60, cv: 0.7 });
    return null;
  }

  #call(agent: DemoAgent, record: DemoCase): void {
    const { agenda, scribe } = this.#world;
    record.state = "called";
    record.waitedMs = agenda.nowMs - record.waitSinceMs;
    record.handler = agent;
    record.turn += 1;
    agent.record = record;
    scribe.write(agenda.nowMs, "case.called", record.id, { agent: agent.id, counter: agent.counter });
    setState(this.#world, agent, "serving");
    const [from, to] = secondsToStart[record.channel];
    const delayMs = this.#turns.between(from, to) * secondMs;
    if (record.channel === "counter" && this.#turns.chance(noShowShare)) this.#missCall(agent, record);
    else this.#later(record, delayMs, () => this.#start(agent, record));
  }

  #missCall(agent: DemoAgent, record: DemoCase): void {
    const { agenda, scribe } = this.#world;
    this.#later(record, recallAfterMs, () => {
      scribe.write(agenda.nowMs, "case.recalled", record.id, { agent: agent.id });
      this.#later(record, recallAfterMs, () => {
        scribe.write(agenda.nowMs, "case.no_show", record.id, {});
        this.end(record);
      });
    });
  }

  #start(agent: DemoAgent, record: DemoCase): void {
    const { agenda, scribe } = this.#world;
    const { service } = record;
    record.state = "serving";
    scribe.write(agenda.nowMs, "case.started", record.id, { agent: agent.id });
    const level = agent.skills.find((skill) => skill.serviceId === record.serviceId)?.level ?? 1;
    const handlingMs = this.#handling.lognormalMs(service.handling) * (paceOfLevel[level] ?? 1);
    if (this.#turns.chance(service.holdShare)) this.#hold(record, handlingMs);
    this.#later(record, handlingMs, () => this.#finish(agent, record));
  }

  /** Part of the handling is spent away from the citizen, looking something up. */
  #hold(record: DemoCase, handlingMs: number): void {
    const { agenda, scribe } = this.#world;
    this.#later(record, handlingMs * 0.4, () => {
      scribe.write(agenda.nowMs, "case.held", record.id, { reason: "Recherche d’un document" });
    });
    this.#later(record, handlingMs * this.#turns.between(0.5, 0.8), () => {
      scribe.write(agenda.nowMs, "case.resumed", record.id, {});
    });
  }

  #finish(agent: DemoAgent, record: DemoCase): void {
    const { agenda, pace, scribe } = this.#world;
    const { service } = record;
    const wrapUpMs = this.#handling.lognormalMs(service.wrapUp);
    this.#detach(record);
    agent.record = null;
    setState(this.#world, agent, "wrap_up");
    agenda.after(wrapUpMs, () => this.free(agent));
    if (this.#turns.chance(service.transferShare) && this.#transfer(agent, record)) return;
    this.#letters.answer(agent, record);
    const endedAtMs = agenda.nowMs;
    const resolved = this.#turns.chance(service.resolvedShare);
    scribe.write(endedAtMs, "case.completed", record.id, {
      resolved,
      wrapUpSeconds: (pace.wallMs(endedAtMs + wrapUpMs) - pace.wallMs(endedAtMs)) / secondMs,
    });
    this.end(record);
    this.#citizens.leave(record, resolved);
    this.#promises.leave(agent, record, resolved);
  }

  #transfer(agent: DemoAgent, record: DemoCase): boolean {
    const { agenda, plan, scribe } = this.#world;
    const offered = record.service.transfers.filter(({ serviceId }) =>
      plan.queues.some((queue) => queue.siteId === record.siteId && queue.serviceId === serviceId),
    );
    const to = this.#turns.pick(offered);
    if (to === undefined) return false;
    scribe.write(agenda.nowMs, "case.transferred", record.id, {
      toService: to.serviceId,
      reason: to.reason,
      by: agent.id,
    });
    record.serviceId = to.serviceId;
    record.service = servicePlan(plan, to.serviceId) ?? record.service;
    record.namedAgentId = null;
    if (record.channel === "phone") {
      record.priority = transferredCallPriority;
      scribe.write(agenda.nowMs, "case.prioritised", record.id, {
        priority: transferredCallPriority,
        reason: "Appel transféré",
        by: agent.id,
      });
    }
    this.enqueue(record);
    return true;
  }

  /** Takes the case out of its handler's hands; it goes on waiting from the wait it had. */
  #detach(record: DemoCase): void {
    record.turn += 1;
    if (record.handler === null) return;
    record.handler = null;
    record.waitSinceMs = this.#world.agenda.nowMs - record.waitedMs;
  }

  /** Plans a step of the present turn; void if the case changes hands before. */
  #later(record: DemoCase, delayMs: number, act: () => void): void {
    const { turn } = record;
    this.#world.agenda.after(delayMs, () => {
      if (record.turn === turn) act();
    });
  }

  #isPresent(agentId: string): boolean {
    const state = this.#world.agents.get(agentId)?.state;
    return state !== undefined && state !== "offline";
  }
}

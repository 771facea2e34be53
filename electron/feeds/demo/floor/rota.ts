/** Who is there and when: signing in before opening, breaks, lunch, training, back office. */
import { dayMs } from "./day-shape.ts";
import type { Desk } from "./desk.ts";
import type { Absence, AgentPlan } from "./plan.ts";
import type { Random } from "./random.ts";
import { type DemoAgent, randomFor, setState, signIn, type World } from "./world.ts";

const minuteMs = 60 * 1_000;

/** Keeps the rota of one floor. */
export class Rota {
  readonly #world: World;
  readonly #desk: Desk;
  readonly #random: Random;

  constructor(world: World, desk: Desk) {
    this.#world = world;
    this.#desk = desk;
    this.#random = randomFor(world, "rota");
  }

  /** Plans everybody's day. */
  open(): void {
    const world = this.#world;
    for (const person of world.plan.agents) {
      world.agenda.at(this.#arrivalMs(), () => this.#begin(person));
    }
    for (const person of world.plan.backups.filter((one) => one.inHouse)) {
      world.agenda.at(this.#arrivalMs(), () => {
        const agent = signIn(world, { ...person, id: person.agentId, onlyServiceId: null });
        setState(world, agent, "back_office");
      });
    }
  }

  #arrivalMs(): number {
    return this.#world.openMs - this.#random.between(2, 12) * minuteMs;
  }

  #begin(person: AgentPlan): void {
    const agent = signIn(this.#world, { ...person, onlyServiceId: null });
    for (const absence of person.absences) {
      this.#planAbsence(agent, absence, this.#world.openMs + absence.fromMinute * minuteMs);
    }
    this.#desk.free(agent);
  }

  #planAbsence(agent: DemoAgent, absence: Absence, atMs: number): void {
    const { agenda, closesAtMs } = this.#world;
    if (closesAtMs !== null && atMs >= closesAtMs) return;
    agenda.at(atMs, () => {
      if (agent.state === "available") this.#leave(agent, absence);
      else agent.due.push(() => this.#leave(agent, absence));
      this.#planAbsence(agent, absence, atMs + dayMs);
    });
  }

  #leave(agent: DemoAgent, absence: Absence): void {
    const { agenda, scribe } = this.#world;
    const plannedMs = absence.minutes * minuteMs;
    setState(this.#world, agent, absence.state, {
      reason: absence.reason,
      plannedEndAt: scribe.instant(agenda.nowMs + plannedMs),
    });
    agenda.after(plannedMs * this.#random.between(0.95, 1.1), () => this.#desk.free(agent));
  }
}

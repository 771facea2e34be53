/** Who is there and when: signing in before opening, breaks, lunch, training, back office. */
import type { EventData } from "../../../../shared/domain/event.ts";
import { dayMs } from "./day-shape.ts";
import type { Desk } from "./desk.ts";
import type { Absence, AgentPlan } from "./plan.ts";
import type { Random } from "./random.ts";
import { type DemoAgent, randomFor, sayState, setState, signIn, type World } from "./world.ts";

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
        const agent = signIn(world, { ...person, id: person.agentId });
        setState(world, agent, "back_office");
      });
    }
  }

  /** A person in the console says what the agent does now. */
  obey(agent: DemoAgent, told: EventData<"agent.state_changed">): void {
    if (agent.record !== null || agent.state === "wrap_up") {
      // They saw the agent a moment too early: what is at hand goes first.
      sayState(this.#world, agent);
      if (agent.due.length === 0 && told.state !== "available") {
        agent.due.push(() => {
          setState(this.#world, agent, told.state, told);
          this.#planReturn(agent, this.#endOf(told));
        });
      }
      return;
    }
    agent.state = told.state;
    this.#planReturn(agent, this.#endOf(told));
    if (told.state === "available") this.#desk.free(agent);
  }

  #arrivalMs(): number {
    return this.#world.openMs - this.#random.between(2, 12) * minuteMs;
  }

  #begin(person: AgentPlan): void {
    const agent = signIn(this.#world, person);
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
    this.#planReturn(agent, agenda.nowMs + plannedMs * this.#random.between(0.95, 1.1));
  }

  /** Back at an instant (null: when somebody says so), unless something else is said of the agent before. */
  #planReturn(agent: DemoAgent, atMs: number | null): void {
    agent.absences += 1;
    const { absences } = agent;
    if (atMs === null) return;
    this.#world.agenda.at(atMs, () => {
      if (agent.absences === absences) this.#desk.free(agent);
    });
  }

  #endOf({ plannedEndAt }: EventData<"agent.state_changed">): number | null {
    return plannedEndAt === undefined ? null : this.#world.pace.floorMs(Date.parse(plannedEndAt));
  }
}

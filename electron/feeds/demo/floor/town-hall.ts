/**
 * The demo floor: a discrete-event simulation of a town hall. Pure: it is told how far time has
 * come and answers with the events that happened until then. The same plan, seed, opening and
 * inputs give the same events.
 */
import type { VigieEvent } from "../../../../shared/domain/event.ts";
import { BackupDesk } from "./backup-desk.ts";
import { Desk } from "./desk.ts";
import { Reception } from "./reception.ts";
import { Rota } from "./rota.ts";
import { demoSource } from "./scribe.ts";
import { createWorld, type Setting, type World } from "./world.ts";

/** One run of the demo floor. */
export class TownHall {
  readonly #world: World;
  readonly #desk: Desk;
  readonly #backup: BackupDesk;

  constructor(setting: Setting) {
    const world = createWorld(setting);
    this.#world = world;
    this.#desk = new Desk(world);
    this.#backup = new BackupDesk(world, this.#desk);
    new Rota(world, this.#desk).open();
    new Reception(world, this.#desk).open();
  }

  /** How far the floor has come, by its own clock. */
  get nowMs(): number {
    return this.#world.agenda.nowMs;
  }

  /** When the next thing happens, by the floor's clock; undefined where nothing ever will. */
  get nextMs(): number | undefined {
    return this.#world.agenda.nextMs;
  }

  /** Cases that are not over. */
  get openCaseIds(): ReadonlySet<string> {
    return new Set(this.#world.cases.keys());
  }

  /** What happens until an instant of the floor's clock (Infinity: until a closed floor is empty). */
  step(untilMs: number): VigieEvent[] {
    this.#world.agenda.run(untilMs);
    return this.#world.scribe.take();
  }

  /** Obeys what a person did in the console; other events mean nothing to the floor. */
  handle(event: VigieEvent): void {
    if (event.source === demoSource) return;
    this.#world.scribe.heed(event);
    this.#world.agenda.at(this.#world.pace.floorMs(event.atMs), () => this.#obey(event));
  }

  /** Ends the run: open cases are cancelled with the reason, and everybody signs out. */
  close(reason: string): VigieEvent[] {
    const { agenda, agents, cases, scribe } = this.#world;
    for (const id of cases.keys()) scribe.write(agenda.nowMs, "case.cancelled", id, { reason });
    cases.clear();
    this.#backup.close(reason);
    for (const id of agents.keys()) scribe.write(agenda.nowMs, "agent.signed_out", id, {});
    agents.clear();
    return scribe.take();
  }

  #obey(event: VigieEvent): void {
    const record = this.#world.cases.get(event.subject);
    switch (event.type) {
      case "case.reassigned":
        if (record === undefined) return;
        this.#desk.reassign(record, event.data.toService ?? record.serviceId, event.data.toAgent ?? null);
        return;
      case "case.prioritised":
        if (record !== undefined) record.priority = event.data.priority;
        return;
      case "case.cancelled":
        if (record !== undefined) this.#desk.end(record);
        return;
      case "backup.requested":
        this.#backup.request(event);
        return;
      case "backup.accepted":
        this.#backup.accepted(event);
        return;
      case "backup.declined":
      case "backup.expired":
        this.#backup.unanswered(event.subject);
        return;
      case "backup.arrived":
        this.#backup.arrived(event.subject);
        return;
      case "backup.released":
        this.#backup.released(event.subject);
        return;
      default:
        return;
    }
  }
}

/**
 * The demo floor: a discrete-event simulation of a town hall. Pure: it is told how far time has
 * come and answers with the events that happened until then. The same plan, seed, opening and
 * inputs give the same events.
 */
import { actionOf, type VigieEvent } from "../../../../shared/domain/event.ts";
import { planBackupCalls } from "./backup-calls.ts";
import { BackupDesk } from "./backup-desk.ts";
import { Desk } from "./desk.ts";
import { Reception } from "./reception.ts";
import { Rota } from "./rota.ts";
import { demoSource } from "./scribe.ts";
import { createWorld, type DemoCase, type Setting, type World } from "./world.ts";

/** One run of the demo floor. */
export class TownHall {
  readonly #world: World;
  readonly #desk: Desk;
  readonly #backup: BackupDesk;
  /** How to take back what people did, by action and case. */
  readonly #waysBack = new Map<string, () => void>();
  readonly #rota: Rota;

  constructor(setting: Setting) {
    const world = createWorld(setting);
    this.#world = world;
    this.#desk = new Desk(world);
    this.#backup = new BackupDesk(world, this.#desk);
    this.#rota = new Rota(world, this.#desk);
    this.#rota.open();
    new Reception(world, this.#desk).open();
    planBackupCalls(world, this.#backup);
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
    const { agenda, scribe } = this.#world;
    if (Number.isFinite(untilMs)) agenda.run(untilMs);
    else this.#runEmpty();
    return scribe.take();
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

  /** Nobody stays for what was planned beyond closing and the last citizen. */
  #runEmpty(): void {
    const { agenda, cases, closesAtMs } = this.#world;
    for (let nextMs = agenda.nextMs; nextMs !== undefined; nextMs = agenda.nextMs) {
      if (closesAtMs !== null && nextMs > closesAtMs && cases.size === 0) return;
      agenda.run(nextMs);
    }
  }

  #obey(event: VigieEvent): void {
    if (event.type.startsWith("case.")) {
      const record = this.#world.cases.get(event.subject);
      if (record !== undefined) this.#obeyAbout(record, event);
      return;
    }
    const agent = this.#world.agents.get(event.subject);
    switch (event.type) {
      case "agent.assigned":
        if (agent === undefined) return;
        agent.assignedServiceIds = event.data.services;
        if (agent.state === "available") this.#desk.free(agent);
        return;
      case "agent.state_changed":
        if (agent !== undefined) this.#rota.obey(agent, event.data);
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

  #obeyAbout(record: DemoCase, event: VigieEvent): void {
    const action = actionOf(event);
    if (action !== undefined) this.#waysBack.set(keyOf(action, record), this.#wayBack(record, event));
    switch (event.type) {
      case "case.reassigned":
        this.#desk.reassign(record, event.data.toService ?? record.serviceId, event.data.toAgent ?? null);
        return;
      case "case.prioritised":
        record.priority = event.data.priority;
        return;
      case "case.held":
        this.#desk.suspend(record);
        return;
      case "case.resumed":
        this.#desk.resume(record);
        return;
      case "case.queued":
        this.#desk.requeue(record);
        return;
      case "case.undone":
        this.#waysBack.get(keyOf(event.data.undoes, record))?.();
        this.#waysBack.delete(keyOf(event.data.undoes, record));
        return;
      case "case.cancelled":
        this.#desk.end(record);
        return;
      default:
        return;
    }
  }

  /** What undoes an event, worked out before it is obeyed. */
  #wayBack(record: DemoCase, event: VigieEvent): () => void {
    const { serviceId, namedAgentId, priority, handler } = record;
    switch (event.type) {
      case "case.reassigned":
        return () => this.#desk.reassign(record, serviceId, namedAgentId);
      case "case.prioritised":
        return () => {
          record.priority = priority;
        };
      case "case.held":
        return () => this.#desk.resume(record);
      case "case.resumed":
        return () => this.#desk.suspend(record);
      case "case.queued":
        // Who had called it may have called somebody else by now, and comes back to it next.
        return () => this.#desk.reassign(record, serviceId, handler?.id ?? null);
      default:
        return () => undefined;
    }
  }
}

function keyOf(action: string, record: DemoCase): string {
  return JSON.stringify([action, record.id]);
}

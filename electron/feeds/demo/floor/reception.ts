/** How citizens come: by night (e-mails), through the day, with appointments and needs. */
import { nextArrivalMs } from "./day-shape.ts";
import type { Desk } from "./desk.ts";
import type { QueuePlan, ServicePlan } from "./plan.ts";
import type { Random } from "./random.ts";
import { type DemoCase, randomFor, servicePlan, type World } from "./world.ts";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const nightMs = 14 * 60 * minuteMs;
const appointmentSlotMs = 10 * minuteMs;
const reducedMobilityShare = 0.04;
const interpreterShare = 0.01;
/** Of those who come again, how many come for the third time. */
const thirdVisitShare = 0.2;

/** Seconds at the reception desk, or in the voice menu, before the queue is joined. */
const secondsToQueue = { counter: [8, 40], phone: [10, 25] } as const;

interface Door {
  readonly queue: QueuePlan;
  readonly service: ServicePlan;
  readonly arrivals: Random;
  readonly traits: Random;
  count: number;
}

/** Lets citizens in. */
export class Reception {
  readonly #world: World;
  readonly #desk: Desk;

  constructor(world: World, desk: Desk) {
    this.#world = world;
    this.#desk = desk;
  }

  /** Plans the first arrival of every queue, and those of the night before. */
  open(): void {
    const { plan } = this.#world;
    for (const queue of plan.queues) {
      const service = servicePlan(plan, queue.serviceId);
      if (service !== undefined) this.#openDoor(queue, service);
    }
  }

  #openDoor(queue: QueuePlan, service: ServicePlan): void {
    const name = `${queue.siteId} ${queue.serviceId}`;
    const door: Door = {
      queue,
      service,
      arrivals: randomFor(this.#world, `arrivals ${name}`),
      traits: randomFor(this.#world, `traits ${name}`),
      count: 0,
    };
    const { agenda, load, openMs } = this.#world;
    for (let left = door.arrivals.poisson(queue.casesPerNight * load); left > 0; left -= 1) {
      agenda.at(openMs - door.arrivals.between(0, nightMs), () => this.#receive(door));
    }
    this.#planNext(door, openMs);
  }

  #planNext(door: Door, afterMs: number): void {
    const { agenda, closesAtMs, load, openMs } = this.#world;
    const casesPerDay = door.queue.casesPerDay * load;
    const atMs = nextArrivalMs(door.arrivals, door.service.shape, casesPerDay, openMs, afterMs);
    if (closesAtMs !== null && atMs >= closesAtMs) return;
    agenda.at(atMs, () => {
      this.#receive(door);
      this.#planNext(door, atMs);
    });
  }

  #receive(door: Door): void {
    const { agenda, cases, run, scribe } = this.#world;
    const { queue, service, traits } = door;
    const nowMs = agenda.nowMs;
    door.count += 1;
    const ticket = `${queue.ticketLetter}${String(((door.count - 1) % 999) + 1).padStart(3, "0")}`;
    const needs = this.#needs(door, nowMs);
    const record: DemoCase = {
      id: `${run}-${queue.ticketLetter}${door.count}`,
      siteId: queue.siteId,
      serviceId: service.id,
      service,
      channel: service.channel,
      priority: needs.priority ?? 0,
      state: "arriving",
      waitSinceMs: nowMs,
      waitedMs: 0,
      givesUpAtMs: null,
      namedAgentId: null,
      handler: null,
      turn: 0,
    };
    cases.set(record.id, record);
    scribe.write(nowMs, "case.arrived", record.id, {
      site: record.siteId,
      service: service.id,
      channel: record.channel,
      ticket,
      ...needs,
      ...(traits.chance(service.secondVisitShare) ? { visit: traits.chance(thirdVisitShare) ? 3 : 2 } : {}),
    });
    if (record.channel === "counter" || record.channel === "phone") {
      const [from, to] = secondsToQueue[record.channel];
      agenda.after(traits.between(from, to) * secondMs, () => this.#queue(record));
    } else {
      this.#desk.enqueue(record);
    }
  }

  #queue(record: DemoCase): void {
    if (record.state !== "arriving") return;
    const nowMs = this.#world.agenda.nowMs;
    record.waitSinceMs = nowMs;
    this.#world.scribe.write(nowMs, "case.queued", record.id, {});
    this.#desk.enqueue(record);
  }

  /** Who has an appointment or can't stand for long is called before the others. */
  #needs(
    { service, traits }: Door,
    nowMs: number,
  ): { priority?: number; flags?: string[]; appointmentAt?: string } {
    const isCounter = service.channel === "counter";
    const flags: string[] = [];
    if (isCounter && traits.chance(reducedMobilityShare)) flags.push("PMR");
    if (isCounter && traits.chance(interpreterShare)) flags.push("interprète");
    const hasAppointment = traits.chance(service.appointmentShare);
    if (hasAppointment) flags.push("rendez-vous");
    const meantForMs = nowMs + traits.between(-2, 12) * minuteMs;
    const slotMs = Math.round(meantForMs / appointmentSlotMs) * appointmentSlotMs;
    return {
      ...(hasAppointment || flags.includes("PMR") ? { priority: 1 } : {}),
      ...(flags.length > 0 ? { flags } : {}),
      ...(hasAppointment ? { appointmentAt: this.#world.scribe.instant(slotMs) } : {}),
    };
  }
}

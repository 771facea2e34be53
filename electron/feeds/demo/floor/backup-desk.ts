/** Backup people: they answer calls (or don't), travel, serve one service, and go back. */
import type { EventOf } from "../../../../shared/domain/event.ts";
import type { Desk } from "./desk.ts";
import type { BackupPlan } from "./plan.ts";
import { Random } from "./random.ts";
import { assign, type DemoAgent, randomFor, setState, signIn, type World } from "./world.ts";

const minuteMs = 60 * 1_000;
const acceptShare = 0.78;
const declineShare = 0.12;
const answer = { meanSeconds: 18, cv: 0.6 };
const declineReasons = ["En réunion", "En rendez-vous jusqu’à midi", "Déjà en renfort ailleurs"];

interface DemoCall {
  readonly id: string;
  readonly person: BackupPlan;
  readonly siteId: string;
  readonly serviceId: string;
  readonly untilMs: number | null;
  /** How long the journey really takes ÷ how long it is said to. */
  readonly lateness: number;
  state: "requested" | "accepted" | "arrived" | "over";
  agent: DemoAgent | null;
}

/** Follows the calls for backup that the console makes. */
export class BackupDesk {
  readonly #world: World;
  readonly #desk: Desk;
  readonly #random: Random;
  readonly #calls = new Map<string, DemoCall>();

  constructor(world: World, desk: Desk) {
    this.#world = world;
    this.#desk = desk;
    // Today's answers are the same on every day: whoever presents the demo can rely on them.
    this.#random = world.closesAtMs === null ? new Random(world.seed, "backup") : randomFor(world, "backup");
  }

  /** Somebody asks for backup: most accept, some decline, some never answer. */
  request(event: Pick<EventOf<"backup.requested">, "subject" | "data">): void {
    const { data } = event;
    const person = this.#world.plan.backups.find((one) => one.agentId === data.agent);
    if (person === undefined) return;
    const call: DemoCall = {
      id: event.subject,
      person,
      siteId: data.site,
      serviceId: data.service,
      untilMs: data.until === undefined ? null : this.#world.pace.floorMs(Date.parse(data.until)),
      lateness: this.#random.between(0.85, 1.1),
      state: "requested",
      agent: null,
    };
    this.#calls.set(call.id, call);
    const mood = this.#random.unit();
    const delayMs = this.#random.lognormalMs(answer);
    const reason = this.#random.pick(declineReasons) ?? "";
    if (mood >= acceptShare + declineShare) return;
    this.#world.agenda.after(delayMs, () => {
      if (call.state !== "requested") return;
      if (mood < acceptShare) this.#accept(call);
      else this.#decline(call, reason);
    });
  }

  /** Somebody answered in the person's stead: they come all the same. */
  accepted(event: EventOf<"backup.accepted">): void {
    const call = this.#calls.get(event.subject);
    if (call === undefined || call.state === "accepted" || call.state === "arrived") return;
    const { arrivesAt } = event.data;
    const travelMs =
      arrivesAt === undefined
        ? call.person.travelMinutes * minuteMs
        : this.#world.pace.floorMs(Date.parse(arrivesAt)) - this.#world.agenda.nowMs;
    this.#travel(call, travelMs);
  }

  /** The call was declined in the person's stead, or nobody answered in time. */
  unanswered(callId: string): void {
    const call = this.#calls.get(callId);
    if (call?.state === "requested") call.state = "over";
  }

  /** Whether the person has said neither yes nor no. */
  isUnanswered(callId: string): boolean {
    return this.#calls.get(callId)?.state === "requested";
  }

  /** Somebody else saw the person arrive and signed them in. */
  arrived(callId: string): void {
    const call = this.#calls.get(callId);
    if (call === undefined || call.state === "arrived") return;
    this.#serve(call);
  }

  /** The console lets the person go, and says so itself where they have nothing at hand. */
  released(callId: string): void {
    const call = this.#calls.get(callId);
    if (call === undefined) return;
    call.state = "over";
    if (call.agent?.state === "available") call.agent.state = "back_office";
    else this.#goBack(call);
  }

  /** The floor closes: nobody is asked, on the way or needed any more. */
  close(reason: string): void {
    const { agenda, scribe } = this.#world;
    for (const call of this.#calls.values()) {
      if (call.state === "requested") scribe.write(agenda.nowMs, "backup.declined", call.id, { reason });
      if (call.state === "accepted" || call.state === "arrived") {
        scribe.write(agenda.nowMs, "backup.released", call.id, {});
      }
      call.state = "over";
    }
  }

  #accept(call: DemoCall): void {
    const { agenda, scribe } = this.#world;
    const travelMs = call.person.travelMinutes * minuteMs;
    scribe.write(agenda.nowMs, "backup.accepted", call.id, {
      arrivesAt: scribe.instant(agenda.nowMs + travelMs),
      by: call.person.agentId,
    });
    this.#travel(call, travelMs * call.lateness);
  }

  #decline(call: DemoCall, reason: string): void {
    const { agenda, scribe } = this.#world;
    call.state = "over";
    scribe.write(agenda.nowMs, "backup.declined", call.id, { reason, by: call.person.agentId });
  }

  #travel(call: DemoCall, travelMs: number): void {
    const { agenda, scribe } = this.#world;
    call.state = "accepted";
    agenda.after(travelMs, () => {
      if (call.state !== "accepted") return;
      scribe.write(agenda.nowMs, "backup.arrived", call.id, { by: call.person.agentId });
      this.#serve(call);
    });
  }

  #serve(call: DemoCall): void {
    const { agenda, scribe } = this.#world;
    call.state = "arrived";
    const { person } = call;
    call.agent = this.#takePlace(call);
    if (call.untilMs === null) return;
    agenda.at(call.untilMs, () => {
      if (call.state !== "arrived") return;
      call.state = "over";
      scribe.write(agenda.nowMs, "backup.released", call.id, { by: person.agentId });
      this.#goBack(call);
    });
  }

  /** Signs the person in; whoever still finishes a case of an earlier call just stays. */
  #takePlace({ person, serviceId, siteId }: DemoCall): DemoAgent {
    const present = this.#world.agents.get(person.agentId);
    if (present?.state === "serving" || present?.state === "wrap_up") {
      present.due.length = 0;
      assign(this.#world, present, [serviceId]);
      return present;
    }
    const agent = signIn(this.#world, { ...person, id: person.agentId, siteId });
    assign(this.#world, agent, [serviceId]);
    this.#desk.free(agent);
    return agent;
  }

  /** Back to the other work, once the case at hand is done. */
  #goBack(call: DemoCall): void {
    const agent = call.agent;
    if (agent === null) return;
    const leave = () => setState(this.#world, agent, "back_office");
    if (agent.state === "available") leave();
    else agent.due.push(leave);
  }
}

/** Cascades of calls: the console asks people in turn, whatever becomes of the window or the process. */
import { randomUUID } from "node:crypto";
import type { BackupCall } from "../../shared/domain/backup.ts";
import {
  type Cascade,
  callIdOf,
  cascadesOf,
  isCascadeRunning,
  nextStep,
} from "../../shared/domain/backup-cascade.ts";
import { type RosterMoment, whyUnavailable } from "../../shared/domain/backup-roster.ts";
import type { EventData } from "../../shared/domain/event.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import { backupEvent, type CallOrder, requested } from "./backup-events.ts";
import type { Clock } from "./clock.ts";
import { timeZoneOf } from "./directory.ts";

/** No cascade is longer: fifty people with two hours each. */
const longestCascadeMs = 5 * 24 * 60 * 60 * 1_000;

export interface Cascades {
  momentNow(calls: readonly BackupCall[]): Promise<RosterMoment>;
  /** Asks one person; the same id again is the same call, so nobody is asked twice. */
  ask(callId: string, order: CallOrder): Promise<void>;
  /**
   * Asks the first who can be asked, and as many more as are wanted.
   *
   * @throws Fault `agent_not_present` where nobody can be asked now
   */
  begin(
    order: Omit<CallOrder, "agentId" | "cascade">,
    people: readonly string[],
    wanted: number,
  ): Promise<BackupCall[]>;
  /** Calls whose turn it is in every cascade that is not over. */
  advanceAll(): Promise<void>;
  /** @throws Fault `not_found` */
  end(cascadeId: string, data: EventData<"backup.cascade_ended">): Promise<void>;
}

/** Makes the cascades of a store: all they know is in its log. */
export function createCascades(store: Store, clock: Clock): Cascades {
  async function momentNow(calls: readonly BackupCall[]): Promise<RosterMoment> {
    const directory = await store.directory();
    const agents = await store.agents();
    return {
      nowMs: clock.nowMs(),
      calls,
      states: new Map(agents.map(({ agent }) => [agent.id, agent.state])),
      timeZoneOf: (siteId) => timeZoneOf(directory, siteId),
    };
  }

  async function whoCanBeAsked(calls: readonly BackupCall[]): Promise<(agentId: string) => boolean> {
    const { roster } = await store.directory();
    const moment = await momentNow(calls);
    return (agentId) => {
      const person = roster.find((one) => one.agentId === agentId);
      return person !== undefined && whyUnavailable(person, moment) === null;
    };
  }

  async function ask(callId: string, order: CallOrder): Promise<void> {
    await store.changeBackupCall(callId, (known) => ({
      events: known === undefined ? [requested(callId, clock.nextMs(), order)] : [],
      result: undefined,
    }));
  }

  async function begin(
    order: Omit<CallOrder, "agentId" | "cascade">,
    people: readonly string[],
    wanted: number,
  ) {
    const canBeAsked = await whoCanBeAsked(await store.backupCalls(clock.nowMs()));
    const agentId = people.find(canBeAsked);
    if (agentId === undefined) {
      throw new Fault("agent_not_present", "None of these people can be asked now; nobody was asked.");
    }
    const id = randomUUID();
    const cascade = {
      id,
      order: [...people],
      wanted: Math.min(wanted, people.length),
      answerMinutes: order.answerMinutes,
    };
    await ask(id, { ...order, agentId, cascade });
    await advance(id);
    const calls = await store.backupCalls(clock.nowMs() - longestCascadeMs);
    return calls.filter((call) => call.cascade?.id === id);
  }

  /** Calls whose turn it is, until somebody has to be waited for or the cascade is over. */
  async function advance(cascadeId: string): Promise<void> {
    for (;;) {
      const calls = await store.backupCalls(clock.nowMs() - longestCascadeMs);
      const cascade = cascadesOf(calls).find(({ plan }) => plan.id === cascadeId);
      if (cascade === undefined || !isCascadeRunning(cascade)) return;
      const next = nextStep(cascade, await whoCanBeAsked(calls), clock.nowMs());
      if (next.kind === "end") await end(cascadeId, { because: next.because });
      if (next.kind !== "call") return;
      await ask(callIdOf(cascade.plan, next.agentId), orderOf(cascade, next.agentId));
    }
  }

  async function end(cascadeId: string, data: EventData<"backup.cascade_ended">): Promise<void> {
    await store.changeBackupCall(cascadeId, (first) => {
      if (first === undefined || first.cascade === null) {
        throw new Fault("not_found", "The cascade is not known.", { cascadeId });
      }
      const event = backupEvent("backup.cascade_ended", cascadeId, clock.nextMs(), data);
      return { events: first.cascadeEnd === null ? [event] : [], result: undefined };
    });
  }

  return {
    momentNow,
    ask,
    begin,
    end,
    async advanceAll() {
      const calls = await store.backupCalls(clock.nowMs() - longestCascadeMs);
      for (const cascade of cascadesOf(calls)) {
        if (isCascadeRunning(cascade)) await advance(cascade.plan.id);
      }
    },
  };
}

/** Everybody in a cascade is asked for the same, in the same way. */
function orderOf({ plan, calls: [first] }: Cascade, agentId: string): CallOrder {
  return { ...first, agentId, answerMinutes: plan.answerMinutes, cascade: plan };
}

/** Calls for backup: whom to ask, asking, answers, and the call that nobody answered. */
import { randomUUID } from "node:crypto";
import { isOnFloor } from "../../shared/domain/agent.ts";
import {
  type BackupCall,
  type BackupCandidate,
  isBackupOpen,
  mayFollow,
} from "../../shared/domain/backup.ts";
import type { EventData, EventOf, VigieEvent } from "../../shared/domain/event.ts";
import { consoleSource } from "../../shared/domain/reassign.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { every } from "./every.ts";
import type { Log } from "./log.ts";

const weekMs = 7 * 24 * 60 * 60 * 1_000;
const dayMs = 24 * 60 * 60 * 1_000;
const expiryCheckMs = 1_000;

export interface BackupRequest {
  readonly siteId: string;
  readonly serviceId: string;
  readonly agentIds: readonly string[];
  readonly untilMs: number | null;
  readonly message: string | null;
}

export interface BackupService {
  roster(siteId: string, serviceId: string): Promise<BackupCandidate[]>;
  list(siteId: string | null): Promise<BackupCall[]>;
  request(request: BackupRequest): Promise<BackupCall[]>;
  accept(callId: string, arrivesAtMs: number | null): Promise<BackupCall>;
  decline(callId: string, reason: string | null): Promise<BackupCall>;
  arrive(callId: string): Promise<BackupCall>;
  release(callId: string): Promise<BackupCall>;
  /** Begins to let unanswered calls expire. */
  start(): void;
  stop(): void;
}

/** What may befall a call after it was made. */
type BackupStep = "accepted" | "declined" | "expired" | "arrived" | "released";

/** Makes the backup service; `operator` names who acts, `answerMinutes` how long an answer may take. */
export function createBackup(
  store: Store,
  clock: Clock,
  operator: () => string,
  answerMinutes: () => number,
  log: Log,
): BackupService {
  let stopChecking: (() => void) | undefined;

  async function step<S extends BackupStep>(
    callId: string,
    state: S,
    data: EventData<`backup.${S}`>,
    also: (call: BackupCall, atMs: number) => VigieEvent[] = () => [],
  ): Promise<BackupCall> {
    await store.changeBackupCall(callId, (call) => {
      if (call === undefined) throw unknownCall(callId);
      if (call.state === state) return { events: [], result: undefined };
      if (!mayFollow(call.state, state)) {
        throw new Fault(
          "backup_already_answered",
          `The call is already ${call.state}; nothing was changed.`,
          {
            callId,
            state: call.state,
          },
        );
      }
      const atMs = clock.nextMs();
      const event = backupEvent(`backup.${state}`, callId, atMs, data) as VigieEvent;
      return { events: [event, ...also(call, atMs)], result: undefined };
    });
    return existing(callId);
  }

  async function existing(callId: string): Promise<BackupCall> {
    const call = await store.backupCall(callId);
    if (call === undefined) throw unknownCall(callId);
    return call;
  }

  async function refuseSecondCall(agentIds: readonly string[]): Promise<void> {
    const open = (await store.backupCalls(clock.nowMs())).find(
      (call) => isBackupOpen(call.state) && agentIds.includes(call.agentId),
    );
    if (open === undefined) return;
    throw new Fault("backup_already_answered", "One of these people is already called; nobody was asked.", {
      callId: open.id,
      agentId: open.agentId,
      state: open.state,
    });
  }

  async function expireUnanswered(): Promise<void> {
    const nowMs = clock.nowMs();
    for (const call of await store.backupCalls(nowMs)) {
      if (call.state !== "requested" || call.expiresAtMs > nowMs) continue;
      await store.changeBackupCall(call.id, (current) => ({
        events:
          current?.state === "requested"
            ? [backupEvent("backup.expired", call.id, clock.nextMs(), {}) as VigieEvent]
            : [],
        result: undefined,
      }));
    }
  }

  /** Who arrives takes their place on the floor, with the skills the roster knows. */
  async function arrivalOf(call: BackupCall): Promise<(callNow: BackupCall, atMs: number) => VigieEvent[]> {
    const person = (await store.directory()).roster.find((one) => one.agentId === call.agentId);
    return (callNow, atMs) => [
      {
        id: `${call.id}:signed_in`,
        source: consoleSource,
        type: "agent.signed_in",
        subject: call.agentId,
        time: new Date(atMs).toISOString(),
        atMs,
        data: {
          site: callNow.siteId,
          name: person?.name ?? call.agentId,
          skills: (person?.skills ?? [{ serviceId: callNow.serviceId, level: 1 }]).map(
            ({ serviceId, level }) => ({ service: serviceId, level }),
          ),
        },
      },
    ];
  }

  return {
    async roster(siteId, serviceId) {
      const nowMs = clock.nowMs();
      const { roster } = await store.directory();
      const agents = new Map((await store.agents()).map((fold) => [fold.agent.id, fold.agent]));
      const calls = await store.backupCalls(nowMs - weekMs);
      return roster
        .filter((person) => person.siteId === siteId)
        .flatMap((person): BackupCandidate[] => {
          const level = person.skills.find((skill) => skill.serviceId === serviceId)?.level;
          if (level === undefined) return [];
          const state = agents.get(person.agentId)?.state ?? "offline";
          const own = calls.filter((call) => call.agentId === person.agentId);
          return [
            {
              agentId: person.agentId,
              name: person.name,
              level,
              state,
              travelMinutes: person.travelMinutes,
              callsThisWeek: own.filter((call) => call.requestedAtMs >= nowMs - weekMs).length,
              unavailableBecause: own.some((call) => isBackupOpen(call.state))
                ? "already_called"
                : isOnFloor(state)
                  ? "on_floor"
                  : null,
            },
          ];
        })
        .sort(compareCandidates);
    },
    async list(siteId) {
      const calls = await store.backupCalls(clock.nowMs() - dayMs);
      return calls
        .filter((call) => siteId === null || call.siteId === siteId)
        .sort((a, b) => b.requestedAtMs - a.requestedAtMs);
    },
    async request(request) {
      await refuseSecondCall(request.agentIds);
      const atMs = clock.nextMs();
      const expiresAt = new Date(atMs + answerMinutes() * 60_000).toISOString();
      const ids: string[] = [];
      for (const agentId of request.agentIds) {
        const callId = randomUUID();
        await store.changeBackupCall(callId, () => ({
          events: [
            backupEvent("backup.requested", callId, clock.nextMs(), {
              site: request.siteId,
              service: request.serviceId,
              agent: agentId,
              by: operator(),
              expiresAt,
              ...(request.untilMs === null ? {} : { until: new Date(request.untilMs).toISOString() }),
              ...(request.message === null ? {} : { message: request.message }),
            }),
          ],
          result: undefined,
        }));
        ids.push(callId);
      }
      return Promise.all(ids.map(existing));
    },
    accept: (callId, arrivesAtMs) =>
      step(callId, "accepted", {
        by: operator(),
        ...(arrivesAtMs === null ? {} : { arrivesAt: new Date(arrivesAtMs).toISOString() }),
      }),
    decline: (callId, reason) =>
      step(callId, "declined", { by: operator(), ...(reason === null ? {} : { reason }) }),
    async arrive(callId) {
      return step(callId, "arrived", { by: operator() }, await arrivalOf(await existing(callId)));
    },
    release: (callId) =>
      step(callId, "released", { by: operator() }, (call, atMs) =>
        call.state === "arrived" ? [backToOffice(call, atMs)] : [],
      ),
    start() {
      stopChecking = every(expiryCheckMs, expireUnanswered, (error) => log.error("backup expiry", error));
    },
    stop() {
      stopChecking?.();
    },
  };
}

function backToOffice(call: BackupCall, atMs: number): EventOf<"agent.state_changed"> {
  return {
    id: `${call.id}:back_office`,
    source: consoleSource,
    type: "agent.state_changed",
    subject: call.agentId,
    time: new Date(atMs).toISOString(),
    atMs,
    data: { state: "back_office" },
  };
}

function backupEvent<T extends `backup.${BackupStep | "requested"}`>(
  type: T,
  callId: string,
  atMs: number,
  data: EventData<T>,
): EventOf<T> {
  return {
    id: `${callId}:${type}`,
    source: consoleSource,
    type,
    subject: callId,
    time: new Date(atMs).toISOString(),
    atMs,
    data,
  };
}

function unknownCall(callId: string): Fault {
  return new Fault("not_found", "The call for backup is not known.", { callId });
}

/** Can be asked first; then the better skilled, the less often called, the nearer. */
function compareCandidates(a: BackupCandidate, b: BackupCandidate): number {
  return (
    Number(a.unavailableBecause !== null) - Number(b.unavailableBecause !== null) ||
    b.level - a.level ||
    a.callsThisWeek - b.callsThisWeek ||
    (a.travelMinutes ?? Number.POSITIVE_INFINITY) - (b.travelMinutes ?? Number.POSITIVE_INFINITY) ||
    a.name.localeCompare(b.name, "fr")
  );
}

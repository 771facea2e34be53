/** Calls for backup: whom to ask, asking at once or in turn, answers, and the call that nobody answered. */
import { randomUUID } from "node:crypto";
import {
  type BackupCall,
  type BackupCandidate,
  isBackupOpen,
  mayFollow,
} from "../../shared/domain/backup.ts";
import { type BackupFigure, backupFigures, backupFiguresMs } from "../../shared/domain/backup-figures.ts";
import { fairnessMs, rosterFor } from "../../shared/domain/backup-roster.ts";
import type { EventData, VigieEvent } from "../../shared/domain/event.ts";
import type { NotificationChannel } from "../../shared/domain/notification.ts";
import type { Prediction } from "../../shared/domain/prediction.ts";
import { actionTaken } from "../../shared/domain/taken-action.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import { createCascades } from "./backup-cascade.ts";
import {
  type BackupStep,
  backToOffice,
  backupEvent,
  servesWhatTheyCameFor,
  takesPlace,
} from "./backup-events.ts";
import type { Foresee } from "./case.ts";
import type { Clock } from "./clock.ts";
import { every } from "./every.ts";
import type { Log } from "./log.ts";

const dayMs = 24 * 60 * 60 * 1_000;
const lookMs = 1_000;
/** Where nobody wrote down how far away somebody is. */
const usualTravelMinutes = 10;

export interface BackupRequest {
  readonly siteId: string;
  readonly serviceId: string;
  readonly agentIds: readonly string[];
  readonly untilMs: number | null;
  readonly message: string | null;
  readonly channels: readonly NotificationChannel[];
  /** One after the other, in the order of `agentIds`; null: all at once. */
  readonly inTurn: { readonly wanted: number; readonly answerMinutes: number } | null;
}

/** What the person who was called says. */
export type BackupAnswer =
  | { readonly kind: "accept"; readonly arrivesAtMs: number }
  | { readonly kind: "decline"; readonly reason: string | null };

export interface BackupService {
  roster(siteId: string, serviceId: string): Promise<BackupCandidate[]>;
  list(siteId: string | null): Promise<BackupCall[]>;
  figures(siteId: string | null): Promise<BackupFigure[]>;
  request(request: BackupRequest): Promise<BackupCall[]>;
  /** Calls nobody further in a cascade; whoever was asked may still answer. */
  stopCascade(cascadeId: string): Promise<BackupCall>;
  accept(callId: string, arrivesAtMs: number | null): Promise<BackupCall>;
  decline(callId: string, reason: string | null): Promise<BackupCall>;
  arrive(callId: string): Promise<BackupCall>;
  release(callId: string): Promise<BackupCall>;
  /**
   * The person's own answer, once and in time.
   *
   * @throws Fault `backup_already_answered`; nothing was changed
   */
  answer(callId: string, answer: BackupAnswer): Promise<BackupCall>;
  /** Begins to let unanswered calls expire, and to call whose turn it is. */
  start(): void;
  stop(): void;
  /** Does once what `start` has done every second. */
  look(): Promise<void>;
}

/** Makes the backup service; `operator` names who acts, `answerMinutes` how long an answer may take, `foresee` what a call will do. */
export function createBackup(
  store: Store,
  clock: Clock,
  operator: () => string,
  answerMinutes: () => number,
  foresee: Foresee,
  log: Log,
): BackupService {
  const cascades = createCascades(store, clock);
  let stopLooking: (() => void) | undefined;

  async function step<S extends BackupStep>(
    callId: string,
    state: S,
    data: EventData<`backup.${S}`>,
    also: (call: BackupCall, atMs: number) => VigieEvent[] = () => [],
  ): Promise<BackupCall> {
    await store.changeBackupCall(callId, (call) => {
      if (call === undefined) throw unknownCall(callId);
      if (call.state === state) return { events: [], result: undefined };
      if (!mayFollow(call.state, state)) throw alreadyAnswered(call);
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

  async function expireUnanswered(calls: readonly BackupCall[]): Promise<void> {
    const nowMs = clock.nowMs();
    for (const call of calls) {
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

  async function look(): Promise<void> {
    await expireUnanswered(await store.backupCalls(clock.nowMs()));
    await cascades.advanceAll();
  }

  /** What those who are wanted will do for the queue, once they are there. */
  async function foreseeCall({ siteId, serviceId, agentIds, inTurn, untilMs }: BackupRequest) {
    const { roster } = await store.directory();
    const travels = roster.flatMap(({ agentId, travelMinutes }) =>
      agentIds.includes(agentId) ? [travelMinutes ?? usualTravelMinutes] : [],
    );
    const travelMinutes = Math.min(...travels, usualTravelMinutes);
    return foresee(siteId, {
      kind: "add_agents",
      serviceId,
      agents: inTurn?.wanted ?? new Set(agentIds).size,
      fromMs: clock.nowMs() + travelMinutes * 60_000,
      untilMs,
    });
  }

  async function keepInHistory(
    { siteId, serviceId, agentIds, message }: BackupRequest,
    prediction: Prediction | null,
  ): Promise<void> {
    const action = { id: randomUUID(), by: operator(), atMs: clock.nextMs() };
    const entry = actionTaken(action, {
      kind: "call_backup",
      siteId,
      serviceIds: [serviceId],
      agentIds: [...new Set(agentIds)],
      caseCount: 0,
      reason: message,
      undoes: null,
      prediction,
    });
    await store.append([entry], "console");
  }

  async function call({ agentIds, inTurn, ...request }: BackupRequest): Promise<BackupCall[]> {
    const order = {
      ...request,
      requestedBy: operator(),
      answerMinutes: inTurn?.answerMinutes ?? answerMinutes(),
    };
    if (inTurn !== null) return cascades.begin(order, [...new Set(agentIds)], inTurn.wanted);
    await refuseSecondCall(agentIds);
    const ids: string[] = [];
    for (const agentId of new Set(agentIds)) {
      const callId = randomUUID();
      await cascades.ask(callId, { ...order, agentId, cascade: null });
      ids.push(callId);
    }
    return Promise.all(ids.map(existing));
  }

  return {
    async roster(siteId, serviceId) {
      const { roster } = await store.directory();
      const calls = await store.backupCalls(clock.nowMs() - fairnessMs);
      return rosterFor(roster, siteId, serviceId, await cascades.momentNow(calls));
    },
    async list(siteId) {
      const calls = await store.backupCalls(clock.nowMs() - dayMs);
      return atSite(calls, siteId).sort((a, b) => b.requestedAtMs - a.requestedAtMs);
    },
    async figures(siteId) {
      return backupFigures(atSite(await store.backupCalls(clock.nowMs() - backupFiguresMs), siteId));
    },
    async request(asked) {
      const prediction = await foreseeCall(asked);
      const calls = await call(asked);
      await keepInHistory(asked, prediction);
      return calls;
    },
    async stopCascade(cascadeId) {
      await cascades.end(cascadeId, { because: "stopped", by: operator() });
      return existing(cascadeId);
    },
    accept: (callId, arrivesAtMs) =>
      step(callId, "accepted", {
        by: operator(),
        ...(arrivesAtMs === null ? {} : { arrivesAt: new Date(arrivesAtMs).toISOString() }),
      }),
    decline: (callId, reason) =>
      step(callId, "declined", { by: operator(), ...(reason === null ? {} : { reason }) }),
    async arrive(callId) {
      const { agentId } = await existing(callId);
      const person = (await store.directory()).roster.find((one) => one.agentId === agentId);
      return step(callId, "arrived", { by: operator() }, (call, atMs) => [
        takesPlace(call, person, atMs),
        servesWhatTheyCameFor(call, atMs),
      ]);
    },
    release: (callId) =>
      step(callId, "released", { by: operator() }, (call, atMs) =>
        call.state === "arrived" ? [backToOffice(call, atMs)] : [],
      ),
    async answer(callId, answer) {
      await store.changeBackupCall(callId, (call) => {
        if (call === undefined) throw unknownCall(callId);
        const atMs = clock.nextMs();
        if (call.state !== "requested" || call.expiresAtMs <= atMs) throw alreadyAnswered(call);
        return { events: [answered(call, answer, atMs)], result: undefined };
      });
      return existing(callId);
    },
    start() {
      stopLooking = every(lookMs, look, (error) => log.error("backup", error));
    },
    stop() {
      stopLooking?.();
    },
    look,
  };
}

function atSite(calls: readonly BackupCall[], siteId: string | null): BackupCall[] {
  return calls.filter((call) => siteId === null || call.siteId === siteId);
}

function answered({ id, agentId: by }: BackupCall, answer: BackupAnswer, atMs: number): VigieEvent {
  return answer.kind === "accept"
    ? backupEvent("backup.accepted", id, atMs, { by, arrivesAt: new Date(answer.arrivesAtMs).toISOString() })
    : backupEvent("backup.declined", id, atMs, {
        by,
        ...(answer.reason === null ? {} : { reason: answer.reason }),
      });
}

function alreadyAnswered({ id, state }: BackupCall): Fault {
  return new Fault("backup_already_answered", `The call is already ${state}; nothing was changed.`, {
    callId: id,
    state,
  });
}

function unknownCall(callId: string): Fault {
  return new Fault("not_found", "The call for backup is not known.", { callId });
}

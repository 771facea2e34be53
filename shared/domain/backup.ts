/** A call for backup: one trained person off the floor, asked to come, and what became of it. */
import { z } from "zod";
import { compareEvents, type EventOf, eventDataSchemas, type VigieEvent } from "./event.ts";
import { notificationChannelSchema } from "./notification.ts";

export const backupStates = ["requested", "accepted", "declined", "expired", "arrived", "released"] as const;
export const backupStateSchema = z.enum(backupStates);
export type BackupState = z.infer<typeof backupStateSchema>;

/** Whom to ask one after the other, and until how many have said yes. */
export const cascadePlanSchema = eventDataSchemas["backup.requested"].shape.cascade.unwrap();
export type CascadePlan = z.infer<typeof cascadePlanSchema>;

/** Why a cascade calls nobody further before enough have said yes. */
export type CascadeEnd = EventOf<"backup.cascade_ended">["data"]["because"];

export const backupCallSchema = z.object({
  id: z.string(),
  siteId: z.string(),
  serviceId: z.string(),
  agentId: z.string(),
  requestedBy: z.string(),
  message: z.string().nullable(),
  state: backupStateSchema,
  requestedAtMs: z.number(),
  /** No answer by then counts as expired. */
  expiresAtMs: z.number(),
  /** Until when help is wanted; null: until released. */
  untilMs: z.number().nullable(),
  answeredAtMs: z.number().nullable(),
  /** When the person said they would be there. */
  arrivesAtMs: z.number().nullable(),
  arrivedAtMs: z.number().nullable(),
  releasedAtMs: z.number().nullable(),
  declineReason: z.string().nullable(),
  version: z.number(),
  /** How the person is told; empty: by whoever calls them up. */
  channels: z.array(notificationChannelSchema),
  /** The cascade that the call is part of; null where all were asked at once. */
  cascade: cascadePlanSchema.nullable(),
  /** Kept on the first call of a cascade: when and why nobody further is called. */
  cascadeEnd: z
    .object({ atMs: z.number(), because: eventDataSchemas["backup.cascade_ended"].shape.because })
    .nullable(),
});
export type BackupCall = z.infer<typeof backupCallSchema>;

/** Someone off the floor who could come, and what speaks for asking them. */
export const backupCandidateSchema = z.object({
  agentId: z.string(),
  name: z.string(),
  /** Level for the service asked for, 1–3. */
  level: z.number(),
  state: z.string(),
  /** Minutes they need to reach the counter; null where nobody wrote it down. */
  travelMinutes: z.number().nullable(),
  callsThisWeek: z.number(),
  /** Why they can't be asked now; null where they can. */
  unavailableBecause: z.enum(["on_floor", "outside_hours", "already_called"]).nullable(),
  /** Where an e-mail reaches them, and a number to read; null where nobody wrote it down. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
export type BackupCandidate = z.infer<typeof backupCandidateSchema>;

/** Which states may follow which. An answer that comes twice, or too late, changes nothing. */
const follows: Record<BackupState, readonly BackupState[]> = {
  requested: ["accepted", "declined", "expired"],
  accepted: ["arrived", "released"],
  declined: [],
  expired: ["accepted"],
  arrived: ["released"],
  released: [],
};

/** Whether a call in this state may go to that one. */
export function mayFollow(from: BackupState, to: BackupState): boolean {
  return follows[from].includes(to);
}

/** Whether the call still binds someone: asked, on the way, or on the floor. */
export function isBackupOpen(state: BackupState): boolean {
  return state === "requested" || state === "accepted" || state === "arrived";
}

/** The backup call that its events tell; undefined while the request is not known. */
export function foldBackupCall(events: readonly VigieEvent[]): BackupCall | undefined {
  const ordered = [...events].sort(compareEvents);
  const request = ordered.find((event) => event.type === "backup.requested");
  if (request === undefined) return undefined;
  const call = openCall(request);
  for (const event of ordered) {
    if (event !== request) apply(call, event);
  }
  call.version = ordered.length;
  return call;
}

function openCall(request: EventOf<"backup.requested">): BackupCall {
  const { data } = request;
  return {
    id: request.subject,
    siteId: data.site,
    serviceId: data.service,
    agentId: data.agent,
    requestedBy: data.by,
    message: data.message ?? null,
    state: "requested",
    requestedAtMs: request.atMs,
    expiresAtMs: Date.parse(data.expiresAt),
    untilMs: data.until === undefined ? null : Date.parse(data.until),
    answeredAtMs: null,
    arrivesAtMs: null,
    arrivedAtMs: null,
    releasedAtMs: null,
    declineReason: null,
    version: 1,
    channels: data.channels ?? [],
    cascade: data.cascade ?? null,
    cascadeEnd: null,
  };
}

function apply(call: BackupCall, event: VigieEvent): void {
  switch (event.type) {
    case "backup.accepted":
      if (!mayFollow(call.state, "accepted")) return;
      call.state = "accepted";
      call.answeredAtMs = event.atMs;
      call.arrivesAtMs = event.data.arrivesAt === undefined ? null : Date.parse(event.data.arrivesAt);
      return;
    case "backup.declined":
      if (!mayFollow(call.state, "declined")) return;
      call.state = "declined";
      call.answeredAtMs = event.atMs;
      call.declineReason = event.data.reason ?? null;
      return;
    case "backup.expired":
      if (mayFollow(call.state, "expired")) call.state = "expired";
      return;
    case "backup.cascade_ended":
      call.cascadeEnd ??= { atMs: event.atMs, because: event.data.because };
      return;
    case "backup.arrived":
      if (!mayFollow(call.state, "arrived")) return;
      call.state = "arrived";
      call.arrivedAtMs = event.atMs;
      return;
    case "backup.released":
      if (!mayFollow(call.state, "released")) return;
      call.state = "released";
      call.releasedAtMs = event.atMs;
      return;
    default:
      return;
  }
}

/** What the console writes down about calls for backup. */
import type { BackupCall, CascadePlan } from "../../shared/domain/backup.ts";
import { consoleSource } from "../../shared/domain/case-action.ts";
import type { BackupPerson } from "../../shared/domain/directory.ts";
import type { EventData, EventOf } from "../../shared/domain/event.ts";
import type { NotificationChannel } from "../../shared/domain/notification.ts";

/** What may befall a call after it was made. */
export type BackupStep = "accepted" | "declined" | "expired" | "arrived" | "released";

/** One person asked to come. */
export interface CallOrder {
  readonly siteId: string;
  readonly serviceId: string;
  readonly agentId: string;
  readonly requestedBy: string;
  readonly answerMinutes: number;
  readonly untilMs: number | null;
  readonly message: string | null;
  readonly channels: readonly NotificationChannel[];
  readonly cascade: CascadePlan | null;
}

/** An event of the console about a call; each kind of it happens to a call once. */
export function backupEvent<T extends `backup.${BackupStep | "requested" | "cascade_ended"}`>(
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

/** The request that begins a call. */
export function requested(callId: string, atMs: number, order: CallOrder): EventOf<"backup.requested"> {
  const { untilMs, message, channels, cascade } = order;
  return backupEvent("backup.requested", callId, atMs, {
    site: order.siteId,
    service: order.serviceId,
    agent: order.agentId,
    by: order.requestedBy,
    expiresAt: new Date(atMs + order.answerMinutes * 60_000).toISOString(),
    ...(untilMs === null ? {} : { until: new Date(untilMs).toISOString() }),
    ...(message === null ? {} : { message }),
    ...(channels.length === 0 ? {} : { channels: [...channels] }),
    ...(cascade === null ? {} : { cascade }),
  });
}

/** Who arrives takes their place on the floor, with the skills the roster knows. */
export function takesPlace(
  call: BackupCall,
  person: BackupPerson | undefined,
  atMs: number,
): EventOf<"agent.signed_in"> {
  const skills = person?.skills ?? [{ serviceId: call.serviceId, level: 1 }];
  return {
    id: `${call.id}:signed_in`,
    source: consoleSource,
    type: "agent.signed_in",
    subject: call.agentId,
    time: new Date(atMs).toISOString(),
    atMs,
    data: {
      site: call.siteId,
      name: person?.name ?? call.agentId,
      skills: skills.map(({ serviceId, level }) => ({ service: serviceId, level })),
    },
  };
}

/** Who was called for a service serves it alone, until they are moved or sign in again. */
export function servesWhatTheyCameFor(call: BackupCall, atMs: number): EventOf<"agent.assigned"> {
  // After the signing in, which gives somebody all that they are trained for.
  const assignedAtMs = atMs + 1;
  return {
    id: `${call.id}:assigned`,
    source: consoleSource,
    type: "agent.assigned",
    subject: call.agentId,
    time: new Date(assignedAtMs).toISOString(),
    atMs: assignedAtMs,
    data: { services: [call.serviceId], by: call.requestedBy },
  };
}

/** Who is released goes back to their other work. */
export function backToOffice(call: BackupCall, atMs: number): EventOf<"agent.state_changed"> {
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

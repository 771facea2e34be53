/** One message on its way to one person: tried, tried again later, and given up when it is of no use any more. */
import { z } from "zod";
import { notificationChannelSchema } from "./notification.ts";

export const deliveryFailureReasons = [
  "not_configured",
  "no_address",
  "unknown_host",
  "no_connection",
  "timed_out",
  "not_secure",
  "login_refused",
  "sender_refused",
  "recipient_refused",
  "message_refused",
  "redirected",
  "status",
  "nobody_there",
  "internal",
] as const;
export const deliveryFailureSchema = z.object({
  reason: z.enum(deliveryFailureReasons),
  /** What the server answered: an SMTP code or an HTTP status; null where it said none. */
  status: z.number().nullable(),
});
export type DeliveryFailure = z.infer<typeof deliveryFailureSchema>;

/** Thrown by a channel whose message did not arrive. Carries no secret and no address. */
export class DeliveryError extends Error {
  readonly failure: DeliveryFailure;

  constructor(reason: DeliveryFailure["reason"], status: number | null = null) {
    super(status === null ? reason : `${reason} (${status})`);
    this.name = "DeliveryError";
    this.failure = { reason, status };
  }
}

/** `dropped`: it was no longer needed, because the person had answered. */
export const deliveryStates = ["waiting", "sent", "failed", "dropped"] as const;

export const deliverySchema = z.object({
  id: z.string(),
  callId: z.string(),
  channel: notificationChannelSchema,
  state: z.enum(deliveryStates),
  /** How often it was tried. */
  attempts: z.number(),
  createdAtMs: z.number(),
  /** When it is tried next; null once it is over. */
  nextAttemptAtMs: z.number().nullable(),
  /** From then on it is of no use: the time to answer is over. */
  giveUpAtMs: z.number(),
  endedAtMs: z.number().nullable(),
  lastFailure: deliveryFailureSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** Pauses after the first, second … failure, in ms; the last one is repeated. */
export const retryPausesMs: readonly number[] = [5_000, 30_000, 120_000, 600_000];

/** What trying again would not mend. A server that refuses with 4xx asks to come again (RFC 5321, 4.2.1). */
function isFinal({ reason, status }: DeliveryFailure): boolean {
  return reason === "no_address" || (reason === "recipient_refused" && (status ?? 500) >= 500);
}

/** A message that is to be sent now. Its id makes it one of a kind: a call is told once by a channel. */
export function newDelivery(
  call: { readonly id: string; readonly expiresAtMs: number },
  channel: Delivery["channel"],
  nowMs: number,
): Delivery {
  return {
    id: `${call.id}:${channel}`,
    callId: call.id,
    channel,
    state: "waiting",
    attempts: 0,
    createdAtMs: nowMs,
    nextAttemptAtMs: nowMs,
    giveUpAtMs: call.expiresAtMs,
    endedAtMs: null,
    lastFailure: null,
  };
}

/** The delivery once its message has arrived. */
export function afterSuccess(delivery: Delivery, nowMs: number): Delivery {
  return {
    ...delivery,
    state: "sent",
    attempts: delivery.attempts + 1,
    nextAttemptAtMs: null,
    endedAtMs: nowMs,
  };
}

/** The delivery after a failure: tried again after a pause, or given up where that would be too late. */
export function afterFailure(delivery: Delivery, failure: DeliveryFailure, nowMs: number): Delivery {
  const attempts = delivery.attempts + 1;
  const pauseMs = retryPausesMs[Math.min(attempts, retryPausesMs.length) - 1] ?? 0;
  const nextAttemptAtMs = nowMs + pauseMs;
  const isOver = isFinal(failure) || nextAttemptAtMs >= delivery.giveUpAtMs;
  return isOver
    ? {
        ...delivery,
        state: "failed",
        attempts,
        nextAttemptAtMs: null,
        endedAtMs: nowMs,
        lastFailure: failure,
      }
    : { ...delivery, attempts, nextAttemptAtMs, lastFailure: failure };
}

/** The delivery whose call was answered, or ran out, before the message had arrived. */
export function withoutNeed(delivery: Delivery, isAnswered: boolean, nowMs: number): Delivery {
  const state = isAnswered ? "dropped" : "failed";
  return { ...delivery, state, nextAttemptAtMs: null, endedAtMs: nowMs };
}

/**
 * The events that Vigie keeps: types, payloads, and the order in which a fold reads them.
 *
 * On the wire an event is a CloudEvent 1.0 whose `type` is one of these with `vigie.` in front.
 * Unknown payload fields are dropped at the border, so that a citizen's name that a feed sends
 * along never reaches the log.
 */
import { z } from "zod";
import { actionKindSchema } from "./action-kind.ts";
import { agentStateSchema } from "./agent.ts";
import { channelSchema } from "./channel.ts";
import { notificationChannelSchema } from "./notification.ts";
import { predictionSchema } from "./prediction.ts";

/** A key that names a thing: site, service, agent, case. Short, printable, no surrounding space. */
export const keySchema = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u, "no control characters or surrounding space");

const note = z.string().max(500);
const instant = z.iso.datetime({ offset: true });
const priority = z.int().min(0).max(9);
/** Who did it in the console, and in which action: one id for all cases that were changed in one go. */
const doneByPerson = { by: keySchema.optional(), action: keySchema.optional() };
/** `too_late`: help is no longer wanted, or the console was off for too long. */
const cascadeEndSchema = z.enum(["stopped", "nobody_left", "too_late"]);
const skill = z.object({ service: keySchema, level: z.int().min(1).max(3) });

/** Payload schema of every event type, by type. Unknown fields are stripped. */
export const eventDataSchemas = {
  "case.arrived": z.object({
    site: keySchema,
    service: keySchema,
    channel: channelSchema,
    /** The label shown to people: A023. */
    ticket: z.string().max(32).optional(),
    /** 0 is normal; higher is called sooner. */
    priority: priority.optional(),
    appointmentAt: instant.optional(),
    /** How many times this person has come for the same matter, this one included. */
    visit: z.int().min(1).max(99).optional(),
    /** Short words for the person who serves: "PMR", "interpreter". */
    flags: z.array(z.string().max(40)).max(8).optional(),
  }),
  /** By a person in the console: back in the queue, because the call came to nothing. */
  "case.queued": z.object({ service: keySchema.optional(), ...doneByPerson }),
  "case.called": z.object({ agent: keySchema.optional(), counter: z.string().max(40).optional() }),
  "case.recalled": z.object({ agent: keySchema.optional() }),
  "case.started": z.object({ agent: keySchema.optional() }),
  "case.held": z.object({ reason: note.optional(), ...doneByPerson }),
  "case.resumed": z.object(doneByPerson),
  "case.transferred": z.object({
    toService: keySchema,
    toAgent: keySchema.optional(),
    reason: note.optional(),
    by: keySchema.optional(),
  }),
  "case.reassigned": z
    .object({
      toService: keySchema.optional(),
      toAgent: keySchema.optional(),
      /** Where it was until then, so that it can be put back. */
      fromService: keySchema.optional(),
      fromAgent: keySchema.optional(),
      reason: note,
      by: keySchema,
      /** One id for all cases that were reassigned in one go. */
      action: keySchema.optional(),
    })
    .refine((data) => data.toService !== undefined || data.toAgent !== undefined, {
      message: "toService or toAgent is needed",
    }),
  "case.prioritised": z.object({ priority, reason: note.optional(), ...doneByPerson }),
  /** Takes an action back: the case is read as if the action's events had not been told. */
  "case.undone": z.object({ undoes: keySchema, by: keySchema }),
  "case.completed": z.object({
    /** Solved at first contact, where the feed knows. */
    resolved: z.boolean().optional(),
    wrapUpSeconds: z.number().min(0).max(86_400).optional(),
  }),
  "case.no_show": z.object({}),
  "case.abandoned": z.object({}),
  "case.cancelled": z.object({ reason: note.optional() }),
  "agent.signed_in": z.object({
    site: keySchema,
    name: z.string().min(1).max(80).optional(),
    counter: z.string().max(40).optional(),
    skills: z.array(skill).max(200).optional(),
  }),
  "agent.state_changed": z.object({
    state: agentStateSchema,
    reason: note.optional(),
    plannedEndAt: instant.optional(),
  }),
  "agent.assigned": z.object({
    /** The services that the agent serves from now on; null: all that their skills allow. */
    services: z.array(keySchema).min(1).max(200).nullable(),
    by: keySchema,
    reason: note.optional(),
    action: keySchema.optional(),
    /** The action that this one takes back. */
    undoes: keySchema.optional(),
  }),
  "agent.signed_out": z.object({}),
  "backup.requested": z.object({
    site: keySchema,
    service: keySchema,
    agent: keySchema,
    by: keySchema,
    until: instant.optional(),
    /** No answer by then counts as expired. */
    expiresAt: instant,
    message: note.optional(),
    /** How the person is told. Only the console's own requests name any. */
    channels: z.array(notificationChannelSchema).max(3).optional(),
    /** The cascade that the call is part of. Only the console's own requests are part of one. */
    cascade: z
      .object({
        /** The first call of the cascade. */
        id: keySchema,
        /** Whom to ask, first one first. */
        order: z.array(keySchema).min(1).max(50),
        /** How many are to come. */
        wanted: z.int().min(1).max(50),
        answerMinutes: z.number().min(1).max(120),
      })
      .optional(),
  }),
  "backup.accepted": z.object({ arrivesAt: instant.optional(), by: keySchema.optional() }),
  "backup.declined": z.object({ reason: note.optional(), by: keySchema.optional() }),
  "backup.expired": z.object({}),
  /** Its subject is the first call of the cascade; nobody further is called. */
  "backup.cascade_ended": z.object({ because: cascadeEndSchema, by: keySchema.optional() }),
  "backup.arrived": z.object({ by: keySchema.optional() }),
  "backup.released": z.object({ by: keySchema.optional() }),
  "feedback.given": z.object({
    /** How the person felt treated, 1 (badly) to 5 (very well). */
    treated: z.int().min(1).max(5),
    solved: z.boolean().optional(),
    words: z.string().max(2_000).optional(),
  }),
  "reply.sent": z.object({ service: keySchema, agent: keySchema.optional(), text: z.string().max(20_000) }),
  /** Its subject is a key of its own, or the case, where it names none. */
  "commitment.made": z.object({
    owner: keySchema,
    dueAt: instant,
    what: note,
    case: keySchema.optional(),
    site: keySchema.optional(),
    service: keySchema.optional(),
    by: keySchema.optional(),
  }),
  "commitment.kept": z.object({ by: keySchema.optional() }),
  "commitment.missed": z.object({ by: keySchema.optional() }),
  "queue.observed": z.object({
    site: keySchema,
    service: keySchema,
    channel: channelSchema,
    peopleWaiting: z.int().min(0).max(100_000),
    openCounters: z.int().min(0).max(10_000).optional(),
    ticketCalled: z.string().max(32).optional(),
  }),
  "action.taken": z.object({
    kind: actionKindSchema,
    by: keySchema,
    site: keySchema,
    services: z.array(keySchema).max(20),
    agents: z.array(keySchema).max(50),
    cases: z.int().min(0).max(500),
    reason: note.optional(),
    undoes: keySchema.optional(),
    /** What was foreseen when it was confirmed. */
    prediction: predictionSchema.optional(),
  }),
} as const;

export type EventType = keyof typeof eventDataSchemas;
export type EventData<T extends EventType = EventType> = z.output<(typeof eventDataSchemas)[T]>;

/** An understood event, as the log keeps it. */
export interface EventOf<T extends EventType> {
  /** Unique together with `source`. */
  readonly id: string;
  /** Which feed said it: a URI reference such as `urn:vigie:demo`. */
  readonly source: string;
  readonly type: T;
  /** The case, agent, backup call or queue that it is about. */
  readonly subject: string;
  /** RFC 3339 as the source wrote it, offset kept. */
  readonly time: string;
  /** The same instant in milliseconds since 1970 UTC. */
  readonly atMs: number;
  readonly data: EventData<T>;
}

/** Any understood event; narrows by `type`. */
export type VigieEvent = { [T in EventType]: EventOf<T> }[EventType];

export const eventTypes = Object.keys(eventDataSchemas) as EventType[];

const rankOf = new Map<string, number>(eventTypes.map((type, index) => [type, index]));

/**
 * The one order in which folds read events: by time, then by the order of a case's life for events
 * of the same millisecond, then by source and id, so that the order of arrival never matters.
 */
export function compareEvents(a: VigieEvent, b: VigieEvent): number {
  return (
    a.atMs - b.atMs ||
    (rankOf.get(a.type) ?? 0) - (rankOf.get(b.type) ?? 0) ||
    (a.source < b.source ? -1 : a.source > b.source ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** The action that the event belongs to; undefined where it is no part of one. */
export function actionOf({ data }: VigieEvent): string | undefined {
  return "action" in data ? data.action : undefined;
}

/** Whether a string names an event type that Vigie understands. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventDataSchemas, type);
}

/**
 * Messages to the people who are called: sent beside the floor, tried again after a pause, and never
 * waited for. Which are due is told from the calls in the log and the table of deliveries, so that a
 * restart goes on where it was.
 */
import type { BackupCall } from "../../shared/domain/backup.ts";
import { callMessage, type MessageLanguage } from "../../shared/domain/backup-message.ts";
import {
  afterFailure,
  afterSuccess,
  type Delivery,
  DeliveryError,
  type DeliveryFailure,
  newDelivery,
  withoutNeed,
} from "../../shared/domain/delivery.ts";
import type { NotificationChannel } from "../../shared/domain/notification.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { nameIn, timeZoneOf } from "./directory.ts";
import { every } from "./every.ts";
import type { Log } from "./log.ts";
import type { Channels } from "./notification.ts";

const lookMs = 1_000;
/** Mail servers cut off whoever comes with more connections at once. */
const mostAtOnce = 3;

export interface DeliveryParts {
  readonly store: Pick<
    Store,
    "backupCalls" | "backupCall" | "directory" | "openDeliveries" | "deliveriesOf" | "putDeliveries"
  >;
  readonly clock: Clock;
  readonly log: Log;
  readonly channels: Channels;
  language(): MessageLanguage;
  /** Where a call is answered; null while no answers are taken from the network. */
  answerUrl(call: BackupCall): string | null;
}

export interface DeliveryService {
  /** Messages about the calls given. */
  list(callIds: readonly string[]): Promise<Delivery[]>;
  start(): void;
  /** Ends every attempt; what was not sent is tried again after the next start. */
  stop(): Promise<void>;
  /** Does once what `start` has done every second: attempts begin, and are not waited for. */
  look(): Promise<void>;
  /** Resolves when no attempt is under way. */
  idle(): Promise<void>;
}

/** Makes the service; nothing is sent before `start` or `look`. */
export function createDeliveries(parts: DeliveryParts): DeliveryService {
  const { store, clock, log, channels } = parts;
  const underWay = new Map<string, { readonly channel: NotificationChannel; readonly done: Promise<void> }>();
  /** Outcomes that are not on disk yet: a full disk must not make a message go out every second. */
  const unsaved = new Map<string, Delivery>();
  const ended = new AbortController();
  let stopLooking: (() => void) | undefined;

  async function save(): Promise<void> {
    const outcomes = [...unsaved.values()];
    if (outcomes.length === 0) return;
    await store.putDeliveries(outcomes);
    for (const outcome of outcomes) {
      if (unsaved.get(outcome.id) === outcome) unsaved.delete(outcome.id);
    }
  }

  async function addMissing(calls: readonly BackupCall[]): Promise<void> {
    const nowMs = clock.nowMs();
    const asked = calls.filter(
      (call) => call.state === "requested" && call.channels.length > 0 && call.expiresAtMs > nowMs,
    );
    const known = new Set((await store.deliveriesOf(asked.map((call) => call.id))).map(({ id }) => id));
    const missing = asked
      .flatMap((call) => call.channels.map((channel) => newDelivery(call, channel, nowMs)))
      .filter(({ id }) => !known.has(id));
    if (missing.length > 0) await store.putDeliveries(missing);
  }

  async function look(): Promise<void> {
    await save();
    const calls = await store.backupCalls(clock.nowMs());
    await addMissing(calls);
    const asked = new Map(calls.filter((call) => call.state === "requested").map((call) => [call.id, call]));
    for (const delivery of await store.openDeliveries()) {
      if (underWay.has(delivery.id) || unsaved.has(delivery.id)) continue;
      const call = asked.get(delivery.callId);
      if (call === undefined || call.expiresAtMs <= clock.nowMs()) await drop(delivery);
      else if ((delivery.nextAttemptAtMs ?? 0) <= clock.nowMs()) begin(delivery, call);
    }
  }

  /** The person has answered, or the time to do so is over. */
  async function drop(delivery: Delivery): Promise<void> {
    const call = await store.backupCall(delivery.callId);
    const isAnswered = call !== undefined && call.state !== "requested" && call.state !== "expired";
    await store.putDeliveries([withoutNeed(delivery, isAnswered, clock.nowMs())]);
  }

  function begin(delivery: Delivery, call: BackupCall): void {
    const { id, channel } = delivery;
    const busy = [...underWay.values()].filter((attempt) => attempt.channel === channel);
    if (busy.length >= mostAtOnce) return;
    const done = attempt(delivery, call)
      .catch((error: unknown) => {
        log.error("deliveries", error);
      })
      .finally(() => underWay.delete(id));
    underWay.set(id, { channel, done });
  }

  async function attempt(delivery: Delivery, call: BackupCall): Promise<void> {
    const failure = await send(delivery, call);
    if (ended.signal.aborted) return;
    const nowMs = clock.nowMs();
    unsaved.set(
      delivery.id,
      failure === null ? afterSuccess(delivery, nowMs) : afterFailure(delivery, failure, nowMs),
    );
    await save();
  }

  /** Null: it has arrived. */
  async function send(delivery: Delivery, call: BackupCall): Promise<DeliveryFailure | null> {
    try {
      const directory = await store.directory();
      const person = directory.roster.find((one) => one.agentId === call.agentId);
      const message = callMessage(
        {
          ...call,
          personName: person?.name ?? call.agentId,
          serviceName: nameIn(directory.services, call.serviceId),
          siteName: nameIn(directory.sites, call.siteId),
          timeZone: timeZoneOf(directory, call.siteId),
          answerUrl: parts.answerUrl(call),
        },
        parts.language(),
      );
      await orEnd(channels[delivery.channel].send({ message, email: person?.email ?? null }, ended.signal));
      return null;
    } catch (error) {
      if (error instanceof DeliveryError) return error.failure;
      if (!ended.signal.aborted) log.error(`delivery by ${delivery.channel}`, error);
      return { reason: "internal", status: null };
    }
  }

  /** Closing the console does not wait for a server that hangs. */
  function orEnd(sending: Promise<void>): Promise<void> {
    const end = new Promise<never>((_resolve, reject) => {
      ended.signal.addEventListener("abort", () => reject(new Error("the console ends")), { once: true });
    });
    return Promise.race([sending, end]);
  }

  async function idle(): Promise<void> {
    await Promise.all([...underWay.values()].map(({ done }) => done));
  }

  return {
    list: (callIds) => store.deliveriesOf(callIds),
    start() {
      stopLooking = every(lookMs, look, (error) => log.error("deliveries", error));
    },
    async stop() {
      stopLooking?.();
      ended.abort();
      await idle();
    },
    look,
    idle,
  };
}

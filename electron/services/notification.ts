/** How people are told: the channels' settings and secrets, a trial of each, and the door for answers. */
import type { NotificationView } from "../../shared/contract/notification.ts";
import { type Message, type MessageLanguage, trialMessage } from "../../shared/domain/backup-message.ts";
import { DeliveryError, type DeliveryFailure } from "../../shared/domain/delivery.ts";
import type {
  AnswerListener,
  DesktopMessage,
  NotificationChannel,
  NotificationSettings,
} from "../../shared/domain/notification.ts";
import { Fault } from "../../shared/faults.ts";
import type { Clock } from "./clock.ts";
import { every } from "./every.ts";
import type { Log } from "./log.ts";
import type { SettingsService } from "./settings.ts";
import { webhookPlace } from "./webhook-place.ts";

/** One message to one person. */
export interface Outgoing {
  readonly message: Message;
  /** Where an e-mail reaches the person; null where nobody wrote it down. */
  readonly email: string | null;
  /** Goes with an e-mail; other channels leave it out. */
  readonly attachment?: {
    readonly fileName: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  };
}

/** A way to tell people: every channel is behind this. */
export interface Channel {
  /**
   * Resolves when the message has arrived at the next server, or on a screen.
   *
   * @throws DeliveryError which says why it did not
   */
  send(outgoing: Outgoing, signal: AbortSignal): Promise<void>;
}

export type Channels = Readonly<Record<NotificationChannel, Channel>>;

/** Messages for the desktop, as pages follow them. */
export interface DesktopFeed {
  watch(signal: AbortSignal | undefined): AsyncGenerator<DesktopMessage, void, void>;
  /** True for the first page that asks: that one shows the message. */
  claim(id: string): boolean;
}

/** Where secrets are kept: never in settings, so never in an answer or a copy of them. */
export interface NotificationSecrets {
  read(name: "smtp-password" | "webhook-url"): string | undefined;
  write(name: "smtp-password" | "webhook-url", value: string): void;
  remove(name: "smtp-password" | "webhook-url"): void;
}

/** The listener on the local network that takes answers, and nothing else. */
export interface AnswerDoor {
  /** Where it is reached; null while it is shut. */
  readonly url: string | null;
  /** @throws Fault `port_taken` with a `reason`; it stays shut then */
  open(listener: AnswerListener): Promise<void>;
  close(): Promise<void>;
}

export interface NotificationParts {
  readonly settings: SettingsService;
  readonly secrets: NotificationSecrets;
  readonly channels: Channels;
  readonly desktop: DesktopFeed;
  readonly door: AnswerDoor;
  readonly clock: Clock;
  readonly log: Log;
  operator(): string;
  language(): MessageLanguage;
  /** Addresses under which the network reaches this machine. */
  addresses(): string[];
}

export interface NotificationDraft {
  readonly settings: NotificationSettings;
  /** Absent: the one that is kept stays; null: none. */
  readonly smtpPassword?: string | null | undefined;
  readonly webhookUrl?: string | null | undefined;
}

export type Trial =
  | { readonly outcome: "sent"; readonly atMs: number }
  | { readonly outcome: "failed"; readonly failure: DeliveryFailure };

export interface NotificationService extends DesktopFeed {
  view(): NotificationView;
  put(draft: NotificationDraft): Promise<NotificationView>;
  /** Sends a message now, to `email` where that is the channel, and says what became of it. */
  test(channel: NotificationChannel, email: string | null): Promise<Trial>;
  /** Opens the door where it is to be open, and tries again while that fails. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const doorCheckMs = 30_000;

/** Makes the service; the door is shut before `start`. */
export function createNotifications(parts: NotificationParts): NotificationService {
  const { settings, secrets, channels, desktop, door, clock, log } = parts;
  let doorFault: Fault | null = null;
  let stopChecking: (() => void) | undefined;

  function view(): NotificationView {
    const kept = settings.get().notifications;
    const url = secrets.read("webhook-url");
    return {
      settings: kept,
      hasPassword: secrets.read("smtp-password") !== undefined,
      webhookPlace: url === undefined ? null : webhookPlace(url),
      addresses: parts.addresses(),
      answerUrl: door.url,
      answerFault: doorFault?.toValue() ?? null,
    };
  }

  /** Brings the door to where the settings want it. */
  async function setDoor(): Promise<void> {
    const wanted = settings.get().notifications.answers;
    await door.close();
    doorFault = null;
    if (wanted === null) return;
    try {
      await door.open(wanted);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      doorFault = error;
    }
  }

  return {
    view,
    async put(draft) {
      const before = settings.get().notifications.answers;
      const webhookUrl = draft.webhookUrl === undefined ? secrets.read("webhook-url") : draft.webhookUrl;
      if (draft.settings.webhook !== null && (webhookUrl ?? null) === null) {
        throw new Fault("invalid_input", "A webhook needs its address. Nothing was changed.", {
          field: "webhookUrl",
        });
      }
      keepSecret("smtp-password", draft.smtpPassword);
      keepSecret("webhook-url", draft.webhookUrl);
      settings.put({ notifications: draft.settings });
      if (JSON.stringify(before) !== JSON.stringify(draft.settings.answers)) await setDoor();
      return view();
    },
    async test(channel, email) {
      const message = trialMessage(parts.operator(), parts.language());
      try {
        await channels[channel].send({ message, email }, new AbortController().signal);
        return { outcome: "sent", atMs: clock.nowMs() };
      } catch (error) {
        if (error instanceof DeliveryError) return { outcome: "failed", failure: error.failure };
        log.error(`trial by ${channel}`, error);
        return { outcome: "failed", failure: { reason: "internal", status: null } };
      }
    },
    watch: (signal) => desktop.watch(signal),
    claim: (id) => desktop.claim(id),
    async start() {
      await setDoor();
      // The address may come with the network, after the console.
      const mend = async () => {
        if (doorFault !== null) await setDoor();
      };
      stopChecking = every(doorCheckMs, mend, (error) => log.error("answers", error));
    },
    async stop() {
      stopChecking?.();
      await door.close();
    },
  };

  function keepSecret(name: "smtp-password" | "webhook-url", value: string | null | undefined): void {
    if (value === null) secrets.remove(name);
    else if (value !== undefined) secrets.write(name, value);
  }
}

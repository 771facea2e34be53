/** How people are told: by e-mail, in a chat room, on the desktop; and whether they may answer by a link. */
import { z } from "zod";

export const notificationChannels = ["email", "webhook", "desktop"] as const;
export const notificationChannelSchema = z.enum(notificationChannels);
export type NotificationChannel = z.infer<typeof notificationChannelSchema>;

/** The house's mail server. The password is kept elsewhere and is never given out. */
export const mailServerSchema = z.object({
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[^\s/:@]+$/),
  port: z.int().min(1).max(65_535),
  /** `starttls`: refused where the server does not offer it; `none`: everything is sent in the clear. */
  security: z.enum(["starttls", "tls", "none"]),
  /** Null where the server asks for no login. */
  user: z.string().trim().min(1).max(254).nullable(),
  from: z.email().max(254),
});
export type MailServer = z.infer<typeof mailServerSchema>;

/** A chat room's incoming webhook. Its address is a secret and is kept elsewhere. */
export const webhookSchema = z.object({
  /** `text`: `{"text": …}` as Slack and Mattermost take it; `teams`: an Adaptive Card beside it. */
  format: z.enum(["text", "teams"]),
});
export type Webhook = z.infer<typeof webhookSchema>;

/** Where answers by link are taken from the local network. */
export const answerListenerSchema = z.object({
  /** An address of this machine, as the network reaches it. */
  address: z.ipv4(),
  port: z.int().min(1_024).max(65_535),
});
export type AnswerListener = z.infer<typeof answerListenerSchema>;

/** Null: the channel is not used. */
export const notificationSettingsSchema = z.object({
  email: mailServerSchema.nullable(),
  webhook: webhookSchema.nullable(),
  desktop: z.boolean(),
  answers: answerListenerSchema.nullable(),
});
export type NotificationSettings = z.infer<typeof notificationSettingsSchema>;

export const noNotifications: NotificationSettings = {
  email: null,
  webhook: null,
  desktop: true,
  answers: null,
};

/** The channels that are in use, in the order in which they are shown. */
export function usedChannels(settings: NotificationSettings): NotificationChannel[] {
  return notificationChannels.filter((channel) =>
    channel === "desktop" ? settings.desktop : settings[channel] !== null,
  );
}

/** An address of a webhook: http or https, without a login in it. */
export const webhookUrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .regex(/^https?:\/\/[^/?#@\s]+(?:[/?#]|$)/i);

/** What of a webhook's address may be shown: where it leads, never its path. */
export const webhookPlaceSchema = z.object({
  host: z.string(),
  /** In the house or on this machine, as far as the name tells. */
  isPrivate: z.boolean(),
  /** Sent over http: readable on the way. */
  isPlain: z.boolean(),
});
export type WebhookPlace = z.infer<typeof webhookPlaceSchema>;

/** A message to be shown on the desktop, as pages hear of it. */
export const desktopMessageSchema = z.object({ id: z.string(), title: z.string(), body: z.string() });
export type DesktopMessage = z.infer<typeof desktopMessageSchema>;

/** How people are told: settings of each channel, a trial of it, and messages for the desktop. */
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { deliveryFailureSchema } from "../domain/delivery.ts";
import {
  desktopMessageSchema,
  notificationChannelSchema,
  notificationSettingsSchema,
  webhookPlaceSchema,
  webhookUrlSchema,
} from "../domain/notification.ts";
import { faultSchema } from "../faults.ts";
import { procedure } from "./procedure.ts";

export const notificationViewSchema = z.object({
  settings: notificationSettingsSchema,
  /** Whether a password is kept for the mail server; it is never given out. */
  hasPassword: z.boolean(),
  /** Where the webhook leads; null where none is kept. */
  webhookPlace: webhookPlaceSchema.nullable(),
  /** Addresses under which the network reaches this machine. */
  addresses: z.array(z.string()),
  /** Where answers are taken; null while the door is shut. */
  answerUrl: z.string().nullable(),
  /** Why the door is shut although it is to be open. */
  answerFault: faultSchema.nullable(),
});
export type NotificationView = z.infer<typeof notificationViewSchema>;

export const trialSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("sent"), atMs: z.number() }),
  z.object({ outcome: z.literal("failed"), failure: deliveryFailureSchema }),
]);

export const notificationContract = {
  get: procedure.output(notificationViewSchema),
  put: procedure
    .input(
      z.object({
        settings: notificationSettingsSchema,
        /** Absent: the one that is kept stays; null: none. */
        smtpPassword: z.string().min(1).max(500).nullable().optional(),
        webhookUrl: webhookUrlSchema.nullable().optional(),
      }),
    )
    .output(notificationViewSchema),
  /** Sends a message now and says what became of it; `email` is where a mail goes. */
  test: procedure
    .input(z.object({ channel: notificationChannelSchema, email: z.email().max(254).nullable() }))
    .output(trialSchema),
  /** Messages that want to be shown on the desktop. */
  watch: procedure.output(eventIterator(desktopMessageSchema)),
  /** True for the first page that asks: that one shows the message. */
  claim: procedure.input(z.object({ id: z.string() })).output(z.boolean()),
};

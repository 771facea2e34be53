/** What a person may choose, and what of it is told to whom. */
import { z } from "zod";
import { notificationChannelSchema } from "../domain/notification.ts";
import { settingsSchema } from "../domain/settings.ts";
import { procedure } from "./procedure.ts";

const usedChannels = z.array(notificationChannelSchema);

/** How the page itself looks and behaves: told before anybody has signed in. */
export const frameSettingsSchema = settingsSchema
  .pick({ language: true, theme: true, density: true, singleKeyShortcuts: true })
  .extend({ told: z.literal("frame") });
export type FrameSettings = z.infer<typeof frameSettingsSchema>;

/** What screens use, and by which channels calls go out; never what administrators entered for a channel. */
export const screenSettingsSchema = settingsSchema
  .omit({ notifications: true })
  .extend({ told: z.literal("screens"), usedChannels });
export type ScreenSettings = z.infer<typeof screenSettingsSchema>;

/** All of it: for administrators, and for whoever sits there while no people are entered. */
export const allSettingsSchema = settingsSchema.extend({ told: z.literal("all"), usedChannels });
export type AllSettings = z.infer<typeof allSettingsSchema>;

/** The settings as far as they are told to who asks; `told` says how far. */
export const toldSettingsSchema = z.discriminatedUnion("told", [
  frameSettingsSchema,
  screenSettingsSchema,
  allSettingsSchema,
]);
export type ToldSettings = z.infer<typeof toldSettingsSchema>;

export const settingsContract = {
  /** Who is not signed in is told of the frame alone. */
  get: procedure.output(toldSettingsSchema),
  /** Changes the fields given. Notifications have secrets beside them, so they have a `put` of their own. */
  put: procedure.input(settingsSchema.omit({ notifications: true }).partial()).output(toldSettingsSchema),
};

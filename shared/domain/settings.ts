/** What a person may choose, and what is chosen where they did not. One schema for both hosts. */
import { z } from "zod";
import { ageingSchema } from "./ageing.ts";
import { floorLayoutSchema, mostSavedLayouts, savedLayoutSchema, wholeFloor } from "./floor-layout.ts";
import { noNotifications, notificationSettingsSchema } from "./notification.ts";
import { defaultLevelVariant, levelVariantSchema } from "./service-level.ts";

export const settingsSchema = z.object({
  /** `system`: French unless the system says English. */
  language: z.enum(["system", "fr", "en"]),
  theme: z.enum(["system", "light", "dark"]),
  density: z.enum(["comfortable", "compact"]),
  /** Whose name goes on actions and notes; null until the first start has asked. */
  operatorName: z.string().trim().min(1).max(80).nullable(),
  /** Whether the first-start page was finished. */
  onboarded: z.boolean(),
  /** The site that the floor shows; null: all of them. */
  siteId: z.string().nullable(),
  /** Minutes until an unanswered call for backup expires. */
  backupAnswerMinutes: z.number().min(1).max(120),
  /** Which of the usual service levels the figures of the past go by. */
  levelVariant: levelVariantSchema,
  /** Whether and when those who wait too long rise by themselves. */
  ageing: ageingSchema,
  /** Whether single letters (R, B, P …) do something; keys with Ctrl always do. */
  singleKeyShortcuts: z.boolean(),
  /** How the floor is arranged now. */
  floorLayout: floorLayoutSchema,
  savedLayouts: z.array(savedLayoutSchema).max(mostSavedLayouts),
  /** How people are told; secrets are kept elsewhere. */
  notifications: notificationSettingsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

/** What holds for the whole house; the rest is the affair of whoever sits there. */
export const houseSettings = [
  "operatorName",
  "backupAnswerMinutes",
  "levelVariant",
  "ageing",
  "notifications",
] as const satisfies readonly (keyof Settings)[];

export const defaultSettings: Settings = {
  language: "system",
  theme: "system",
  density: "comfortable",
  operatorName: null,
  onboarded: false,
  siteId: null,
  backupAnswerMinutes: 5,
  levelVariant: defaultLevelVariant,
  ageing: { isOn: true, multiple: 2 },
  singleKeyShortcuts: true,
  floorLayout: wholeFloor,
  savedLayouts: [],
  notifications: noNotifications,
};

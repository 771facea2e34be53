/** What a person may choose, and what is chosen where they did not. One schema for both hosts. */
import { z } from "zod";

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
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  language: "system",
  theme: "system",
  density: "comfortable",
  operatorName: null,
  onboarded: false,
  siteId: null,
  backupAnswerMinutes: 5,
};

/** Who and what there is: the sites, the services, and the people who can be called in as backup. */
import { z } from "zod";
import { skillSchema } from "./agent.ts";
import { availabilitySpanSchema } from "./availability.ts";
import { serviceSchema } from "./service.ts";
import { siteSchema } from "./site.ts";

/** A trained person off the floor who can be called in. */
export const backupPersonSchema = z.object({
  agentId: z.string(),
  name: z.string(),
  siteId: z.string(),
  skills: z.array(skillSchema),
  /** Minutes they need to reach the counter; null where nobody wrote it down. */
  travelMinutes: z.number().min(0).max(600).nullable(),
  /** When they may be called, by the site's local clock; null where nobody wrote it down: any time. */
  hours: z.array(availabilitySpanSchema).max(50).nullable().default(null),
  /** Where an e-mail reaches them; null where nobody wrote it down. */
  email: z.email().max(254).nullable().default(null),
  /** A telephone number or a handle, for people to read: nothing is sent there. */
  phone: z.string().trim().min(1).max(60).nullable().default(null),
});
export type BackupPerson = z.infer<typeof backupPersonSchema>;

export const directorySchema = z.object({
  sites: z.array(siteSchema),
  services: z.array(serviceSchema),
  roster: z.array(backupPersonSchema),
});
/**
 * Sites and services that events name and nobody entered are added with their key as name, so that
 * a new feed shows up at once.
 */
export type Directory = z.infer<typeof directorySchema>;

/** As `Directory`, as it is handed in: what has a default may be left out. */
export type DirectoryDraft = z.input<typeof directorySchema>;

/** The console itself: where it runs, where it keeps its data, and what has changed since. */
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { procedure } from "./procedure.ts";

export const nouns = [
  "console",
  "note",
  "directory",
  "feed",
  "reject",
  "backup",
  "settings",
  "figure",
  "alert",
  "action",
  "intervention",
  "report",
  "person",
  "audit",
  "reply",
  "idea",
  "commitment",
  "problem",
  "agreedStep",
  "coachingSession",
  "skillMatrix",
  "training",
  "serviceSheet",
] as const;
export type Noun = (typeof nouns)[number];

export const consoleStatusSchema = z.object({
  version: z.string(),
  host: z.enum(["desktop", "browser"]),
  /** Where the store is. */
  location: z.string(),
  hasDemoData: z.boolean(),
  definitionsVersion: z.number(),
  /** The store can't be written at the moment; what is on screen can still be read. */
  storeFault: z.string().nullable(),
});
export type ConsoleStatus = z.infer<typeof consoleStatusSchema>;

export const consoleContract = {
  status: procedure.output(consoleStatusSchema),
  /** Which nouns have changed, so that a screen asks again for those it shows. */
  watch: procedure.output(eventIterator(z.object({ changed: z.array(z.enum(nouns)) }))),
  /** Looks for damage in the store. */
  check: procedure.output(
    z.object({
      ok: z.boolean(),
      problems: z.array(z.string()),
      events: z.number(),
      cases: z.number(),
      rejects: z.number(),
    }),
  ),
  /** A verified copy of the store, in the backups folder beside it. */
  backup: procedure.output(z.object({ path: z.string(), bytes: z.number() })),
};

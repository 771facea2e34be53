/** What the figures of a principle are made of: the latest things themselves, each of which can be looked at. */
import { z } from "zod";
import { backupStateSchema } from "./backup.ts";
import { commitmentStandings } from "./commitment.ts";
import { ideaStateSchema } from "./idea.ts";
import { problemStates } from "./problem.ts";

/** So many things are shown of a principle. */
export const mostPrincipleEvidence = 3;

export const principleEvidenceSchema = z.discriminatedUnion("kind", [
  /** A service, and how many can serve it alone. */
  z.object({ kind: z.literal("cover"), serviceId: z.string(), people: z.number() }),
  /** A call for backup, and when it was made; never who was called. */
  z.object({
    kind: z.literal("backup_call"),
    id: z.string(),
    serviceId: z.string(),
    state: backupStateSchema,
    atMs: z.number(),
  }),
  /** A case that came to a service by a hand-off, and when. */
  z.object({
    kind: z.literal("transfer"),
    caseId: z.string(),
    ticket: z.string().nullable(),
    serviceId: z.string(),
    atMs: z.number(),
  }),
  /** An idea or a question, and when something last happened to it. */
  z.object({
    kind: z.literal("idea"),
    id: z.string(),
    title: z.string(),
    state: ideaStateSchema,
    atMs: z.number(),
  }),
  /** A local date, and how long half of those who came that day waited at most. */
  z.object({ kind: z.literal("day"), date: z.string(), waitSeconds: z.number() }),
  z.object({
    kind: z.literal("commitment"),
    id: z.string(),
    what: z.string(),
    standing: z.enum(commitmentStandings),
    dueAtMs: z.number(),
  }),
  /** A problem, and when it was last reported. */
  z.object({
    kind: z.literal("problem"),
    id: z.string(),
    text: z.string(),
    state: z.enum(problemStates),
    atMs: z.number(),
  }),
  /** What somebody wrote of how they were treated, 1–5. */
  z.object({
    kind: z.literal("words"),
    words: z.string(),
    treated: z.number(),
    serviceId: z.string(),
    atMs: z.number(),
  }),
  /** A sent reply, and which share of its words is its own, 0–1; never its text. */
  z.object({
    kind: z.literal("reply"),
    id: z.string(),
    serviceId: z.string(),
    personalShare: z.number().nullable(),
    atMs: z.number(),
  }),
]);
export type PrincipleEvidence = z.infer<typeof principleEvidenceSchema>;

/** The latest of some things that happened in a time, the newest first. */
export function latest<T>(
  things: readonly T[],
  atMs: (thing: T) => number,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): T[] {
  return things
    .filter((thing) => atMs(thing) >= fromMs && atMs(thing) < toMs)
    .sort((a, b) => atMs(b) - atMs(a))
    .slice(0, mostPrincipleEvidence);
}

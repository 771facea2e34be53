/** Commitments: “we will come back to you by …”, made to a citizen, then kept or missed. */
import { z } from "zod";
import { compareEvents, keySchema, type VigieEvent } from "./event.ts";

/** What a person fills in. */
export const commitmentDraftSchema = z.object({
  /** The case it was made on; null where it was made without one. */
  caseId: keySchema.nullable(),
  /** Where the citizen came; of a case, its own site and service count instead. */
  siteId: keySchema.nullable(),
  serviceId: keySchema.nullable(),
  /** An agent or a person who signs in. */
  ownerId: keySchema,
  dueAtMs: z.number().int().min(0).max(8.64e15),
  /** What was promised, without the citizen's name. */
  what: z.string().trim().min(1).max(500),
});
export type CommitmentDraft = z.infer<typeof commitmentDraftSchema>;

export const commitmentSchema = z.object({
  /** The subject of its events; of a further one on the same subject, with its number on a second line, which no key has. */
  id: z.string(),
  /** The subject of its events. */
  subject: z.string(),
  caseId: z.string().nullable(),
  siteId: z.string().nullable(),
  serviceId: z.string().nullable(),
  ownerId: z.string(),
  dueAtMs: z.number(),
  what: z.string(),
  madeAtMs: z.number(),
  madeBy: z.string().nullable(),
  keptAtMs: z.number().nullable(),
  missedAtMs: z.number().nullable(),
  /** Who wrote down that it was kept or missed; null where a feed did not say. */
  settledBy: z.string().nullable(),
});
export type Commitment = z.infer<typeof commitmentSchema>;

type Made = Extract<VigieEvent, { readonly type: "commitment.made" }>;

/**
 * The commitments on one subject, in the order in which they were made.
 *
 * Each `commitment.made` begins one. `commitment.kept` settles the oldest open one that was made before
 * it, or else the last one that was missed: who comes back after all did come back, late.
 * `commitment.missed` settles the oldest open one. Where the events name no case, the subject is the case.
 */
export function foldCommitments(subject: string, events: readonly VigieEvent[]): Commitment[] {
  const made: Commitment[] = [];
  for (const event of [...events].sort(compareEvents)) {
    if (event.type === "commitment.made") made.push(begin(subject, event, made.length));
    else if (event.type === "commitment.kept") keep(made, event.atMs, event.data.by ?? null);
    else if (event.type === "commitment.missed") miss(made, event.atMs, event.data.by ?? null);
  }
  return made;
}

function begin(subject: string, { data, atMs }: Made, before: number): Commitment {
  return {
    id: before === 0 ? subject : `${subject}\n${before + 1}`,
    subject,
    caseId: data.case ?? (data.service === undefined ? subject : null),
    siteId: data.site ?? null,
    serviceId: data.service ?? null,
    ownerId: data.owner,
    dueAtMs: Date.parse(data.dueAt),
    what: data.what,
    madeAtMs: atMs,
    madeBy: data.by ?? null,
    keptAtMs: null,
    missedAtMs: null,
    settledBy: null,
  };
}

function keep(made: Commitment[], atMs: number, by: string | null): void {
  const open = made.findIndex(isOpen);
  const index = open === -1 ? made.findLastIndex((one) => one.keptAtMs === null) : open;
  replace(made, index, { keptAtMs: atMs, settledBy: by });
}

function miss(made: Commitment[], atMs: number, by: string | null): void {
  replace(made, made.findIndex(isOpen), { missedAtMs: atMs, settledBy: by });
}

function replace(made: Commitment[], index: number, change: Partial<Commitment>): void {
  const known = made[index];
  if (known !== undefined) made[index] = { ...known, ...change };
}

/** Whether it is neither kept nor missed. */
export function isOpen({ keptAtMs, missedAtMs }: Commitment): boolean {
  return keptAtMs === null && missedAtMs === null;
}

export const commitmentStandings = [
  "overdue",
  "due_today",
  "coming",
  "kept_in_time",
  "kept_late",
  "missed",
] as const;
export type CommitmentStanding = (typeof commitmentStandings)[number];

/**
 * How a commitment stands at an instant.
 *
 * @param endOfDayMs when the day of that instant ends where the citizen came
 */
export function standingOf(commitment: Commitment, nowMs: number, endOfDayMs: number): CommitmentStanding {
  const { keptAtMs, missedAtMs, dueAtMs } = commitment;
  if (keptAtMs !== null) return keptAtMs <= dueAtMs ? "kept_in_time" : "kept_late";
  if (missedAtMs !== null) return "missed";
  if (nowMs > dueAtMs) return "overdue";
  return dueAtMs < endOfDayMs ? "due_today" : "coming";
}

/** What the feed answers to posted events. */
import { z } from "zod";
import { Fault, faultSchema } from "../../../shared/faults.ts";
import type { IngestOutcome } from "../../services/ingest.ts";

export const outcomeSchema = z.object({
  /** The event's id and source; null where it named none. */
  id: z.string().nullable(),
  source: z.string().nullable(),
  /** `rejected` events are kept in the reject list, to be mended and replayed by a person. */
  status: z.enum(["accepted", "duplicate", "rejected"]),
  fault: faultSchema.nullable(),
});

/** received = accepted + duplicates + rejected, always. */
export const answerSchema = z.object({
  received: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  /** One per event, in the order in which they were sent. */
  results: z.array(outcomeSchema),
});
export type Answer = z.infer<typeof answerSchema>;

/** Every answer that is not a success has its fault here. */
export const faultAnswerSchema = z.object({ fault: faultSchema });

/** The answer for these outcomes. */
export function answerFor(outcomes: readonly IngestOutcome[]): Answer {
  const count = (status: IngestOutcome["status"]) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  return {
    received: outcomes.length,
    accepted: count("accepted"),
    duplicates: count("duplicate"),
    rejected: count("rejected"),
    results: [...outcomes],
  };
}

/** The fault of a single event that was rejected, saying where it is now; null where it was taken. */
export function rejectionOf(outcomes: readonly IngestOutcome[]): Fault | null {
  const fault = outcomes[0]?.fault;
  if (fault === null || fault === undefined) return null;
  return new Fault(
    fault.code,
    `${fault.message} The event is kept in the reject list, where it can be mended and replayed.`,
    fault.data,
  );
}

/** The one way into the log: feeds hand events in here, and learn what became of each. */
import type { VigieEvent } from "../../shared/domain/event.ts";
import { withMaskedFields, withMaskedWords } from "../../shared/domain/mask-event.ts";
import type { Reject } from "../../shared/domain/reject.ts";
import { understandEvent } from "../../shared/domain/understand.ts";
import { Fault, type FaultValue } from "../../shared/faults.ts";
import type { AppendOutcome, EventLog } from "../store/store.ts";
import type { Clock } from "./clock.ts";

/** What became of one envelope; `id` and `source` are null where the envelope named none. */
export interface IngestOutcome {
  readonly id: string | null;
  readonly source: string | null;
  readonly status: "accepted" | "duplicate" | "rejected";
  readonly fault: FaultValue | null;
}

export interface Ingest {
  /** Takes CloudEvents envelopes (parsed JSON). What can't be understood is kept as a reject. */
  take(envelopes: readonly unknown[], feed: string): Promise<IngestOutcome[]>;
  /** Takes events that the feed has already made and checked itself. */
  append(events: readonly VigieEvent[], feed: string): Promise<AppendOutcome[]>;
  /** Keeps what a feed could not even make an event of. */
  reject(rejects: readonly Omit<Reject, "id" | "receivedAtMs">[]): Promise<void>;
}

/** Makes the way into a log. */
export function createIngest(log: Pick<EventLog, "append" | "reject">, clock: Clock): Ingest {
  async function reject(rejects: readonly Omit<Reject, "id" | "receivedAtMs">[]): Promise<void> {
    if (rejects.length === 0) return;
    const receivedAtMs = clock.nowMs();
    await log.reject(rejects.map((entry) => ({ ...entry, receivedAtMs })));
  }
  return {
    append: (events, feed) => log.append(events.map(withMaskedWords), feed),
    reject,
    async take(envelopes, feed) {
      const read = envelopes.map(readEnvelope);
      await reject(
        read.flatMap((entry) =>
          entry.event === null
            ? [{ feed, line: null, fault: entry.fault, raw: JSON.stringify(entry.envelope) ?? "null" }]
            : [],
        ),
      );
      const understood = read.flatMap((entry) => (entry.event === null ? [] : [entry.event]));
      const appended = (await log.append(understood, feed)).values();
      return read.map((entry): IngestOutcome => {
        if (entry.event === null) {
          return { ...nameOf(entry.envelope), status: "rejected", fault: entry.fault };
        }
        const outcome = appended.next().value;
        if (outcome === undefined) throw new Error("the store gave fewer outcomes than events");
        return {
          id: entry.event.id,
          source: entry.event.source,
          status: outcome.status,
          fault: outcome.status === "rejected" ? outcome.fault : null,
        };
      });
    },
  };
}

/**
 * The event that a feed's envelope carries, without what only the console itself may order.
 *
 * @throws Fault `invalid_input` or `unknown_event_type`
 */
export function understandFeedEvent(envelope: unknown): VigieEvent {
  return withoutOrders(understandEvent(envelope));
}

type ReadEnvelope =
  | { readonly event: VigieEvent }
  | { readonly event: null; readonly fault: FaultValue; readonly envelope: unknown };

function readEnvelope(envelope: unknown): ReadEnvelope {
  try {
    return { event: understandFeedEvent(envelope) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { event: null, fault: error.toValue(), envelope: withMaskedFields(envelope) };
  }
}

/** What makes the console send messages and call people comes from the console itself, never from a feed. */
function withoutOrders(event: VigieEvent): VigieEvent {
  if (event.type !== "backup.requested") return event;
  const { channels: _channels, cascade: _cascade, ...data } = event.data;
  return { ...event, data };
}

function nameOf(envelope: unknown): { id: string | null; source: string | null } {
  const { id, source } = (typeof envelope === "object" && envelope !== null ? envelope : {}) as {
    id?: unknown;
    source?: unknown;
  };
  return {
    id: typeof id === "string" ? id : null,
    source: typeof source === "string" ? source : null,
  };
}

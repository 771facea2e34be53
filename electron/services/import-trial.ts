/** A trial of an import: what would become of its events, with nothing written. */
import type { VigieEvent } from "../../shared/domain/event.ts";
import { Fault } from "../../shared/faults.ts";
import type { AppendOutcome } from "../store/store.ts";

/** So many events of the file are remembered, to find those that contradict each other. */
const mostRemembered = 400_000;

export interface Trial {
  /** Outcomes in the order of the events, by the log and by what came before in the same file. */
  outcomesOf(events: readonly VigieEvent[]): Promise<AppendOutcome[]>;
}

/** @param foresee what the log would say of each event */
export function createTrial(foresee: (events: readonly VigieEvent[]) => Promise<AppendOutcome[]>): Trial {
  const seen = new Map<string, string>();

  function within(event: VigieEvent): AppendOutcome | null {
    const key = `${event.source}\n${event.id}`;
    const said = `${event.time}\n${event.subject}\n${JSON.stringify(event.data)}`;
    const before = seen.get(key);
    if (before === undefined) {
      if (seen.size < mostRemembered) seen.set(key, said);
      return null;
    }
    if (before === said) return { status: "duplicate" };
    const message = `The event ${event.id} comes twice in the file with another content. The first one counts.`;
    const { id, source } = event;
    return { status: "rejected", fault: new Fault("payload_mismatch", message, { id, source }).toValue() };
  }

  return {
    async outcomesOf(events) {
      const byLog = await foresee(events);
      return events.map((event, index) => within(event) ?? byLog[index] ?? { status: "accepted" });
    },
  };
}

/** Rejects, mended by a person and tried again. What is mended is in the log once, and off the list. */
import type { MendOutcome } from "../../shared/contract/import.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import type { Reject } from "../../shared/domain/reject.ts";
import { Fault, type FaultValue } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import { addToDirectory } from "./directory-names.ts";
import type { ImportReader } from "./import-reader.ts";
import { understandFeedEvent } from "./ingest.ts";
import type { StoreHealth } from "./store-health.ts";

/** What a person writes in the place of what came: the cells of a row by column, or an event as JSON. */
export type Mended = { readonly fields: Readonly<Record<string, string>> } | { readonly event: string };

const pageRejects = 200;

export interface Mending {
  /** @throws Fault `not_found`, or `invalid_input` where nothing says how it is to be read */
  mend(rejectId: number, mended: Mended): Promise<MendOutcome>;
  /** Tries the rejects of one import, or all, as they are. */
  replay(jobId: string | null): Promise<{ mended: number; stillRejected: number }>;
  dismiss(rejectId: number): Promise<void>;
}

/** What a mended text comes to. `nothing`: a rule of the mapping says that it is no case. */
type Reading =
  | { readonly kind: "events"; readonly events: readonly VigieEvent[]; readonly raw: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "rejected"; readonly fault: FaultValue; readonly raw: string };

export function createMending(store: Store, reader: ImportReader, health: StoreHealth): Mending {
  async function mustFind(rejectId: number): Promise<Reject> {
    const reject = await store.rejectOf(rejectId);
    if (reject === undefined) {
      throw new Fault("not_found", "This reject has been dealt with already; nothing was changed.", {
        rejectId,
      });
    }
    return reject;
  }

  async function readRow(importId: string, fields: Readonly<Record<string, string>>): Promise<Reading> {
    const source = await store.importSource(importId);
    if (source === undefined) {
      throw new Fault("not_found", "The import of this row is not known any more.", { importId });
    }
    const { mapping } = source;
    const known = reader.columnsOf(mapping).map((column) => [column, fields[column] ?? ""]);
    const raw = JSON.stringify(Object.fromEntries(known));
    const { result, names } = reader.readRow(mapping, fields);
    if (result.kind === "ignored") return { kind: "nothing" };
    if (result.kind === "rejected") return { ...result, raw };
    if (names !== null) await health.watch(addToDirectory(store, names));
    return { ...result, raw };
  }

  function readEvent(text: string): Reading {
    try {
      return { kind: "events", events: [understandFeedEvent(JSON.parse(text))], raw: text };
    } catch (error) {
      if (error instanceof Fault) return { kind: "rejected", fault: error.toValue(), raw: text };
      if (!(error instanceof SyntaxError)) throw error;
      const fault = new Fault("invalid_input", "The event is not JSON.", { field: "event" });
      return { kind: "rejected", fault: fault.toValue(), raw: text };
    }
  }

  function read({ importId, line, feed }: Reject, mended: Mended): Reading | Promise<Reading> {
    if ("event" in mended) return readEvent(mended.event);
    if (importId !== undefined) return readRow(importId, mended.fields);
    throw new Fault(
      "invalid_input",
      "This row came without a mapping that is kept. Mend the reject file beside its file, and import that.",
      { feed, line },
    );
  }

  async function settle(reject: Reject, mended: Mended): Promise<MendOutcome> {
    const reading = await read(reject, mended);
    if (reading.kind === "nothing") {
      await health.watch(store.removeReject(reject.id));
      return { outcome: "mended" };
    }
    if (reading.kind === "rejected") {
      await health.watch(store.keepReject(reject.id, reading.raw, reading.fault));
      return { outcome: "still_rejected", fault: reading.fault };
    }
    const { raw, events } = reading;
    const fault = await health.watch(store.mendReject(reject.id, raw, events, reject.feed));
    return fault === null ? { outcome: "mended" } : { outcome: "still_rejected", fault };
  }

  return {
    mend: async (rejectId, mended) => settle(await mustFind(rejectId), mended),
    async replay(jobId) {
      const counts = { mended: 0, stillRejected: 0 };
      let last = 0;
      for (;;) {
        const page = await store.rejectsAfter(last, jobId, pageRejects);
        const end = page.at(-1);
        if (end === undefined) return counts;
        last = end.id;
        for (const reject of page) {
          const isMended = await replayOne(reject);
          if (isMended) counts.mended += 1;
          else counts.stillRejected += 1;
        }
      }
    },
    async dismiss(rejectId) {
      await mustFind(rejectId);
      await health.watch(store.removeReject(rejectId));
    },
  };

  async function replayOne(reject: Reject): Promise<boolean> {
    const asItIs = mendedAsItIs(reject);
    // A row whose mapping nobody kept can't be tried from here; it stays for its reject file.
    if (asItIs === null) return false;
    return (await settle(reject, asItIs)).outcome === "mended";
  }
}

/** A reject as it was kept; null where nothing says how its row is to be read. */
function mendedAsItIs({ line, raw, importId }: Reject): Mended | null {
  if (line === null) return { event: raw };
  return importId === undefined ? null : { fields: JSON.parse(raw) as Record<string, string> };
}

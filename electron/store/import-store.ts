/** What the store keeps of imports: how far each is, how files are read, and rows that were rejected. */
import type { VigieEvent } from "../../shared/domain/event.ts";
import type { ImportJob } from "../../shared/domain/import-job.ts";
import type { Mapping } from "../../shared/domain/import-mapping.ts";
import type { ImportPlan } from "../../shared/domain/import-plan.ts";
import type { Reject } from "../../shared/domain/reject.ts";
import type { FaultValue } from "../../shared/faults.ts";
import type { AppendOutcome } from "./store.ts";

/** What an import was to do. */
export interface ImportSource {
  readonly path: string;
  readonly mapping: Mapping;
  /** Of the whole file; null where it came by hand. */
  readonly contentHash: string | null;
}

/** A mapping that somebody keeps, and how they said it; `plan` is null where it was written by hand. */
export interface KeptMapping {
  readonly mapping: Mapping;
  readonly plan: ImportPlan | null;
}

export interface ImportStore {
  /** The newest first. */
  importJobs(limit: number): Promise<ImportJob[]>;
  importSource(id: string): Promise<ImportSource | undefined>;
  /** Imports of a file with this content, the oldest first. */
  importsWithHash(contentHash: string): Promise<ImportJob[]>;
  addImport(job: ImportJob, source: ImportSource): Promise<void>;
  changeImport(job: ImportJob): Promise<void>;
  removeImport(id: string): Promise<void>;
  /**
   * Appends the events of some rows, and keeps how far the import is and which rows were rejected, all
   * in one transaction: wherever the machine stops, the counts are those of the log.
   *
   * @param settle says what to keep, given what became of each event
   * @throws Fault `store_full` or `store_unreadable`: nothing of this call was kept
   */
  appendImported(
    events: readonly VigieEvent[],
    feed: string,
    settle: (outcomes: readonly AppendOutcome[]) => {
      readonly job: ImportJob;
      readonly rejected: readonly Omit<Reject, "id">[];
    },
  ): Promise<void>;
  /** What appending would come to by what is in the log; nothing is written. */
  foreseeEvents(events: readonly VigieEvent[]): Promise<AppendOutcome[]>;
  /** By name. */
  importMappings(): Promise<KeptMapping[]>;
  putImportMapping(kept: KeptMapping): Promise<void>;
  removeImportMapping(name: string): Promise<void>;
  rejectOf(id: number): Promise<Reject | undefined>;
  /** Rejects that came after one, of one import or of all, in the order in which they came. */
  rejectsAfter(id: number, importId: string | null, limit: number): Promise<Reject[]>;
  rejectCount(importId: string): Promise<number>;
  /**
   * Appends the events of a mended reject and forgets it, in one transaction. Where one of them
   * contradicts the log, none is appended and the reject stays, with this text and that fault.
   */
  mendReject(
    id: number,
    raw: string,
    events: readonly VigieEvent[],
    feed: string,
  ): Promise<FaultValue | null>;
  /** Keeps a reject that is still wrong, with its new text. */
  keepReject(id: number, raw: string, fault: FaultValue): Promise<void>;
  removeReject(id: number): Promise<void>;
}

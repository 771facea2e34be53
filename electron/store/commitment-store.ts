/** What the store knows of commitments: a projection of their events. */
import type { Commitment } from "../../shared/domain/commitment.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";

export interface CommitmentStore {
  commitment(id: string): Promise<Commitment | undefined>;
  /** Neither kept nor missed, the one due first in front. */
  openCommitments(): Promise<Commitment[]>;
  /** Due from an instant on and before another, settled or not, the one due first in front. */
  commitmentsDue(fromMs: number, toMs: number): Promise<Commitment[]>;
  /** Reads one, lets `decide` say what happens, and appends its events, in one transaction. */
  changeCommitment<T>(
    id: string,
    decide: (commitment: Commitment | undefined) => {
      readonly events: readonly VigieEvent[];
      readonly result: T;
    },
  ): Promise<T>;
}

/** Where knowledge of a service seems to be missing, with the cases that say so. */
import {
  baselineDays,
  type KnowledgeGap,
  type KnowledgeGapQuery,
  KnowledgeGapTally,
  knowledgeGapDefinitions,
  mediansOf,
  mostGapDays,
} from "../../shared/domain/knowledge-gap.ts";
import { Fault } from "../../shared/faults.ts";
import type { KnowledgeGapStore } from "../store/knowledge-gap-store.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** The hour that a period may have more where clocks are put back. */
const leewayMs = 60 * 60 * 1000;

export interface KnowledgeGapService {
  find(query: KnowledgeGapQuery): Promise<{
    definitions: Record<string, string>;
    baselineFromMs: number;
    gaps: KnowledgeGap[];
  }>;
}

/** Makes the knowledge gaps of a store. */
export function createKnowledgeGaps(store: KnowledgeGapStore): KnowledgeGapService {
  return {
    async find(query) {
      const { fromMs, toMs, siteId } = query;
      if (toMs <= fromMs || toMs - fromMs > mostGapDays * dayMs + leewayMs) {
        throw new Fault("invalid_input", `A period of one to ${mostGapDays} days is read; choose another.`, {
          field: "toMs",
        });
      }
      const baselineFromMs = fromMs - baselineDays * dayMs;
      const before = await store.handleCounts({ fromMs: baselineFromMs, toMs: fromMs, siteId });
      const tally = new KnowledgeGapTally(mediansOf(before));
      for await (const legs of store.servedLegs(query)) {
        for (const leg of legs) tally.add(leg);
      }
      return { definitions: { ...knowledgeGapDefinitions }, baselineFromMs, gaps: tally.read() };
    },
  };
}

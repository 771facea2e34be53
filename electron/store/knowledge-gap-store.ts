/** What the store can tell about knowledge that is missing. */
import type { HandleCount, KnowledgeGapQuery, ServedLeg } from "../../shared/domain/knowledge-gap.ts";

export interface KnowledgeGapStore {
  /**
   * Served legs that came to their service in a period, in the order in which they came. They come in
   * batches, so that others get their turn between them.
   */
  servedLegs(query: KnowledgeGapQuery): AsyncIterable<ServedLeg[]>;
  /** How long legs that came in a period were handled, in whole seconds. */
  handleCounts(query: KnowledgeGapQuery): Promise<HandleCount[]>;
}

/** The routes of commitments. */
import type { CommitmentService } from "../commitment.ts";
import type { Implementer } from "./implementer.ts";

export function commitmentRoutes({ commitment }: Implementer, commitments: CommitmentService) {
  return {
    list: commitment.list.handler(({ input }) => commitments.list(input.siteId)),
    owners: commitment.owners.handler(() => commitments.owners()),
    make: commitment.make.handler(({ input }) => commitments.make(input)),
    keep: commitment.keep.handler(({ input }) => commitments.keep(input.id)),
    miss: commitment.miss.handler(({ input }) => commitments.miss(input.id)),
    figures: commitment.figures.handler(({ input }) => commitments.figures(input.siteId)),
  };
}

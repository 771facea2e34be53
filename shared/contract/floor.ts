/** The live floor, and the floor as it was. */
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { type FloorMessage, floorAtSchema } from "../domain/floor.ts";
import { procedure } from "./procedure.ts";

export const floorContract = {
  /**
   * One snapshot, then deltas, at most ten a second. Messages are built by the console itself from
   * checked parts and may hold thousands of cases, so they are not checked a second time.
   */
  watch: procedure
    .input(z.object({ siteId: z.string().nullable() }))
    .output(eventIterator(z.custom<FloorMessage>())),
  /** The floor at an instant of the past, ms since 1970 UTC. */
  at: procedure.input(z.object({ siteId: z.string().nullable(), atMs: z.number() })).output(floorAtSchema),
};

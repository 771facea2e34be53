/** Other queue systems that are connected: their settings, how they fare, and a way to try them. */
import { z } from "zod";
import { connectorDraftSchema, connectorHealthSchema, connectorSchema } from "../domain/connector.ts";
import { faultSchema } from "../faults.ts";
import { procedure } from "./procedure.ts";

export const connectorViewSchema = z.object({
  connector: connectorSchema,
  /** The `source` of its events, as the list of feeds shows it. */
  source: z.string(),
  health: connectorHealthSchema,
  /** Whether an access key is kept for it; the key itself is never given out. */
  hasAccessKey: z.boolean(),
  /** Where the other system posts; null where Vigie asks it instead, or while nothing listens. */
  address: z.string().nullable(),
});
export type ConnectorView = z.infer<typeof connectorViewSchema>;

/** `heard`: it answers, or has spoken before; `silent`: nothing has come from it so far. */
export const connectorTrialSchema = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("heard"),
    /** People in its queues now; null where it is not asked but speaks by itself. */
    people: z.number().nullable(),
    /** When it spoke, ms since 1970 UTC. */
    atMs: z.number(),
  }),
  z.object({ outcome: z.literal("silent") }),
  z.object({ outcome: z.literal("failed"), fault: faultSchema }),
]);
export type ConnectorTrial = z.infer<typeof connectorTrialSchema>;

const one = z.object({ id: z.string() });

export const connectorContract = {
  list: procedure.output(z.array(connectorViewSchema)),
  /** Adds a connector, or replaces the one with its id; it is at work when the answer comes. */
  put: procedure.input(connectorDraftSchema).output(connectorViewSchema),
  /** Forgets the connector and its access key. The events that it brought stay. */
  remove: procedure.input(one).output(z.array(connectorViewSchema)),
  /** Asks the other system once, without taking anything in. */
  test: procedure.input(one).output(connectorTrialSchema),
};

/** What a feed that knows no cases can say of a queue: how many wait, how many counters are open. */
import { z } from "zod";
import { channelSchema } from "./channel.ts";

export const observationSchema = z.object({
  siteId: z.string(),
  serviceId: z.string(),
  channel: channelSchema,
  atMs: z.number(),
  peopleWaiting: z.number(),
  openCounters: z.number().nullable(),
  ticketCalled: z.string().nullable(),
});
export type Observation = z.infer<typeof observationSchema>;

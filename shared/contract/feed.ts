/** How events arrive: health of the sources, the HTTP address and token, rejects, the demo floor. */
import { z } from "zod";
import { feedHealthSchema } from "../domain/feed.ts";
import { rejectSchema } from "../domain/reject.ts";
import { procedure } from "./procedure.ts";

export const demoStatusSchema = z.object({
  running: z.boolean(),
  /** Simulated seconds per second, 1–60. */
  speed: z.number(),
  /** Whether the store holds events of the demo floor, running or not. */
  hasDemoData: z.boolean(),
});
export type DemoStatus = z.infer<typeof demoStatusSchema>;

export const feedContract = {
  list: procedure.output(z.array(feedHealthSchema)),
  /** Where events are posted and with which token; null where the HTTP feed is not running. */
  http: procedure.output(z.object({ url: z.string(), token: z.string() }).nullable()),
  /** Makes a new token; the old one stops working at once. */
  renewToken: procedure.output(z.object({ url: z.string(), token: z.string() }).nullable()),
  rejects: procedure
    .input(z.object({ limit: z.int().min(1).max(1_000) }))
    .output(z.object({ total: z.number(), rejects: z.array(rejectSchema) })),
  demoStatus: procedure.output(demoStatusSchema),
  startDemo: procedure.input(z.object({ speed: z.number().min(1).max(60) })).output(demoStatusSchema),
  stopDemo: procedure.output(demoStatusSchema),
};

/** Past days, played again as they were known then. */
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import type { FloorMessage } from "../domain/floor.ts";
import { replayMarkSchema } from "../domain/replay-mark.ts";
import { procedure } from "./procedure.ts";

const site = z.object({ siteId: z.string().nullable() });

/** Simulated seconds per second that a person may choose. */
export const replaySpeeds = [1, 5, 15, 60, 120, 300, 600] as const;

export const replayDaySchema = z.object({
  /** Local date, such as `2026-02-03`. */
  date: z.string(),
  timeZone: z.string(),
  /** When people were there, to the quarter hour: what a scrubber shows of the day. */
  fromMs: z.number(),
  toMs: z.number(),
  /** People who stood or held the line, every `stepMs` from `fromMs` on. */
  queueLengths: z.array(z.number()),
  stepMs: z.number(),
  marks: z.array(replayMarkSchema),
});
export type ReplayDayView = z.infer<typeof replayDaySchema>;

export const replayContract = {
  /** Local dates on which something happened, oldest first. */
  days: procedure.input(site).output(z.array(z.string())),
  /** What there is to see on a day. Faults: `not_found` where nothing happened on it. */
  day: procedure.input(site.extend({ date: z.iso.date() })).output(replayDaySchema),
  /** When the next event after an instant happened; null where there is none. */
  nextEvent: procedure.input(z.object({ afterMs: z.int() })).output(z.number().nullable()),
  /**
   * The floor as it was known at `atMs`: one snapshot, then deltas while the day is played on at
   * `speed` simulated seconds per second (0: it stands still). `atMs` of each message is the instant
   * that it shows. To jump, pause or change the speed, ask anew.
   */
  watch: procedure
    .input(site.extend({ atMs: z.int(), speed: z.number().min(0).max(600) }))
    .output(eventIterator(z.custom<FloorMessage>())),
};

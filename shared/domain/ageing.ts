/**
 * The starvation guard: whoever waits beyond a multiple of the target rises by their wait alone, so that
 * a stream of priority cases can't keep a normal one waiting for ever. Pure: time is passed in.
 *
 * A rise goes to `high` and no further: `urgent` is said by people. Among equals the longest wait comes
 * first, so a case that has risen stands before every priority case that came after it.
 */
import { z } from "zod";
import type { Case } from "./case.ts";
import { caseEvent, consoleSource } from "./case-action.ts";
import type { VigieEvent } from "./event.ts";
import type { FloorCase } from "./floor.ts";
import { toFloorCase } from "./floor-case.ts";
import { priorities } from "./prioritise.ts";
import { type Service, targetAt } from "./service.ts";

export const ageingSchema = z.object({
  isOn: z.boolean(),
  /** k: a normal case rises when it has waited k × the target of its service. */
  multiple: z.number().min(1).max(10),
});
export type Ageing = z.infer<typeof ageingSchema>;

/** Whose word a rise is. */
const guard = "vigie";
const reason = "ageing";

/** Whether a case rose by its wait, and not by a person's word. */
export function isAgeing(event: VigieEvent): boolean {
  return (
    event.type === "case.prioritised" &&
    event.source === consoleSource &&
    event.data.by === guard &&
    event.data.reason === reason &&
    event.data.action === undefined
  );
}

type Waiting = Pick<FloorCase, "state" | "priority" | "agedAtMs" | "channel" | "serviceId" | "waitSinceMs">;

/**
 * Whether a case has waited long enough to rise. The wait is the citizen's whole one, as the floor shows
 * it. A case rises once: where a person lowers it afterwards, that holds.
 *
 * @param serviceOf the service, for the target in force since the wait began
 */
export function isDueToRise(
  row: Waiting,
  multiple: number,
  serviceOf: (serviceId: string) => Service | undefined,
  nowMs: number,
): boolean {
  if (row.state !== "waiting" || row.priority >= priorities.high || row.agedAtMs !== null) return false;
  const { withinSeconds } = targetAt(serviceOf(row.serviceId), row.channel, row.waitSinceMs);
  return nowMs - row.waitSinceMs >= multiple * withinSeconds * 1_000;
}

/** The events by which those cases rise that are due; a case that was called meanwhile is left alone. */
export function decideAgeing(
  cases: Iterable<Case>,
  multiple: number,
  serviceOf: (serviceId: string) => Service | undefined,
  nowMs: number,
): VigieEvent[] {
  return [...cases]
    .filter((record) => isDueToRise(toFloorCase(record), multiple, serviceOf, nowMs))
    .map((record) =>
      caseEvent(record, { id: reason, atMs: nowMs }, "case.prioritised", {
        priority: priorities.high,
        by: guard,
        reason,
      }),
    );
}

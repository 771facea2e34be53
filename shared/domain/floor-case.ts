/** From a case to its row on the floor. */
import { type Case, citizenWaitMs, currentLeg, waitEndedAtMs } from "./case.ts";
import type { FloorCase } from "./floor.ts";

/** The floor's row for an open case. */
export function toFloorCase(record: Case): FloorCase {
  const leg = currentLeg(record);
  const endedAtMs = waitEndedAtMs(leg);
  const waitedBeforeMs = citizenWaitMs(
    { ...record, legs: [...record.legs.slice(0, -1), leg] },
    leg.queuedAtMs,
  );
  return {
    id: record.id,
    siteId: record.siteId,
    serviceId: leg.serviceId,
    channel: record.channel,
    ticket: record.ticket,
    state: record.state,
    priority: record.priority,
    agedAtMs: record.agedAtMs,
    flags: record.flags,
    visit: record.visit,
    appointmentAtMs: record.appointmentAtMs,
    agentId: leg.agentId,
    queuedAtMs: leg.queuedAtMs,
    waitSinceMs: leg.queuedAtMs - (endedAtMs === null ? waitedBeforeMs : 0),
    waitedSeconds: endedAtMs === null ? null : citizenWaitMs(record, endedAtMs) / 1000,
    startedAtMs: leg.startedAtMs,
    heldSinceMs: record.heldSinceMs,
    handOffs: record.handOffs,
    fromServiceId: record.handOffs > 0 ? (record.legs.at(-2)?.serviceId ?? null) : null,
    version: record.version,
  };
}

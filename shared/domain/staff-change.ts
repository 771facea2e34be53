/** Planned changes of a service's staff: breaks that end, backup that is on its way or leaves. */
import { servedServiceIds } from "./agent.ts";
import { type BackupCall, isBackupOpen } from "./backup.ts";
import type { FloorAgent } from "./floor.ts";
import type { StaffChange } from "./outlook.ts";

/**
 * Changes that are planned after now, for one service. A break counts for it where the person serves it
 * and no other one: whoever serves several services may be needed elsewhere.
 */
export function staffChanges(
  serviceId: string,
  agents: readonly FloorAgent[],
  calls: readonly BackupCall[],
  nowMs: number,
): StaffChange[] {
  const returns = agents.flatMap((agent): StaffChange[] => {
    const { state, plannedEndMs } = agent;
    const served = servedServiceIds(agent);
    const isBack = state === "paused" && plannedEndMs !== null && plannedEndMs > nowMs;
    const isForThis = served.length === 1 && served[0] === serviceId;
    return isBack && isForThis ? [{ atMs: plannedEndMs, agents: 1 }] : [];
  });
  const backup = calls
    .filter((call) => call.serviceId === serviceId && isBackupOpen(call.state))
    .flatMap((call): StaffChange[] => {
      if (call.state === "requested") return [];
      const leaves = call.untilMs === null ? [] : [{ atMs: call.untilMs, agents: -1 }];
      if (call.state === "arrived") return leaves;
      return call.arrivesAtMs === null ? [] : [{ atMs: call.arrivesAtMs, agents: 1 }, ...leaves];
    });
  return [...returns, ...backup].filter((change) => change.atMs > nowMs);
}

/** What an earlier run of the demo left open because it was not stopped in order. */
import type { BackupCall } from "../../../shared/domain/backup.ts";
import { isBackupOpen } from "../../../shared/domain/backup.ts";
import type { Case } from "../../../shared/domain/case.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { Pace } from "./floor/pace.ts";
import { Scribe } from "./floor/scribe.ts";
import { demoTown } from "./floor/town.ts";

/**
 * The events that clear what is left, stamped right after the earlier run's last event: nobody was
 * served after it. Only sites of the demo town are touched.
 */
export function clearLeftovers(
  openCases: readonly Case[],
  calls: readonly BackupCall[],
  run: string,
  lastEventAtMs: number,
  reason: string,
): VigieEvent[] {
  const atMs = lastEventAtMs + 1;
  const scribe = new Scribe(`${run}-left`, new Pace(atMs, 1));
  const sites = new Set(demoTown.sites.map((site) => site.id));
  for (const record of openCases) {
    if (sites.has(record.siteId)) scribe.write(atMs, "case.cancelled", record.id, { reason });
  }
  for (const call of calls) {
    if (!sites.has(call.siteId) || !isBackupOpen(call.state)) continue;
    const afterMs = Math.max(atMs, (call.arrivedAtMs ?? call.answeredAtMs ?? call.requestedAtMs) + 1);
    if (call.state === "requested") scribe.write(afterMs, "backup.declined", call.id, { reason });
    else scribe.write(afterMs, "backup.released", call.id, {});
  }
  for (const { agentId } of demoTown.backups) scribe.write(atMs, "agent.signed_out", agentId, {});
  for (const { id } of demoTown.agents) scribe.write(atMs, "agent.signed_out", id, {});
  return scribe.take();
}

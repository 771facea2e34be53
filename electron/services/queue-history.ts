/** Queue lengths of the last two hours before an instant, read from the store. */
import { serviceKey } from "../../shared/domain/floor-dirt.ts";
import { historyStepMs, type QueueHistory } from "../../shared/domain/replay-floor.ts";
import type { FigureStore } from "../store/store.ts";

const historyPoints = 24;
const observationTrustedMs = 60 * 60 * 1_000;

/** The lengths of every queue that had somebody in it, the last one at the instant itself. */
export async function readQueueHistory(
  store: Pick<FigureStore, "legsAt" | "observationsAt">,
  nowMs: number,
): Promise<QueueHistory[]> {
  const lengths = new Map<string, { siteId: string; serviceId: string; points: number[] }>();
  for (let point = 0; point < historyPoints; point += 1) {
    const atMs = nowMs - (historyPoints - 1 - point) * historyStepMs;
    const add = (siteId: string, serviceId: string, count: number) => {
      const key = serviceKey(siteId, serviceId);
      const entry = lengths.get(key) ?? { siteId, serviceId, points: Array(historyPoints).fill(0) };
      entry.points[point] = (entry.points[point] ?? 0) + count;
      lengths.set(key, entry);
    };
    const legs = await store.legsAt(atMs);
    const known = new Set(legs.map((leg) => serviceKey(leg.siteId, leg.serviceId)));
    for (const leg of legs) if (!leg.inService) add(leg.siteId, leg.serviceId, 1);
    for (const seen of await store.observationsAt(atMs)) {
      if (!known.has(serviceKey(seen.siteId, seen.serviceId)) && atMs - seen.atMs < observationTrustedMs) {
        add(seen.siteId, seen.serviceId, seen.peopleWaiting);
      }
    }
  }
  return [...lengths.values()];
}

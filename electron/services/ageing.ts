/** The starvation guard: looks now and then for normal cases that have waited too long, and raises them. */
import { type Ageing, decideAgeing, isDueToRise } from "../../shared/domain/ageing.ts";
import type { FloorSnapshot } from "../../shared/domain/floor.ts";
import type { CaseStore, DirectoryStore } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { every } from "./every.ts";
import type { Log } from "./log.ts";

const periodMs = 5_000;
/** So many cases rise in one commit; the others follow at the next look. */
const mostAtOnce = 500;

export interface AgeingService {
  start(): void;
  stop(): void;
  /** Looks once; `start` does so every five seconds. */
  look(): Promise<void>;
}

/** Makes the guard of a floor; `ageing` says whether it is on, and after which multiple of the target. */
export function createAgeing(
  store: Pick<CaseStore, "changeCases"> & Pick<DirectoryStore, "directory">,
  floor: { snapshot(siteId: null): Pick<FloorSnapshot, "cases"> },
  clock: Clock,
  ageing: () => Ageing,
  log: Log,
): AgeingService {
  let stopLooking: (() => void) | undefined;

  async function look(): Promise<void> {
    const { isOn, multiple } = ageing();
    if (!isOn) return;
    const services = new Map((await store.directory()).services.map((service) => [service.id, service]));
    const serviceOf = (id: string) => services.get(id);
    const nowMs = clock.nowMs();
    const due = floor.snapshot(null).cases.filter((row) => isDueToRise(row, multiple, serviceOf, nowMs));
    if (due.length === 0) return;
    const ids = due.slice(0, mostAtOnce).map(({ id }) => id);
    // Decided anew on the cases themselves: one that was called meanwhile stays as it is.
    await store.changeCases(ids, (cases) => ({
      events: decideAgeing(cases.values(), multiple, serviceOf, clock.nextMs()),
      result: undefined,
    }));
  }

  return {
    start() {
      stopLooking = every(periodMs, look, (error) => log.error("ageing", error));
    },
    stop() {
      stopLooking?.();
    },
    look,
  };
}

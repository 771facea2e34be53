/** Looks ahead: the coming intervals of every service, and what an action would do to the queues. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { isOnFloor } from "../../shared/domain/agent.ts";
import { hasOpeningHours } from "../../shared/domain/calendar.ts";
import type { FloorSnapshot } from "../../shared/domain/floor.ts";
import { type ForeseenAction, foreseeAction } from "../../shared/domain/floor-action.ts";
import { untilClosing } from "../../shared/domain/open-outlook.ts";
import { OpeningTimes } from "../../shared/domain/opening-times.ts";
import { adviseBackup, arrivalsPerHour, foresee, type ServiceOutlook } from "../../shared/domain/outlook.ts";
import { type Prediction, toPrediction } from "../../shared/domain/prediction.ts";
import { queueStates, type ServiceFacts } from "../../shared/domain/queue-state.ts";
import { staffChanges } from "../../shared/domain/staff-change.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { timeZoneOf } from "./directory.ts";
import { every } from "./every.ts";
import type { FloorService } from "./floor.ts";
import type { Log } from "./log.ts";
import { createPace, type Pace } from "./pace.ts";

const periodMs = 20_000;
/** Arrivals within the coming hour count towards a previewed service level. */
const horizonSeconds = 3_600;
/** Where nobody wrote down how far away the nearest backup is. */
const usualTravelMinutes = 10;
/** A target of days can't be missed within two hours. */
const longestTargetSeconds = 4 * 3_600;

export interface OutlookService {
  list(siteId: string | null): { atMs: number; services: ServiceOutlook[] };
  preview(siteId: string, action: ForeseenAction): Promise<Prediction | null>;
  /** Works everything out once; `start` does so again and again. */
  look(): Promise<void>;
  start(): void;
  stop(): void;
}

/** Makes the outlook of a floor. */
export function createOutlook(
  store: Pick<Store, "arrivalCounts" | "calendars" | "contributions" | "directory">,
  floor: Pick<FloorService, "snapshot">,
  clock: Clock,
  log: Log,
): OutlookService {
  const pace = createPace(store, clock);
  let known: { atMs: number; services: ServiceOutlook[] } = { atMs: clock.nowMs(), services: [] };
  let stopLooking: (() => void) | undefined;

  async function lookAtSite(siteId: string, current: Pace): Promise<ServiceOutlook[]> {
    const snapshot = floor.snapshot(siteId);
    const directory = await store.directory();
    const { roster } = directory;
    const times = new OpeningTimes(await store.calendars(), (id) => timeZoneOf(directory, id));
    const found: ServiceOutlook[] = [];
    const { facts, states } = statesOf(siteId, snapshot, current);
    // Before anybody has signed in, who is to come is not known: nothing can be advised yet.
    const isStaffed = snapshot.agents.some((agent) => isOnFloor(agent.state));
    for (const [index, state] of states.entries()) {
      const service = facts[index]?.service;
      if (service === undefined || service.targetSeconds > longestTargetSeconds) continue;
      const coming = current.coming(siteId, state.serviceId, snapshot.atMs);
      const hasHours = times.hasCalendar(siteId, state.serviceId) && service.channels.some(hasOpeningHours);
      const open = hasHours ? times.openFrom(siteId, state.serviceId, snapshot.atMs) : [];
      const closesAtMs = open.at(-1)?.toMs ?? null;
      const course = {
        state,
        nowMs: snapshot.atMs,
        intervals: hasHours ? untilClosing(coming.intervals, open) : coming.intervals,
        changes: staffChanges(state.serviceId, snapshot.agents, snapshot.backupCalls, snapshot.atMs),
      };
      const intervals = foresee(course);
      const travelMinutes = Math.min(
        ...roster
          .filter(
            (one) => one.siteId === siteId && one.skills.some((skill) => skill.serviceId === state.serviceId),
          )
          .map((one) => one.travelMinutes ?? usualTravelMinutes),
        usualTravelMinutes,
      );
      found.push({
        siteId,
        serviceId: state.serviceId,
        basis: coming.basis,
        targetShare: service.targetShare,
        intervals,
        closesAtMs,
        advice: isStaffed
          ? adviseBackup(
              course,
              intervals,
              service.targetShare,
              travelMinutes * 60,
              closesAtMs ?? Number.POSITIVE_INFINITY,
            )
          : null,
      });
      // Each service takes some milliseconds: the floor goes on between them.
      await nextTurn();
    }
    return found;
  }

  async function look(): Promise<void> {
    const current = await pace.read();
    const sites = new Set(floor.snapshot(null).services.map((service) => service.siteId));
    const services: ServiceOutlook[] = [];
    for (const siteId of sites) services.push(...(await lookAtSite(siteId, current)));
    known = { atMs: clock.nowMs(), services };
  }

  return {
    list: (siteId) => ({
      atMs: known.atMs,
      services: known.services.filter((one) => siteId === null || one.siteId === siteId),
    }),
    async preview(siteId, action) {
      const snapshot = floor.snapshot(siteId);
      const { facts, states } = statesOf(siteId, snapshot, await pace.read());
      const sides = foreseeAction(action, facts, states, snapshot, horizonSeconds);
      return sides === null ? null : toPrediction(sides, horizonSeconds);
    },
    look,
    start() {
      stopLooking = every(periodMs, look, (error) => log.error("outlook", error));
      // The first look is not waited for: the floor opens without it.
      look().catch((error: unknown) => log.error("outlook", error));
    },
    stop() {
      stopLooking?.();
    },
  };
}

function statesOf(siteId: string, snapshot: FloorSnapshot, current: Pace) {
  const facts = snapshot.services.map(
    (service): ServiceFacts => ({
      service,
      pace: current.of(siteId, service.serviceId),
      arrivalsPerHour: arrivalsPerHour(current.coming(siteId, service.serviceId, snapshot.atMs).intervals),
    }),
  );
  return { facts, states: queueStates(facts, snapshot) };
}

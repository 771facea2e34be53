/** The floor as it was at an instant of the past. */
import { formatLocalInstant, startOfLocalDayMs } from "../queueing/intervals.ts";
import type { FloorAt } from "./floor.ts";
import type { Observation } from "./observation.ts";

/** A leg that was under way at the instant. */
export interface LegUnderWay {
  readonly siteId: string;
  readonly serviceId: string;
  readonly queuedAtMs: number;
  /** Waiting that earlier legs left unserved, in milliseconds. */
  readonly carriedWaitMs: number;
  /** Being served (true) or waiting (false). */
  readonly inService: boolean;
}

type ServiceAt = FloorAt["services"][number];

/**
 * Queue length, longest wait and people in service, in all and per service, services in ascending
 * order of their keys.
 *
 * Where a feed tells the cases of a service, what another feed observes of its queue is not added
 * to them. An observation counts until the next one of the queue, and no longer than its local day.
 *
 * @param atMs the instant, ms since 1970 UTC
 * @param timeZone IANA name; whose day it is, and how times are written
 * @param observations the last one of each queue at or before the instant
 */
export function floorAt(
  atMs: number,
  timeZone: string,
  legs: readonly LegUnderWay[],
  observations: readonly Observation[],
): FloorAt {
  const services = new Map<string, ServiceAt>();
  const serviceOf = (service: string): ServiceAt => {
    const known = services.get(service);
    if (known !== undefined) return known;
    const fresh: ServiceAt = {
      service,
      queueLength: 0,
      longestWaitSeconds: null,
      inService: 0,
      openCounters: null,
      observedAt: null,
    };
    services.set(service, fresh);
    return fresh;
  };
  for (const leg of legs) addLeg(serviceOf(leg.serviceId), leg, atMs);

  const withCases = new Set(legs.map((leg) => queueKey(leg)));
  const dayStartMs = startOfLocalDayMs(atMs, timeZone);
  const current = observations.filter((seen) => seen.atMs >= dayStartMs && !withCases.has(queueKey(seen)));
  for (const seen of current) addObservation(serviceOf(seen.serviceId), seen, timeZone);

  const rows = [...services.values()].sort((a, b) => (a.service < b.service ? -1 : 1));
  return { at: formatLocalInstant(atMs, timeZone), total: totalOf(rows), services: rows };
}

function queueKey(queue: { readonly siteId: string; readonly serviceId: string }): string {
  return JSON.stringify([queue.siteId, queue.serviceId]);
}

function addLeg(service: ServiceAt, leg: LegUnderWay, atMs: number): void {
  if (leg.inService) {
    service.inService += 1;
    return;
  }
  const waitSeconds = (leg.carriedWaitMs + Math.max(0, atMs - leg.queuedAtMs)) / 1000;
  service.queueLength += 1;
  service.longestWaitSeconds = Math.max(service.longestWaitSeconds ?? 0, waitSeconds);
}

function addObservation(service: ServiceAt, seen: Observation, timeZone: string): void {
  service.queueLength += seen.peopleWaiting;
  if (seen.openCounters !== null) service.openCounters = (service.openCounters ?? 0) + seen.openCounters;
  const isNewer = service.observedAt === null || Date.parse(service.observedAt) < seen.atMs;
  if (isNewer) service.observedAt = formatLocalInstant(seen.atMs, timeZone);
}

function totalOf(services: readonly ServiceAt[]): FloorAt["total"] {
  const waits = services.flatMap(({ longestWaitSeconds }) =>
    longestWaitSeconds === null ? [] : [longestWaitSeconds],
  );
  const sum = (of: (service: ServiceAt) => number) =>
    services.reduce((total, service) => total + of(service), 0);
  return {
    queueLength: sum((service) => service.queueLength),
    longestWaitSeconds: waits.length === 0 ? null : Math.max(...waits),
    inService: sum((service) => service.inService),
  };
}

/** When a figure of the floor needs a person. */
import type { FloorService, Level as ShareOfTarget } from "../../shared/domain/floor.ts";
import type { Level } from "../ui/level.ts";

/** A wait this near to its target deserves a look. */
const nearTarget = 0.7;
/** This far below the wanted share is bad, not just short. */
const farBelow = 0.15;
/** Fewer than this say nothing about a service. */
export const fewestCases = 5;

/** How a running wait stands against the target of its service. */
export function waitLevel(waitSeconds: number, targetSeconds: number): Level {
  if (waitSeconds >= targetSeconds) return "bad";
  return waitSeconds >= targetSeconds * nearTarget ? "warn" : "ok";
}

/** How a service level stands against the wanted share; too few cases are never alarming. */
export function shareLevel(level: ShareOfTarget, wantedShare: number): Level {
  if (level.share === null || level.base < fewestCases || level.share >= wantedShare) return "ok";
  return level.share < wantedShare - farBelow ? "bad" : "warn";
}

/** Abandoned out of those whose waiting came to an end today; null where nobody's did. */
export function abandonedShare(services: readonly FloorService[]): {
  readonly abandoned: number;
  readonly ended: number;
  readonly share: number | null;
} {
  const abandoned = services.reduce((sum, service) => sum + service.abandonedToday, 0);
  const ended = abandoned + services.reduce((sum, service) => sum + service.servedToday, 0);
  return { abandoned, ended, share: ended === 0 ? null : abandoned / ended };
}

/** The service levels of several services as one, with the wanted share weighed by the same cases. */
export function combineLevels(
  services: readonly FloorService[],
  pick: (service: FloorService) => ShareOfTarget,
): { readonly level: ShareOfTarget; readonly wantedShare: number | null } {
  let inTarget = 0;
  let base = 0;
  let wanted = 0;
  for (const service of services) {
    const level = pick(service);
    inTarget += level.inTarget;
    base += level.base;
    wanted += level.base * service.targetShare;
  }
  return {
    level: { inTarget, base, share: base === 0 ? null : inTarget / base },
    wantedShare: base === 0 ? null : wanted / base,
  };
}

/** People stand or hold the line here; a mailbox can wait for days. */
export function isInPerson(service: FloorService): boolean {
  return service.channels.some((channel) => channel === "counter" || channel === "phone");
}

/** The service whose longest wait is the longest, people who stand or hold the line first. */
export function longestWaiting(services: readonly FloorService[]): FloorService | undefined {
  const waiting = services.filter((service) => service.longestWaitSinceMs !== null);
  const inPerson = waiting.filter(isInPerson);
  return (inPerson.length > 0 ? inPerson : waiting).reduce<FloorService | undefined>(
    (longest, service) =>
      longest === undefined || (service.longestWaitSinceMs ?? 0) < (longest.longestWaitSinceMs ?? 0)
        ? service
        : longest,
    undefined,
  );
}

/** The service that needs help most: the longest wait for its target, then the longest queue. */
export function mostLoaded(services: readonly FloorService[], nowMs: number): FloorService | undefined {
  const load = (service: FloorService) =>
    service.longestWaitSinceMs === null
      ? 0
      : (nowMs - service.longestWaitSinceMs) / 1_000 / service.targetSeconds;
  return [...services].sort((a, b) => load(b) - load(a) || b.queueLength - a.queueLength)[0];
}

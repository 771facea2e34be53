/** What one case adds to the day of one service: level, handling, served, abandoned. */
import { type Case, legHandleMs, waitEndedAtMs } from "./case.ts";
import type { IsOpen, LegContribution } from "./figure.ts";
import { decideLevel, type LevelDecision } from "./level.ts";
import { type Service, targetAt } from "./service.ts";

export interface CaseShare {
  readonly decisions: readonly LevelDecision[];
  readonly handleSeconds: readonly number[];
  readonly served: number;
  readonly abandoned: number;
}

const nothing: CaseShare = { decisions: [], handleSeconds: [], served: 0, abandoned: 0 };

/** Whether the case adds nothing. */
export function isEmpty(share: CaseShare): boolean {
  return (
    share.decisions.length === 0 && share.handleSeconds.length === 0 && share.served + share.abandoned === 0
  );
}

/** The sum of two shares. */
export function addShares(a: CaseShare, b: CaseShare): CaseShare {
  return {
    decisions: [...a.decisions, ...b.decisions],
    handleSeconds: [...a.handleSeconds, ...b.handleSeconds],
    served: a.served + b.served,
    abandoned: a.abandoned + b.abandoned,
  };
}

/**
 * What the legs of a case in one service add, from `dayStartMs` on. Who came while the doors were closed
 * is not judged by the level.
 */
export function shareOfCase(
  record: Case,
  serviceId: string,
  service: Service | undefined,
  dayStartMs: number,
  isOpen: IsOpen,
): CaseShare {
  return record.legs
    .filter((leg) => leg.serviceId === serviceId)
    .map((leg): CaseShare => {
      const waitEnd = waitEndedAtMs(leg);
      if (leg.outcome === "moved" || leg.outcome === "no_show" || leg.outcome === "cancelled") return nothing;
      const target = targetAt(service, record.channel, leg.arrivedAtMs);
      const decision =
        waitEnd === null || !isOpen(record.siteId, leg.serviceId, record.channel, leg.arrivedAtMs)
          ? undefined
          : decideLevel(
              {
                waitSinceMs: leg.queuedAtMs - leg.carriedWaitMs,
                endedAtMs: Math.max(waitEnd, leg.queuedAtMs),
                abandoned: leg.outcome === "abandoned",
              },
              target,
              waitEnd,
            );
      const today = leg.arrivedAtMs >= dayStartMs;
      const handleMs = leg.outcome === "open" || !today ? null : legHandleMs(leg);
      return {
        decisions: decision !== undefined && decision.atMs >= dayStartMs ? [decision] : [],
        handleSeconds: handleMs === null ? [] : [handleMs / 1000],
        served: today && (leg.outcome === "served" || leg.outcome === "transferred") ? 1 : 0,
        abandoned: today && leg.outcome === "abandoned" ? 1 : 0,
      };
    })
    .reduce(addShares, nothing);
}

/** The same for a leg that ended before the console started. */
export function shareOfContribution(
  past: LegContribution,
  service: Service | undefined,
  dayStartMs: number,
): CaseShare {
  const decision =
    past.waitMs === null || past.inLevel === 0
      ? undefined
      : decideLevel(
          {
            waitSinceMs: past.arrivedAtMs,
            endedAtMs: past.arrivedAtMs + past.waitMs,
            abandoned: past.abandoned > 0,
          },
          targetAt(service, past.channel, past.arrivedAtMs),
          past.arrivedAtMs + past.waitMs,
        );
  const today = past.arrivedAtMs >= dayStartMs;
  return {
    decisions: decision !== undefined && decision.atMs >= dayStartMs ? [decision] : [],
    handleSeconds: past.handleMs === null || !today ? [] : [past.handleMs / 1000],
    served: today ? past.served : 0,
    abandoned: today ? past.abandoned : 0,
  };
}

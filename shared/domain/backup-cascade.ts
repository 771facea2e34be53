/**
 * A cascade of calls: people are asked in turn, each with the same time to answer, until as many as
 * are wanted have said yes. Its calls in the log are all there is to it: who was asked, what they
 * said and whose turn is next can always be told from them.
 */
import type { BackupCall, CascadeEnd, CascadePlan } from "./backup.ts";

export interface Cascade {
  readonly plan: CascadePlan;
  readonly siteId: string;
  readonly serviceId: string;
  readonly startedAtMs: number;
  /** Until when help is wanted; null: until released. */
  readonly untilMs: number | null;
  /** In the order in which they were made. */
  readonly calls: readonly [BackupCall, ...BackupCall[]];
  readonly end: { readonly atMs: number; readonly because: CascadeEnd } | null;
}

/** What is to be done about a cascade now. */
export type CascadeStep =
  | { readonly kind: "call"; readonly agentId: string }
  /** Somebody still has time to answer. */
  | { readonly kind: "wait" }
  /** As many as were wanted said yes. */
  | { readonly kind: "enough" }
  | { readonly kind: "end"; readonly because: CascadeEnd };

/** The cascades among some calls, the latest first. One whose first call is not among them is left out. */
export function cascadesOf(calls: readonly BackupCall[]): Cascade[] {
  const byId = new Map<string, BackupCall[]>();
  for (const call of calls) {
    if (call.cascade !== null) byId.set(call.cascade.id, [...(byId.get(call.cascade.id) ?? []), call]);
  }
  return [...byId]
    .flatMap(([id, members]): Cascade[] => {
      const first = members.find((call) => call.id === id);
      if (first?.cascade == null) return [];
      const others = members
        .filter((call) => call !== first)
        .sort((a, b) => a.requestedAtMs - b.requestedAtMs);
      const { cascade, siteId, serviceId, requestedAtMs, untilMs, cascadeEnd } = first;
      return [
        {
          plan: cascade,
          siteId,
          serviceId,
          untilMs,
          startedAtMs: requestedAtMs,
          calls: [first, ...others],
          end: cascadeEnd,
        },
      ];
    })
    .sort((a, b) => b.startedAtMs - a.startedAtMs);
}

/** How many said yes, wherever they are by now. */
export function acceptedIn({ calls }: Cascade): number {
  return calls.filter(({ state }) => state === "accepted" || state === "arrived" || state === "released")
    .length;
}

/** Whether somebody may still be called in it. */
export function isCascadeRunning(cascade: Cascade): boolean {
  return cascade.end === null && acceptedIn(cascade) < cascade.plan.wanted;
}

/**
 * What is to be done now. As many people are asked at a time as are still wanted, so never more
 * than that say yes in time; a turn that is over does not come again.
 *
 * @param canBeAsked whether somebody can be asked at this moment; whoever can't loses their turn
 */
export function nextStep(
  cascade: Cascade,
  canBeAsked: (agentId: string) => boolean,
  nowMs: number,
): CascadeStep {
  const { plan, calls, end } = cascade;
  if (end !== null) return { kind: "end", because: end.because };
  const accepted = acceptedIn(cascade);
  if (accepted >= plan.wanted) return { kind: "enough" };
  const asked = calls.filter(({ state }) => state === "requested").length;
  if (accepted + asked >= plan.wanted) return { kind: "wait" };
  const ahead = peopleAhead(cascade);
  const isLate = ahead.length > 0 && nowMs >= lastTurnMs(cascade);
  const agentId = isLate ? undefined : ahead.find(canBeAsked);
  if (agentId !== undefined) return { kind: "call", agentId };
  if (asked > 0) return { kind: "wait" };
  return { kind: "end", because: isLate ? "too_late" : "nobody_left" };
}

/** Whose turn has not come yet, in order. */
export function peopleAhead({ plan, calls }: Cascade): readonly string[] {
  const last = Math.max(...calls.map((call) => plan.order.indexOf(call.agentId)));
  return plan.order.slice(last + 1);
}

/** How somebody fares in a cascade; `passed`: could not be asked when their turn came. */
export type CascadeTurn = BackupCall["state"] | "passed" | "next" | "later" | "not_needed";

/** Everybody in their order, with what became of their turn. */
export function turnsOf(cascade: Cascade): { agentId: string; turn: CascadeTurn; call: BackupCall | null }[] {
  const ahead = peopleAhead(cascade);
  const isRunning = isCascadeRunning(cascade);
  return cascade.plan.order.map((agentId) => {
    const call = cascade.calls.find((one) => one.agentId === agentId) ?? null;
    if (call !== null) return { agentId, call, turn: call.state };
    if (!ahead.includes(agentId)) return { agentId, call, turn: "passed" };
    if (!isRunning) return { agentId, call, turn: "not_needed" };
    return { agentId, call, turn: ahead[0] === agentId ? "next" : "later" };
  });
}

/** The call's id: the same turn is never made into two calls. */
export function callIdOf({ id, order }: CascadePlan, agentId: string): string {
  return `${id}.${order.indexOf(agentId)}`;
}

/**
 * The longest that all turns could have taken. Who was not asked by then is not asked any more: the
 * console was off, and the floor has changed since.
 */
function lastTurnMs({ plan, startedAtMs, untilMs }: Cascade): number {
  const longestMs = startedAtMs + plan.order.length * plan.answerMinutes * 60_000;
  return untilMs === null ? longestMs : Math.min(longestMs, untilMs);
}

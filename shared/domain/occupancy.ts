/**
 * Occupancy: how much of the time on duty agents were handling somebody, summed over the agents of a
 * site. Never a figure of one person: nothing is kept by person, and a quarter hour with fewer than
 * three agents on duty is left out of every answer, whatever its step.
 */
import { z } from "zod";
import { intervalMs, intervalStartMs } from "../queueing/intervals.ts";
import type { AgentState } from "./agent.ts";
import { compareEvents, type VigieEvent } from "./event.ts";
import { figureGroupingSchema } from "./figure.ts";

/** With two on duty, each of them could work out the other. */
export const leastAgentsShown = 3;

/** A state that nobody has spoken of for longer is a sign-out that was forgotten. */
export const longestStateMs = 4 * 60 * 60 * 1000;

export const occupancyQuerySchema = z.object({
  /** Quarter hours that begin from here on … */
  fromMs: z.number(),
  /** … and before here. */
  toMs: z.number(),
  by: figureGroupingSchema.exclude(["service", "channel", "agent"]),
  /** Null: all sites together. */
  siteId: z.string().nullable(),
});
export type OccupancyQuery = z.infer<typeof occupancyQuerySchema>;

export interface OccupancyRow {
  /** As in the rows of figures: a local date, an interval's local start … */
  readonly key: string;
  /** Start of the row's time; null for `total`. */
  readonly fromMs: number | null;
  /** 0–1; null where no quarter hour of the row may be shown. */
  readonly occupancy: number | null;
  /** Numerator, and what it has beside it in the denominator. */
  readonly handlingSeconds: number;
  readonly availableSeconds: number;
}

/** What the figure means, for answers and exports. */
export const occupancyDefinition =
  "handling (serving and wrap-up) ÷ (handling + available), summed over the agents of a site; quarter hours with fewer than three agents on duty are left out; a state lasts four hours at most";

/** Handling ÷ (handling + available), or null where nobody was on duty. */
export function occupancy(time: {
  readonly handlingSeconds: number;
  readonly availableSeconds: number;
}): number | null {
  const onDuty = time.handlingSeconds + time.availableSeconds;
  return onDuty === 0 ? null : time.handlingSeconds / onDuty;
}

type StateEvent = Extract<
  VigieEvent,
  { readonly type: "agent.signed_in" | "agent.state_changed" | "agent.signed_out" }
>;

/** Whether an event says what state an agent is in. */
export function isStateEvent(event: VigieEvent): event is StateEvent {
  return (
    event.type === "agent.signed_in" ||
    event.type === "agent.state_changed" ||
    event.type === "agent.signed_out"
  );
}

/** Time on duty within one interval, in milliseconds. */
export interface AgentTime {
  readonly siteId: string;
  readonly intervalStartMs: number;
  handlingMs: number;
  availableMs: number;
}

/**
 * Time on duty of one agent by site and interval.
 *
 * @param events of the agent in any order; others than those about states are skipped
 * @param untilMs until when the last state is known to have lasted; null: not at all
 * @returns by `site\ninterval`; intervals without time on duty are left out
 */
export function agentTimes(events: readonly VigieEvent[], untilMs: number | null): Map<string, AgentTime> {
  const times = new Map<string, AgentTime>();
  let siteId: string | undefined;
  const told = events.filter(isStateEvent).sort(compareEvents);
  for (const [index, event] of told.entries()) {
    if (event.type === "agent.signed_in") siteId = event.data.site;
    const state = stateOf(event);
    const isHandling = state === "serving" || state === "wrap_up";
    if (siteId === undefined || (!isHandling && state !== "available")) continue;
    const endMs = Math.min(told[index + 1]?.atMs ?? untilMs ?? event.atMs, event.atMs + longestStateMs);
    addTime(times, siteId, event.atMs, endMs, isHandling);
  }
  return times;
}

function addTime(
  times: Map<string, AgentTime>,
  siteId: string,
  fromMs: number,
  toMs: number,
  isHandling: boolean,
): void {
  for (let startMs = intervalStartMs(fromMs); startMs < toMs; startMs += intervalMs) {
    const key = `${siteId}\n${startMs}`;
    const time = times.get(key) ?? { siteId, intervalStartMs: startMs, handlingMs: 0, availableMs: 0 };
    times.set(key, time);
    const partMs = Math.min(toMs, startMs + intervalMs) - Math.max(fromMs, startMs);
    if (isHandling) time.handlingMs += partMs;
    else time.availableMs += partMs;
  }
}

function stateOf(event: StateEvent): AgentState {
  if (event.type === "agent.state_changed") return event.data.state;
  return event.type === "agent.signed_in" ? "available" : "offline";
}

import { describe, expect, it } from "vitest";
import { agentTimes, occupancy } from "../../../shared/domain/occupancy.ts";
import { event, minuteMs, morningMs } from "../../store/events.ts";

const at = (minutes: number) => morningMs + minutes * minuteMs;
const signedIn = event("agent.signed_in", "alice", at(0), { site: "hall" });
const serving = event("agent.state_changed", "alice", at(10), { state: "serving" });

describe("time on duty", () => {
  it("is cut at quarter hours, and pauses are not on duty", () => {
    const paused = event("agent.state_changed", "alice", at(20), { state: "paused" });
    expect([...agentTimes([paused, serving, signedIn], null).values()]).toEqual([
      { siteId: "hall", intervalStartMs: at(0), handlingMs: 5 * minuteMs, availableMs: 10 * minuteMs },
      { siteId: "hall", intervalStartMs: at(15), handlingMs: 5 * minuteMs, availableMs: 0 },
    ]);
  });

  it("of the last state lasts as long as it is known to, four hours at most", () => {
    const sum = (untilMs: number | null) =>
      [...agentTimes([signedIn, serving], untilMs).values()].reduce((ms, one) => ms + one.handlingMs, 0);
    expect(sum(null)).toBe(0);
    expect(sum(at(40))).toBe(30 * minuteMs);
    expect(sum(at(2_000))).toBe(240 * minuteMs);
  });

  it("is nowhere while no sign-in has named a site", () => {
    expect(agentTimes([serving], at(40)).size).toBe(0);
  });
});

describe("occupancy", () => {
  it("is handling ÷ (handling + available), and nothing where nobody was on duty", () => {
    expect(occupancy({ handlingSeconds: 600, availableSeconds: 200 })).toBe(0.75);
    expect(occupancy({ handlingSeconds: 0, availableSeconds: 0 })).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AgentFold,
  completeFold,
  foldAgent,
  type KeptAgentFold,
  overdueBreakSeconds,
  servedServiceIds,
} from "../../../shared/domain/agent.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { event, minuteMs, morningMs } from "../../store/events.ts";
import { storyOf } from "../../store/stories.ts";

const fold = (events: readonly VigieEvent[]) =>
  events.reduce<AgentFold | undefined>((before, told) => foldAgent(before, told), undefined);

const anyAssignment = fc
  .tuple(fc.integer({ min: -10, max: 300 }), fc.option(fc.constant<string[]>(["civil"])))
  .map(([minutes, services]) =>
    event("agent.assigned", "alice", morningMs + minutes * minuteMs, { services, by: "Claire" }),
  );

describe("an agent", () => {
  it("is the same in whatever order events came, also twice", () => {
    const story = storyOf({ maxEvents: 60 })
      .map((events) => events.filter((told) => told.subject === "alice" && told.type.startsWith("agent.")))
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(story, ([events, shuffled]) => {
        expect(fold(shuffled)).toEqual(fold(events));
      }),
      { numRuns: 500 },
    );
  });

  it("keeps who they are when their state changes, and the state's own time", () => {
    const skills = [{ service: "passports", level: 2 }];
    const signedIn = event("agent.signed_in", "alice", morningMs, { site: "hall", name: "Alice", skills });
    const paused = event("agent.state_changed", "alice", morningMs + minuteMs, {
      state: "paused",
      reason: "lunch",
      plannedEndAt: "2026-03-02T13:00:00+01:00",
    });
    expect(fold([signedIn, paused])?.agent).toEqual({
      id: "alice",
      name: "Alice",
      siteId: "hall",
      counter: null,
      skills: [{ serviceId: "passports", level: 2 }],
      state: "paused",
      stateReason: "lunch",
      stateSinceMs: morningMs + minuteMs,
      plannedEndMs: Date.UTC(2026, 2, 2, 12),
      assignedServiceIds: null,
    });
    const signedOut = event("agent.signed_out", "alice", morningMs + 2 * minuteMs, {});
    expect(fold([signedIn, paused, signedOut])?.agent).toMatchObject({
      state: "offline",
      stateReason: null,
      plannedEndMs: null,
      name: "Alice",
    });
  });

  it("is shown by their key where only their state is known", () => {
    const told = event("agent.state_changed", "bob", morningMs, { state: "available" });
    expect(fold([told])?.agent).toMatchObject({ name: "bob", siteId: "", skills: [], state: "available" });
  });

  it("serves what they were assigned to, until they are given everything or sign in again", () => {
    const skills = ["passports", "civil"].map((service) => ({ service, level: 2 }));
    const signIn = (atMs: number) => event("agent.signed_in", "alice", atMs, { site: "hall", skills });
    const assign = (minutes: number, services: string[] | null) =>
      event("agent.assigned", "alice", morningMs + minutes * minuteMs, { services, by: "Claire" });
    const served = (...events: VigieEvent[]) =>
      servedServiceIds(fold(events)?.agent ?? { skills: [], assignedServiceIds: null });
    expect(served(signIn(morningMs))).toEqual(["passports", "civil"]);
    expect(served(signIn(morningMs), assign(1, ["civil"]))).toEqual(["civil"]);
    expect(served(signIn(morningMs), assign(1, ["civil"]), assign(2, null))).toEqual(["passports", "civil"]);
    expect(served(assign(1, ["civil"]), signIn(morningMs + 2 * minuteMs))).toEqual(["passports", "civil"]);
  });

  it("keeps assignment and state apart: a break does not end the assignment", () => {
    const events = [
      event("agent.signed_in", "alice", morningMs, { site: "hall" }),
      event("agent.assigned", "alice", morningMs + minuteMs, { services: ["civil"], by: "Claire" }),
      event("agent.state_changed", "alice", morningMs + 2 * minuteMs, { state: "paused" }),
    ];
    expect(fold(events)?.agent).toMatchObject({ state: "paused", assignedServiceIds: ["civil"] });
  });

  it("kept before there were assignments is what the same events give today", () => {
    const story = storyOf({ maxEvents: 60 }).map((events) =>
      events.filter((told) => told.subject === "alice" && told.type !== "agent.assigned"),
    );
    fc.assert(
      fc.property(story, anyAssignment, (events, later) => {
        const today = fold(events);
        fc.pre(today !== undefined);
        const { assignmentKey: _key, ...kept } = today;
        const { assignedServiceIds: _services, ...agent } = kept.agent;
        const old: KeptAgentFold = { ...kept, agent };
        expect(JSON.stringify(completeFold(old))).toBe(JSON.stringify(today));
        expect(foldAgent(completeFold(old), later)).toEqual(foldAgent(today, later));
      }),
      { numRuns: 200 },
    );
  });

  it("is late from a break from its planned end on, and only then", () => {
    const paused = { state: "paused", plannedEndMs: morningMs } as const;
    expect(overdueBreakSeconds(paused, morningMs - minuteMs)).toBe(0);
    expect(overdueBreakSeconds(paused, morningMs + 6 * minuteMs)).toBe(360);
    expect(overdueBreakSeconds({ ...paused, plannedEndMs: null }, morningMs)).toBeNull();
    expect(overdueBreakSeconds({ ...paused, state: "training" }, morningMs + minuteMs)).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgentFold, foldAgent } from "../../../shared/domain/agent.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { event, minuteMs, morningMs } from "../../store/events.ts";
import { storyOf } from "../../store/stories.ts";

const fold = (events: readonly VigieEvent[]) =>
  events.reduce<AgentFold | undefined>((before, told) => foldAgent(before, told), undefined);

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
});

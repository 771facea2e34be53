/** Who could help a service, and in which order they are named. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentStates, servedServiceIds } from "../../../shared/domain/agent.ts";
import type { FloorAgent } from "../../../shared/domain/floor.ts";
import { type HelperView, helpersOf } from "../../../shared/domain/helper.ts";
import { agent as floorAgent, service } from "./alert-floor.ts";

const nowMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;
const both = ["passports", "civil"].map((serviceId) => ({ serviceId, level: 2 }));

function agent(id: string, change: Partial<FloorAgent> = {}): FloorAgent {
  return floorAgent({ id, name: id, skills: both, state: "available", stateSinceMs: nowMs, ...change });
}

function view(agents: readonly FloorAgent[], civilQueue = 0, roster: HelperView["roster"] = []): HelperView {
  const services = [
    service({ serviceId: "passports", queueLength: 9 }),
    service({ serviceId: "civil", queueLength: civilQueue, usualHandleSeconds: 300 }),
  ];
  return { agents, services, roster };
}

const named = (seen: HelperView) =>
  helpersOf(seen, "main", "passports", nowMs).map(({ agentId, because, way }) => [agentId, because, way]);

describe("who could help", () => {
  it("is free on services where nobody waits, but not who is needed there or serves it already", () => {
    const idle = agent("idle", { assignedServiceIds: ["civil"] });
    const serving = agent("serving", { assignedServiceIds: ["civil"], state: "serving", caseId: "C1" });
    const here = agent("here");
    expect(named(view([here, serving, idle]))).toEqual([
      ["idle", "free", "assign"],
      ["serving", "finishing", "assign"],
    ]);
    expect(named(view([here, serving, idle], 3))).toEqual([]);
  });

  it("stands in the order of how soon they could be there", () => {
    const agents = [
      agent("break", { state: "paused", plannedEndMs: nowMs + 4 * minuteMs }),
      agent("course", { state: "training", plannedEndMs: nowMs + 90 * minuteMs }),
      agent("long break", { state: "paused" }),
      agent("desk far", { state: "back_office" }),
      agent("desk near", { state: "back_office" }),
      agent("idle", { assignedServiceIds: ["civil"] }),
    ];
    const far = {
      agentId: "desk far",
      name: "",
      siteId: "main",
      skills: both,
      travelMinutes: 12,
      hours: null,
      email: null,
      phone: null,
    };
    expect(named(view(agents, 0, [far]))).toEqual([
      ["idle", "free", "assign"],
      ["desk near", "back_office", "assign"],
      ["break", "paused", null],
      ["desk far", "back_office", "call"],
      ["course", "training", "assign"],
      ["long break", "paused", null],
    ]);
  });

  it("is not asked twice", () => {
    const called = agent("called", { state: "back_office", backupCallId: "b1" });
    expect(helpersOf(view([called]), "main", "passports", nowMs)).toMatchObject([
      { isCalled: true, way: null },
    ]);
  });

  it("comes back from a break to another service only where somebody gives them this one", () => {
    const elsewhere = agent("elsewhere", { state: "paused", assignedServiceIds: ["civil"] });
    expect(named(view([elsewhere]))).toEqual([["elsewhere", "paused", "assign"]]);
  });

  it("is trained, of the site, present, and not on the service; and never sorted by level", () => {
    const anyAgent = fc.record({
      id: fc.constantFrom("a", "b", "c", "d", "e"),
      siteId: fc.constantFrom("main", "annex"),
      state: fc.constantFrom(...agentStates),
      level: fc.option(fc.integer({ min: 1, max: 3 })),
      assignedServiceIds: fc.option(fc.constantFrom("civil", "passports").map((id) => [id])),
      plannedEndMs: fc.option(fc.integer({ min: nowMs - 600_000, max: nowMs + 600_000 })),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyAgent, { selector: (one) => one.id }), (drawn) => {
        const agents = (levelOf: (level: number) => number) =>
          drawn.map(({ level, ...rest }) =>
            agent(rest.id, {
              ...rest,
              skills: level === null ? [] : [{ serviceId: "passports", level: levelOf(level) }],
            }),
          );
        const helpers = helpersOf(view(agents((level) => level)), "main", "passports", nowMs);
        for (const helper of helpers) {
          const one = agents((level) => level).find(({ id }) => id === helper.agentId);
          expect(one?.siteId).toBe("main");
          expect(one?.state).not.toBe("offline");
          expect(one?.skills).not.toEqual([]);
          const isServing = helper.because === "free" || helper.because === "finishing";
          if (isServing && one !== undefined) expect(servedServiceIds(one)).not.toContain("passports");
        }
        const known = helpers.map((helper) => helper.readyAtMs ?? Number.POSITIVE_INFINITY);
        expect(known).toEqual(known.toSorted((a, b) => a - b));
        const turned = helpersOf(view(agents((level) => 4 - level)), "main", "passports", nowMs);
        expect(turned.map((helper) => helper.agentId)).toEqual(helpers.map((helper) => helper.agentId));
      }),
    );
  });
});

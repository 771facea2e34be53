import { beforeEach, describe, expect, it } from "vitest";
import { type CaseService, createCases } from "../../electron/services/case.ts";
import type { Store } from "../../electron/store/store.ts";
import { currentLeg } from "../../shared/domain/case.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { arrived, event } from "../shared/domain/events.ts";
import { steadyClock } from "./steady-clock.ts";

const startMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;

describe("reassigning cases", () => {
  let store: Store;
  let cases: CaseService;
  let clock: ReturnType<typeof steadyClock>;

  beforeEach(async () => {
    store = await temporaryStore();
    clock = steadyClock(startMs + 10 * minuteMs);
    cases = createCases(store, clock, () => "Claire");
    await store.append(
      [
        arrived("A1", startMs, "passports"),
        arrived("A2", startMs + minuteMs, "passports"),
        arrived("C1", startMs, "civil"),
        event("agent.signed_in", "amina", startMs, {
          site: "main",
          name: "Amina B.",
          skills: [{ service: "civil", level: 2 }],
        }),
        event("agent.signed_in", "hugo", startMs, {
          site: "main",
          name: "Hugo S.",
          skills: [{ service: "passports", level: 1 }],
        }),
        event("agent.state_changed", "amina", startMs + minuteMs, { state: "paused", reason: "lunch" }),
      ],
      "test",
    );
  });

  async function seen(...ids: string[]) {
    return Promise.all(ids.map(async (id) => ({ id, version: (await cases.get(id)).version })));
  }

  it("moves several cases at once and keeps the wait of each", async () => {
    const result = await cases.reassign({
      cases: await seen("A1", "A2"),
      toServiceId: "civil",
      toAgentId: null,
      reason: "queue too long",
    });
    expect(result.reassigned).toEqual(["A1", "A2"]);
    const moved = await cases.get("A1");
    expect(currentLeg(moved)).toMatchObject({ serviceId: "civil", carriedWaitMs: 10 * minuteMs + 0 });
    expect(moved.handOffs).toBe(1);
  });

  it("refuses a case that was called meanwhile, names it, and still moves the others", async () => {
    const chosen = await seen("A1", "A2");
    await store.append([event("case.called", "A1", startMs + 9 * minuteMs, { agent: "hugo" })], "test");
    const result = await cases.reassign({
      cases: chosen,
      toServiceId: "civil",
      toAgentId: null,
      reason: "queue too long",
    });
    expect(result.reassigned).toEqual(["A2"]);
    expect(result.refused).toMatchObject([
      { caseId: "A1", code: "case_not_waiting", ticket: "A1", agentId: "hugo" },
    ]);
    expect(currentLeg(await cases.get("A1")).serviceId).toBe("passports");
  });

  it("puts everything back on undo, and keeps the wait", async () => {
    const { actionId } = await cases.reassign({
      cases: await seen("A1"),
      toServiceId: "civil",
      toAgentId: null,
      reason: "queue too long",
    });
    clock.advance(5_000);
    expect((await cases.undo(actionId)).reassigned).toEqual(["A1"]);
    const leg = currentLeg(await cases.get("A1"));
    expect(leg.serviceId).toBe("passports");
    expect(leg.queuedAtMs - leg.carriedWaitMs).toBe(startMs);
  });

  it("leaves a case where it is when it was called after the reassignment", async () => {
    const { actionId } = await cases.reassign({
      cases: await seen("A1"),
      toServiceId: "civil",
      toAgentId: null,
      reason: "queue too long",
    });
    await store.append([event("case.called", "A1", startMs + 11 * minuteMs, { agent: "amina" })], "test");
    const undone = await cases.undo(actionId);
    expect(undone.refused).toMatchObject([{ caseId: "A1", code: "undo_expired" }]);
    expect(currentLeg(await cases.get("A1")).serviceId).toBe("civil");
  });

  it("gives the case back to the agent who had it", async () => {
    await cases.reassign({ cases: await seen("A1"), toServiceId: null, toAgentId: "hugo", reason: "r" });
    await store.append(
      [
        event("agent.signed_in", "ines", startMs, {
          site: "main",
          skills: [{ service: "passports", level: 1 }],
        }),
      ],
      "test",
    );
    clock.advance(1_000);
    const second = await cases.reassign({
      cases: await seen("A1"),
      toServiceId: null,
      toAgentId: "ines",
      reason: "r",
    });
    await cases.undo(second.actionId);
    expect(currentLeg(await cases.get("A1")).agentId).toBe("hugo");
  });

  it("refuses a person without the skill, and one who is not there; nothing is changed", async () => {
    const request = { cases: await seen("A1"), toServiceId: null, reason: "r" };
    await expect(cases.reassign({ ...request, toAgentId: "amina" })).rejects.toMatchObject({
      code: "agent_not_qualified",
    });
    await expect(cases.reassign({ ...request, toAgentId: "nobody" })).rejects.toMatchObject({
      code: "agent_not_present",
    });
    expect((await cases.get("A1")).version).toBe(1);
  });

  it("offers those who can serve now first, the others with the reason", async () => {
    const assignees = await cases.assignees("main", "passports");
    expect(assignees.map(({ name, unsuitableBecause }) => [name, unsuitableBecause])).toEqual([
      ["Hugo S.", null],
      ["Amina B.", "not_qualified"],
    ]);
    expect((await cases.assignees("main", "civil"))[0]).toMatchObject({
      name: "Amina B.",
      unsuitableBecause: "not_present",
    });
  });
});

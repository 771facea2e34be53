import { beforeEach, describe, expect, it } from "vitest";
import { type CaseService, createCases } from "../../electron/services/case.ts";
import type { Store } from "../../electron/store/store.ts";
import { citizenWaitMs, currentLeg } from "../../shared/domain/case.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { arrived, event } from "../shared/domain/events.ts";
import { steadyClock } from "./steady-clock.ts";

const startMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;

describe("what people do to cases", () => {
  let store: Store;
  let cases: CaseService;
  let clock: ReturnType<typeof steadyClock>;

  beforeEach(async () => {
    store = await temporaryStore();
    clock = steadyClock(startMs + 10 * minuteMs);
    cases = createCases(
      store,
      clock,
      () => "Claire",
      async () => null,
    );
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

  it("keeps each action in the history, with its reason, and the one that takes it back", async () => {
    const chosen = await seen("A1", "A2");
    const { actionId } = await cases.reassign({
      cases: chosen,
      toServiceId: "civil",
      toAgentId: null,
      reason: "queue too long",
    });
    await cases.undo(actionId);
    const [undo, reassign] = await store.actions(0, clock.nowMs() + minuteMs, "main");
    expect(reassign).toMatchObject({
      id: actionId,
      kind: "reassign",
      by: "Claire",
      serviceIds: ["passports", "civil"],
      caseCount: 2,
      reason: "queue too long",
      undoes: null,
    });
    expect(undo).toMatchObject({ kind: "undo", undoes: actionId, caseCount: 2 });
  });

  it("leaves no trace in the history of an action that changed nothing", async () => {
    const chosen = [{ id: "nobody", version: 1 }];
    await cases.hold({ cases: chosen, reason: null });
    expect(await store.actions(0, clock.nowMs() + minuteMs, null)).toEqual([]);
  });

  it("moves several cases at once and keeps the wait of each", async () => {
    const result = await cases.reassign({
      cases: await seen("A1", "A2"),
      toServiceId: "civil",
      toAgentId: null,
      reason: "queue too long",
    });
    expect(result.changed).toEqual(["A1", "A2"]);
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
    expect(result.changed).toEqual(["A2"]);
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
    expect((await cases.undo(actionId)).changed).toEqual(["A1"]);
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

  it("gives priority, suspends and resumes, each taken back on its own", async () => {
    const urgent = await cases.prioritise({ cases: await seen("A1", "A2"), priority: 2, reason: "unwell" });
    expect(urgent.changed).toEqual(["A1", "A2"]);
    expect((await cases.get("A2")).priority).toBe(2);
    await cases.undo(urgent.actionId);
    expect((await cases.get("A1")).priority).toBe(0);
    const held = await cases.hold({ cases: await seen("A1"), reason: null });
    expect((await cases.get("A1")).state).toBe("on_hold");
    clock.advance(5 * minuteMs);
    const resumed = await cases.resume({ cases: await seen("A1", "A2") });
    expect(resumed).toMatchObject({
      changed: ["A1"],
      refused: [{ caseId: "A2", code: "case_not_suspended" }],
    });
    await cases.undo(resumed.actionId);
    expect(await cases.get("A1")).toMatchObject({ state: "on_hold", lastActionId: held.actionId });
    await cases.undo(held.actionId);
    expect(await cases.get("A1")).toMatchObject({ state: "waiting", lastActionId: null });
    expect(citizenWaitMs(await cases.get("A1"), clock.nowMs())).toBe(clock.nowMs() - startMs);
  });

  it("puts back who was called in vain, where the wait goes on, and takes that back", async () => {
    await store.append([event("case.called", "A1", startMs + 9 * minuteMs, { agent: "hugo" })], "test");
    const back = await cases.requeue({ cases: await seen("A1", "A2"), reason: null });
    expect(back).toMatchObject({
      changed: ["A1"],
      refused: [{ caseId: "A2", code: "case_not_returnable" }],
    });
    const waiting = await cases.get("A1");
    expect(waiting).toMatchObject({ state: "waiting", handOffs: 0 });
    expect(citizenWaitMs(waiting, startMs + 12 * minuteMs)).toBe(12 * minuteMs);
    await cases.undo(back.actionId);
    const called = await cases.get("A1");
    expect(called).toMatchObject({
      state: "called",
      legs: [{ agentId: "hugo", calledAtMs: startMs + 9 * minuteMs }],
    });
  });

  it("changes nothing of a case that was called meanwhile, and all of the others", async () => {
    const chosen = await seen("A1", "A2", "C1");
    await store.append([event("case.called", "A1", startMs + 9 * minuteMs, { agent: "hugo" })], "test");
    const before = await cases.get("A1");
    for (const result of [
      await cases.prioritise({ cases: chosen, priority: 1, reason: null }),
      await cases.hold({ cases: [...chosen.slice(0, 1), ...(await seen("A2", "C1"))], reason: null }),
    ]) {
      expect(result.changed).toEqual(["A2", "C1"]);
      expect(result.refused).toMatchObject([{ caseId: "A1", code: "case_not_waiting", agentId: "hugo" }]);
    }
    expect(await cases.get("A1")).toEqual(before);
  });

  it("knows no action that there never was", async () => {
    await expect(cases.undo("nothing")).rejects.toMatchObject({ code: "not_found" });
  });

  it("says until when who is trained takes a break, and who of the trained is not there", async () => {
    await store.append(
      [
        event("agent.state_changed", "hugo", startMs + 2 * minuteMs, {
          state: "paused",
          plannedEndAt: "2026-11-24T09:20:00Z",
        }),
        event("agent.signed_in", "jean", startMs, {
          site: "main",
          skills: [{ service: "passports", level: 3 }],
        }),
        event("agent.signed_out", "jean", startMs + minuteMs, {}),
        event("agent.signed_in", "lea", startMs, { site: "main", skills: [{ service: "civil", level: 3 }] }),
        event("agent.signed_out", "lea", startMs + minuteMs, {}),
      ],
      "test",
    );
    const assignees = await cases.assignees("main", "passports");
    expect(assignees.map(({ agentId, unsuitableBecause }) => [agentId, unsuitableBecause])).toEqual([
      ["hugo", "not_present"],
      ["jean", "not_present"],
      ["amina", "not_qualified"],
    ]);
    expect(assignees[0]?.plannedEndMs).toBe(startMs + 20 * minuteMs);
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

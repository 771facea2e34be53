import { beforeEach, describe, expect, it } from "vitest";
import { type AgentService, createAgents } from "../../electron/services/agent.ts";
import { createFloor } from "../../electron/services/floor.ts";
import { createLog } from "../../electron/services/log.ts";
import type { Store } from "../../electron/store/store.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { arrived, event } from "../shared/domain/events.ts";
import { steadyClock } from "./steady-clock.ts";

const startMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;

const log = createLog((line) => {
  throw new Error(line);
});

describe("agents", () => {
  let store: Store;
  let agents: AgentService;
  let clock: ReturnType<typeof steadyClock>;
  let stop: () => void;

  beforeEach(async () => {
    store = await temporaryStore();
    clock = steadyClock(startMs + 10 * minuteMs);
    const skills = [
      { service: "passports", level: 2 },
      { service: "civil", level: 1 },
    ];
    await store.append(
      [
        arrived("A1", startMs, "passports"),
        event("agent.signed_in", "amina", startMs, { site: "main", name: "Amina B.", skills }),
        event("agent.signed_in", "hugo", startMs, {
          site: "main",
          name: "Hugo S.",
          skills: [{ service: "civil", level: 2 }],
        }),
        event("agent.signed_in", "gone", startMs, { site: "main", skills }),
        event("agent.signed_out", "gone", startMs + minuteMs, {}),
      ],
      "test",
    );
    const floor = createFloor(store, clock, log);
    await floor.start();
    stop = () => floor.stop();
    agents = createAgents(
      store,
      floor,
      clock,
      () => "Claire",
      async () => null,
    );
    return stop;
  });

  const agent = async (id: string) => (await store.agents()).find((fold) => fold.agent.id === id)?.agent;
  const move = (agentId: string, serviceIds: string[] | null) =>
    agents.move({ agentId, serviceIds, reason: "queue too long" });

  it("move to a service, and back to where they were", async () => {
    await move("amina", ["civil"]);
    const { actionId } = await move("amina", ["passports"]);
    expect((await agent("amina"))?.assignedServiceIds).toEqual(["passports"]);
    const told = (await store.eventsOf("amina")).at(-1);
    expect(told).toMatchObject({
      type: "agent.assigned",
      source: "urn:vigie:console",
      data: { services: ["passports"], by: "Claire", reason: "queue too long", action: actionId },
    });
    clock.advance(5_000);
    await agents.undoMove("amina", actionId);
    expect((await agent("amina"))?.assignedServiceIds).toEqual(["civil"]);
    await move("amina", null);
    expect((await agent("amina"))?.assignedServiceIds).toBeNull();
  });

  it("stay where they are when the move is taken back too late, twice, or after another one", async () => {
    const first = await move("amina", ["civil"]);
    await move("amina", ["passports"]);
    await expect(agents.undoMove("amina", first.actionId)).rejects.toMatchObject({ code: "undo_expired" });
    const second = await move("amina", ["civil"]);
    clock.advance(11 * minuteMs);
    await expect(agents.undoMove("amina", second.actionId)).rejects.toMatchObject({ code: "undo_expired" });
    const third = await move("amina", ["passports"]);
    await agents.undoMove("amina", third.actionId);
    await expect(agents.undoMove("amina", third.actionId)).rejects.toMatchObject({ code: "undo_expired" });
    await expect(agents.undoMove("amina", "no such")).rejects.toMatchObject({ code: "not_found" });
    expect((await agent("amina"))?.assignedServiceIds).toEqual(["civil"]);
  });

  it("are not moved where they are unknown, away or untrained, nor to a service that is not", async () => {
    await expect(move("nobody", ["civil"])).rejects.toMatchObject({ code: "not_found" });
    await expect(move("gone", ["civil"])).rejects.toMatchObject({ code: "agent_not_present" });
    await expect(move("hugo", ["civil", "passports"])).rejects.toMatchObject({
      code: "agent_not_qualified",
      data: { serviceId: "passports" },
    });
    await expect(move("amina", ["no such"])).rejects.toMatchObject({ code: "not_found" });
    expect((await store.eventsOf("hugo")).map((told) => told.type)).toEqual(["agent.signed_in"]);
  });

  it("are moved even where the feed's clock is ahead of the console's", async () => {
    await store.append(
      [
        event("agent.signed_in", "hugo", startMs + 15 * minuteMs, {
          site: "main",
          skills: [{ service: "civil", level: 2 }],
        }),
      ],
      "test",
    );
    await move("hugo", ["civil"]);
    expect((await agent("hugo"))?.assignedServiceIds).toEqual(["civil"]);
  });

  it("go on a break with its planned end, and come back", async () => {
    const plannedEndAtMs = clock.nowMs() + 15 * minuteMs;
    await agents.setState({ agentId: "amina", state: "paused", reason: "Déjeuner", plannedEndAtMs });
    expect(await agent("amina")).toMatchObject({
      state: "paused",
      stateReason: "Déjeuner",
      plannedEndMs: plannedEndAtMs,
    });
    clock.advance(minuteMs);
    await agents.setState({ agentId: "amina", state: "available", reason: null, plannedEndAtMs: null });
    expect(await agent("amina")).toMatchObject({ state: "available", stateReason: null, plannedEndMs: null });
  });

  it("keep their state while a case is at hand, even where the feed tells no states", async () => {
    const pause = { state: "paused", reason: null, plannedEndAtMs: null } as const;
    await store.append([event("case.called", "A1", startMs + 9 * minuteMs, { agent: "amina" })], "test");
    await expect(agents.setState({ agentId: "amina", ...pause })).rejects.toMatchObject({
      code: "agent_in_service",
    });
    await store.append(
      [event("agent.state_changed", "hugo", startMs + 9 * minuteMs, { state: "wrap_up" })],
      "test",
    );
    await expect(agents.setState({ agentId: "hugo", ...pause })).rejects.toMatchObject({
      code: "agent_in_service",
    });
    await expect(agents.setState({ agentId: "gone", ...pause })).rejects.toMatchObject({
      code: "agent_not_present",
    });
    expect((await agent("amina"))?.state).toBe("available");
  });

  it("can't be due back in the past", async () => {
    const past = { agentId: "amina", state: "paused", reason: null, plannedEndAtMs: startMs } as const;
    await expect(agents.setState(past)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("who could help are named with what leaves them free for it", async () => {
    await move("amina", ["civil"]);
    expect(await agents.helpers("main", "passports")).toMatchObject([
      { agentId: "amina", name: "Amina B.", because: "free", way: "assign" },
    ]);
    await store.append([arrived("C1", startMs, "civil")], "test");
    expect(await agents.helpers("main", "passports")).toEqual([]);
    expect(await agents.helpers("annex", "passports")).toEqual([]);
  });
});

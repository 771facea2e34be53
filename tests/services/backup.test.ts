import { beforeEach, describe, expect, it } from "vitest";
import { type BackupService, createBackup } from "../../electron/services/backup.ts";
import { createLog } from "../../electron/services/log.ts";
import type { Store } from "../../electron/store/store.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { steadyClock } from "./steady-clock.ts";

const startMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;

describe("calling backup", () => {
  let store: Store;
  let backup: BackupService;
  let clock: ReturnType<typeof steadyClock>;

  beforeEach(async () => {
    store = await temporaryStore();
    clock = steadyClock(startMs);
    const log = createLog((line) => {
      throw new Error(line);
    });
    backup = createBackup(
      store,
      clock,
      () => "Claire",
      () => 5,
      async () => null,
      log,
    );
    const skill = (level: number) => [{ serviceId: "passports", level }];
    await store.putDirectory({
      sites: [{ id: "main", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
      services: [{ id: "passports", name: "Passeports", channels: ["counter"], targets: [] }],
      roster: [
        { agentId: "ines", name: "Inès V.", siteId: "main", skills: skill(2), travelMinutes: 12 },
        { agentId: "jean", name: "Jean P.", siteId: "main", skills: skill(2), travelMinutes: 3 },
        { agentId: "karim", name: "Karim O.", siteId: "main", skills: skill(3), travelMinutes: null },
        { agentId: "lea", name: "Léa T.", siteId: "main", skills: [], travelMinutes: 1 },
      ],
    });
  });

  const ask = (...agentIds: string[]) =>
    backup.request({
      siteId: "main",
      serviceId: "passports",
      agentIds,
      untilMs: null,
      message: null,
      channels: [],
      inTurn: null,
    });

  async function askOne(agentId: string) {
    const [call] = await ask(agentId);
    if (call === undefined) throw new Error("no call");
    return call;
  }

  it("offers the skilled first, then those called less often, then the nearest", async () => {
    const names = async () => (await backup.roster("main", "passports")).map(({ name }) => name);
    expect(await names()).toEqual(["Karim O.", "Jean P.", "Inès V."]);
    const call = await askOne("jean");
    await backup.decline(call.id, "meeting");
    expect(await names()).toEqual(["Karim O.", "Inès V.", "Jean P."]);
  });

  it("says why somebody can't be asked: their hours are over", async () => {
    const person = { agentId: "lea", name: "Léa T.", siteId: "main", travelMinutes: 1 };
    const skills = [{ serviceId: "passports", level: 3 }];
    // It is Tuesday, ten o'clock in Paris.
    await store.putDirectory({
      sites: [],
      services: [],
      roster: [{ ...person, skills, hours: [{ weekday: 2, fromMinute: 13 * 60, toMinute: 17 * 60 }] }],
    });
    const lea = async () =>
      (await backup.roster("main", "passports")).find(({ agentId }) => agentId === "lea");
    expect(await lea()).toMatchObject({ unavailableBecause: "outside_hours" });
    expect((await backup.roster("main", "passports")).at(-1)?.agentId).toBe("lea");
    clock.advance(4 * 60 * minuteMs);
    expect(await lea()).toMatchObject({ unavailableBecause: null });
  });

  it("keeps the call in the history, with what was foreseen of it", async () => {
    await ask("ines", "jean");
    const [entry] = await store.actions(startMs, startMs + minuteMs, "main");
    expect(entry).toMatchObject({
      kind: "call_backup",
      by: "Claire",
      serviceIds: ["passports"],
      agentIds: ["ines", "jean"],
      prediction: null,
    });
  });

  it("goes from request to release, and the person is on the floor in between", async () => {
    const call = await askOne("ines");
    expect(call).toMatchObject({ state: "requested", requestedBy: "Claire" });
    clock.advance(minuteMs);
    await backup.accept(call.id, startMs + 10 * minuteMs);
    clock.advance(9 * minuteMs);
    expect(await backup.arrive(call.id)).toMatchObject({
      state: "arrived",
      arrivedAtMs: startMs + 10 * minuteMs,
    });
    const onFloor = (await store.agents()).find((fold) => fold.agent.id === "ines")?.agent;
    expect(onFloor).toMatchObject({ name: "Inès V.", state: "available", siteId: "main" });
    expect(await backup.roster("main", "passports")).toContainEqual(
      expect.objectContaining({ name: "Inès V.", unavailableBecause: "already_called" }),
    );
    clock.advance(60 * minuteMs);
    expect(await backup.release(call.id)).toMatchObject({ state: "released" });
    expect((await store.agents())[0]?.agent.state).toBe("back_office");
  });

  it("refuses an answer that contradicts the one already given", async () => {
    const call = await askOne("ines");
    await backup.decline(call.id, null);
    await expect(backup.accept(call.id, null)).rejects.toMatchObject({
      code: "backup_already_answered",
      data: { state: "declined" },
    });
  });

  it("takes the same answer twice as one", async () => {
    const call = await askOne("ines");
    await backup.accept(call.id, null);
    expect(await backup.accept(call.id, null)).toMatchObject({ state: "accepted", version: 2 });
  });

  it("does not call somebody a second time while the first call is open", async () => {
    await askOne("ines");
    await expect(ask("ines", "jean")).rejects.toMatchObject({ code: "backup_already_answered" });
    expect(await backup.list("main")).toHaveLength(1);
  });

  it("lets a call expire that nobody answers in time, and still takes a late yes", async () => {
    const call = await askOne("ines");
    clock.advance(5 * minuteMs - 1);
    await backup.look();
    expect((await store.backupCall(call.id))?.state).toBe("requested");
    clock.advance(1);
    await backup.look();
    expect((await store.backupCall(call.id))?.state).toBe("expired");
    expect(await backup.accept(call.id, null)).toMatchObject({ state: "accepted" });
  });
});

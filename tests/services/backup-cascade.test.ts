import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BackupService, createBackup } from "../../electron/services/backup.ts";
import { createLog } from "../../electron/services/log.ts";
import { openStore } from "../../electron/store/open.ts";
import type { Store } from "../../electron/store/store.ts";
import { cascadesOf, turnsOf } from "../../shared/domain/backup-cascade.ts";
import { steadyClock } from "./steady-clock.ts";

const startMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;

describe("calling one after the other", () => {
  const folder = mkdtempSync(join(tmpdir(), "vigie-cascade-"));
  let count = 0;
  let path = "";
  let store: Store;
  let backup: BackupService;
  let clock: ReturnType<typeof steadyClock>;

  beforeEach(async () => {
    count += 1;
    path = join(folder, `${count}.db`);
    clock = steadyClock(startMs);
    await open();
    const person = (agentId: string) => ({
      agentId,
      name: agentId,
      siteId: "main",
      skills: [{ serviceId: "passports", level: 2 }],
      travelMinutes: 5,
    });
    await store.putDirectory({
      sites: [{ id: "main", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
      services: [],
      roster: ["ana", "ben", "cleo", "dan"].map(person),
    });
  });

  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(): Promise<void> {
    store = await openStore(path);
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
  }

  const begin = (wanted = 1, agentIds = ["ana", "ben", "cleo", "dan"]) =>
    backup.request({
      siteId: "main",
      serviceId: "passports",
      agentIds,
      untilMs: null,
      message: "Guichet 4",
      channels: ["email"],
      inTurn: { wanted, answerMinutes: 3 },
    });

  /** Who was asked, in order, with where their call stands. */
  async function asked(): Promise<Record<string, string>> {
    const calls = (await backup.list("main")).toReversed();
    return Object.fromEntries(calls.map(({ agentId, state }) => [agentId, state]));
  }

  async function callOf(agentId: string): Promise<string> {
    const call = (await backup.list("main")).find((one) => one.agentId === agentId);
    if (call === undefined) throw new Error(`${agentId} was not called`);
    return call.id;
  }

  async function after(minutes: number): Promise<Record<string, string>> {
    clock.advance(minutes * minuteMs);
    await backup.look();
    return asked();
  }

  it("gives each the same time, and goes to the next at no and at no answer", async () => {
    await begin();
    expect(await asked()).toEqual({ ana: "requested" });
    expect(await after(2)).toEqual({ ana: "requested" });
    expect(await after(1)).toEqual({ ana: "expired", ben: "requested" });
    await backup.decline(await callOf("ben"), "réunion");
    expect(await after(0)).toEqual({ ana: "expired", ben: "declined", cleo: "requested" });
    await backup.accept(await callOf("cleo"), null);
    expect(await after(30)).toEqual({ ana: "expired", ben: "declined", cleo: "accepted" });
  });

  it("asks everybody for the same, in the same way", async () => {
    await begin();
    await after(3);
    const [ben, ana] = await backup.list("main");
    expect(ben).toMatchObject({
      agentId: "ben",
      message: "Guichet 4",
      channels: ["email"],
      requestedBy: "Claire",
    });
    expect(ben?.cascade).toEqual(ana?.cascade);
    expect(ben?.expiresAtMs).toBe((ben?.requestedAtMs ?? 0) + 3 * minuteMs);
  });

  it("asks as many at a time as are still wanted", async () => {
    await begin(2);
    expect(await asked()).toEqual({ ana: "requested", ben: "requested" });
    await backup.accept(await callOf("ana"), null);
    await backup.decline(await callOf("ben"), null);
    expect(await after(0)).toEqual({ ana: "accepted", ben: "declined", cleo: "requested" });
  });

  it("passes over who has taken a place on the floor meanwhile", async () => {
    await begin();
    await store.append(
      [
        {
          id: "in",
          source: "test",
          type: "agent.signed_in",
          subject: "ben",
          time: new Date(startMs).toISOString(),
          atMs: startMs,
          data: { site: "main" },
        },
      ],
      "test",
    );
    expect(await after(3)).toEqual({ ana: "expired", cleo: "requested" });
  });

  it("goes on after a restart, from the log alone", async () => {
    await begin();
    clock.advance(3 * minuteMs);
    await store.close();
    await open();
    await store.rebuild();
    await backup.look();
    expect(await asked()).toEqual({ ana: "expired", ben: "requested" });
    const [cascade] = cascadesOf(await backup.list("main"));
    if (cascade === undefined) throw new Error("no cascade");
    expect(turnsOf(cascade).map(({ turn }) => turn)).toEqual(["expired", "requested", "next", "later"]);
  });

  it("calls nobody after a restart that came too late", async () => {
    await begin();
    expect(await after(60)).toEqual({ ana: "expired" });
    expect((await store.backupCall(await callOf("ana")))?.cascadeEnd).toMatchObject({ because: "too_late" });
  });

  it("calls nobody further once it is stopped; who was asked may still answer", async () => {
    const [first] = await begin();
    if (first === undefined) throw new Error("nobody was asked");
    expect(await backup.stopCascade(first.id)).toMatchObject({ cascadeEnd: { because: "stopped" } });
    expect(await backup.stopCascade(first.id)).toMatchObject({ version: 2 });
    expect(await after(2)).toEqual({ ana: "requested" });
    await backup.answer(first.id, { kind: "accept", arrivesAtMs: startMs });
    expect(await after(10)).toEqual({ ana: "accepted" });
  });

  it("says when nobody is left", async () => {
    await begin(1, ["ana", "ben"]);
    await after(3);
    expect(await after(4)).toEqual({ ana: "expired", ben: "expired" });
    expect((await store.backupCall(await callOf("ana")))?.cascadeEnd).toMatchObject({
      because: "nobody_left",
    });
  });

  it("makes one call of two looks at the same time", async () => {
    await begin();
    clock.advance(3 * minuteMs);
    await Promise.all([backup.look(), backup.look(), backup.look()]);
    expect(await asked()).toEqual({ ana: "expired", ben: "requested" });
  });

  it("refuses to begin where nobody can be asked", async () => {
    await begin(1, ["ana"]);
    await expect(begin(1, ["ana"])).rejects.toMatchObject({ code: "agent_not_present" });
  });
});

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decideHold } from "../../../shared/domain/hold.ts";
import { type RunningConnector, runConnector, startMs } from "./running-connector.ts";
import { type Mood, personal, type Row, row } from "./zms.ts";

const minute = 60_000;
const seconds = (atMs: number) => atMs / 1_000;
const caseOf = ({ store }: RunningConnector, number: string | number, scope = "141") =>
  store.case(`zms:burgeramt:${scope}:2026-11-24:${number}`);

function change(running: RunningConnector, number: string | number, more: Partial<Row>): void {
  const found = running.zms.scopes.get("141")?.find((one) => one.number === number);
  if (found === undefined) throw new Error(`there is no ${number}`);
  Object.assign(found, more);
}

function leave(running: RunningConnector, number: string | number): void {
  const rows = running.zms.scopes.get("141") ?? [];
  running.zms.scopes.set(
    "141",
    rows.filter((one) => one.number !== number),
  );
}

describe("a person in a ZMS queue", () => {
  test("is one case from arrival to end, with the times of ZMS where it gives them", async () => {
    const running = await runConnector((zms) => zms.scopes.set("141", [row("5", startMs - 3 * minute)]));
    const { zms } = running;
    expect(await caseOf(running, 5)).toMatchObject({
      siteId: "rathaus",
      ticket: "5",
      state: "waiting",
      firstArrivedAtMs: startMs - 3 * minute,
      legs: [{ serviceId: "pass" }],
    });
    const calledMs = startMs + 20_000;
    change(running, "5", { status: "called", callTime: seconds(calledMs), callCount: "1" });
    await running.poll();
    change(running, "5", { status: "processing", wayTime: "0:00:25" });
    await running.poll();
    leave(running, "5");
    await running.poll(minute);
    expect(await caseOf(running, 5)).toMatchObject({
      state: "done",
      legs: [
        { calledAtMs: calledMs, startedAtMs: calledMs + 25_000, endedAtMs: zms.nowMs, outcome: "served" },
      ],
    });
    expect(await running.health()).toMatchObject({ lastFailure: null, lastSuccessAtMs: zms.nowMs });
  });

  test("who comes by appointment waits from its time on, or is called sooner", async () => {
    const dueMs = startMs + 10 * minute;
    const appointment = { status: "confirmed", withAppointment: "1" };
    const running = await runConnector((zms) =>
      zms.scopes.set("141", [row("82252", dueMs, appointment), row("82253", dueMs, appointment)]),
    );
    expect(await running.store.openCases()).toEqual([]);
    change(running, "82253", { status: "called", callTime: seconds(startMs + 15_000) });
    await running.poll();
    expect(await caseOf(running, "82253")).toMatchObject({
      state: "called",
      firstArrivedAtMs: startMs + 15_000,
      appointmentAtMs: dueMs,
    });
    await running.poll(10 * minute);
    expect(await caseOf(running, "82252")).toMatchObject({ state: "waiting", firstArrivedAtMs: dueMs });
  });

  test("who is called again, misses the call, comes back, and is parked meanwhile", async () => {
    const running = await runConnector((zms) => zms.scopes.set("141", [row(7, startMs)]));
    const state = async () => (await caseOf(running, 7))?.state;
    const callAt = (atMs: number): Partial<Row> => ({ status: "called", callTime: seconds(atMs) });
    change(running, 7, callAt(startMs + 10_000));
    await running.poll();
    change(running, 7, callAt(startMs + 50_000));
    await running.poll();
    expect(await caseOf(running, 7)).toMatchObject({ state: "called", callCount: 2 });
    change(running, 7, { status: "missed" });
    await running.poll();
    expect(await state()).toBe("no_show");
    change(running, 7, { status: "queued" });
    await running.poll();
    expect(await state()).toBe("waiting");
    change(running, 7, callAt(running.zms.nowMs + 5_000));
    await running.poll();
    change(running, 7, { status: "processing", wayTime: 0 });
    await running.poll();
    change(running, 7, { status: "parked" });
    await running.poll();
    expect(await state()).toBe("on_hold");
    change(running, 7, { status: "processing" });
    await running.poll();
    expect(await state()).toBe("serving");
    change(running, 7, { status: "finished" });
    await running.poll();
    expect(await caseOf(running, 7)).toMatchObject({ state: "done", legs: [{}, { heldMs: 30_000 }] });
  });

  test("stays suspended where a person in the console said so, until ZMS calls", async () => {
    const running = await runConnector((zms) => zms.scopes.set("141", [row(7, startMs - minute)]));
    const id = (await caseOf(running, 7))?.id ?? "";
    await running.store.changeCases([id], (cases) => {
      const seen = [...cases.values()].map(({ id, version }) => ({ id, version }));
      return decideHold(cases, { cases: seen, reason: null }, { id: "a1", by: "Claire", atMs: startMs });
    });
    await running.poll();
    expect((await caseOf(running, 7))?.state).toBe("on_hold");
    change(running, 7, { status: "called", callTime: seconds(running.zms.nowMs + 5_000) });
    await running.poll();
    expect((await caseOf(running, 7))?.state).toBe("called");
  });

  test("who leaves the list without having been called is cancelled, and back when they are back", async () => {
    const running = await runConnector((zms) => zms.scopes.set("141", [row("5", startMs)]));
    const [gone] = running.zms.scopes.get("141") ?? [];
    leave(running, "5");
    await running.poll();
    expect((await caseOf(running, 5))?.state).toBe("cancelled");
    running.zms.scopes.set("141", gone === undefined ? [] : [gone]);
    await running.poll();
    expect((await caseOf(running, 5))?.state).toBe("waiting");
  });

  test("what is nobody, or nobody yet, is no case", async () => {
    const nobody = ["fake", "reserved", "preconfirmed", "blocked", "deleted"];
    const running = await runConnector((zms) =>
      zms.scopes.set(
        "141",
        nobody.map((status, index) => row(status === "fake" ? -1 : index, startMs, { status })),
      ),
    );
    expect(await running.store.check()).toMatchObject({ events: 0, rejects: 0 });
    expect((await running.health()).lastFailure).toBeNull();
  });
});

describe("asking again", () => {
  test("changes nothing where nothing has changed, also after a restart", async () => {
    const running = await runConnector((zms) =>
      zms.scopes.set("141", [
        row(1, startMs - minute),
        row(2, startMs - minute, { status: "called", callTime: seconds(startMs) }),
        row(3, startMs - minute, { status: "processing", callTime: seconds(startMs), wayTime: 1 }),
        row(4, startMs - minute, { status: "missed", callTime: 0 }),
        row(5, startMs - minute, { status: "parked", callTime: seconds(startMs) }),
        row(6, startMs - minute, { status: "pending", callTime: seconds(startMs) }),
        row(7, startMs - minute, { priority: "1" }),
      ]),
    );
    const before = await running.store.check();
    const digest = await running.store.projectionDigest();
    expect(before).toMatchObject({ cases: 7, rejects: 0 });
    await running.poll();
    running.zms.writesObjects = false;
    await running.poll();
    await running.restart();
    await running.poll();
    expect(await running.store.check()).toEqual(before);
    expect(await running.store.projectionDigest()).toBe(digest);
    expect((await caseOf(running, 7))?.priority).toBe(2);
  });

  test.each([
    ["the console was off", (running: RunningConnector) => running.restart()],
    ["the machine slept", (running: RunningConnector) => running.poll(0)],
  ])("after hours in which %s measures nothing that nobody saw", async (_, goOn) => {
    const running = await runConnector((zms) =>
      zms.scopes.set("141", [
        row(1, startMs - minute, { status: "processing", callTime: seconds(startMs), wayTime: 0 }),
        row(2, startMs - minute),
      ]),
    );
    running.zms.scopes.set("141", []);
    running.zms.nowMs += 14 * 60 * minute;
    await goOn(running);
    const served = await caseOf(running, 1);
    expect(served).toMatchObject({ state: "done", legs: [{ startedAtMs: startMs }] });
    expect(served?.legs[0]?.endedAtMs).toBe(startMs);
    expect(await caseOf(running, 2)).toMatchObject({
      state: "cancelled",
      legs: [{ endedAtMs: startMs - minute }],
    });
  });

  test("goes by the clock of ZMS, and the connector says by how much it differs", async () => {
    const running = await runConnector((zms) => zms.scopes.set("141", [row(1, startMs)]));
    running.skewMs = 7 * minute;
    change(running, 1, { status: "called", callTime: seconds(startMs + 10_000) });
    await running.poll();
    expect(await caseOf(running, 1)).toMatchObject({
      state: "called",
      legs: [{ calledAtMs: startMs + 10_000 }],
    });
    expect((await running.health()).clockAheadSeconds).toBe(-7 * 60);
  });

  test("no longer for a scope ends what was open there", async () => {
    const running = await runConnector((zms) => {
      zms.scopes.set("141", [row(1, startMs)]);
      zms.scopes.set("142", [row(1, startMs)]);
    });
    await running.reconfigure({ scopeIds: ["142"] });
    expect((await caseOf(running, 1))?.state).toBe("cancelled");
    expect(await caseOf(running, 1, "142")).toMatchObject({ state: "waiting", legs: [{ serviceId: "142" }] });
  });
});

describe("when ZMS fails", () => {
  test.each<[Mood, string]>([
    ["status 500", "status"],
    ["silent", "timed_out"],
    ["garbage", "not_json"],
    ["another api", "not_understood"],
    ["error", "not_understood"],
    ["redirected", "status"],
    ["huge", "too_large"],
  ])("(%s) what is known stays, the connector says why, and all is well afterwards", async (mood, reason) => {
    const running = await runConnector(
      (zms) => zms.scopes.set("141", [row(1, startMs)]),
      mood === "silent" ? 1_500 : undefined,
    );
    const before = await running.store.check();
    running.zms.mood = mood;
    await running.poll();
    expect(await running.store.check()).toEqual(before);
    const { lastFailure } = await running.health();
    expect(lastFailure?.fault).toMatchObject({ code: "source_unreachable", data: { reason } });
    running.zms.mood = "well";
    running.zms.scopes.get("141")?.push(row(2, startMs));
    await running.poll();
    expect((await caseOf(running, 2))?.state).toBe("waiting");
    expect((await running.health()).lastSuccessAtMs).toBe(running.zms.nowMs);
  });

  test("it is asked less and less often, never all at once, and as before when it is back", async () => {
    const running = await runConnector();
    running.zms.mood = "status 500";
    for (let failure = 0; failure < 7; failure += 1) await running.poll();
    expect(running.pausesMs).toEqual([30, 60, 120, 240, 480, 900, 900, 900].map((pause) => pause * 1_000));
    running.random = 1;
    await running.poll();
    expect(running.pausesMs.at(-1)).toBe(450_000);
    running.zms.mood = "well";
    await running.poll();
    expect(running.pausesMs.at(-1)).toBe(30_000);
  });

  test("a row that can't be read is kept once as a reject, and nobody is missed because of it", async () => {
    const running = await runConnector((zms) => zms.scopes.set("141", [row(1, startMs), row(2, startMs)]));
    change(running, 2, { number: personal.familyName.repeat(3), status: "teleported" });
    await running.poll();
    await running.poll();
    expect((await running.store.check()).rejects).toBe(1);
    expect((await caseOf(running, 2))?.state).toBe("waiting");
    const { rejects } = await running.store.rejects(1);
    expect(rejects[0]).toMatchObject({ feed: "urn:vigie:zms:burgeramt", fault: { code: "invalid_input" } });
  });

  test("a scope that is not there does not keep the others waiting", async () => {
    const running = await runConnector((zms) => zms.scopes.set("141", [row(1, startMs)]));
    change(running, 1, { status: "called", callTime: seconds(startMs) });
    await running.reconfigure({ scopeIds: ["999", "141"] });
    expect((await caseOf(running, 1))?.state).toBe("called");
    expect((await running.health()).lastFailure?.fault.data).toMatchObject({
      reason: "unknown_scope",
      scope: "999",
    });
  });
});

describe("the access key", () => {
  test("goes to ZMS alone: it is in a private file, and in no answer, store or log", async () => {
    const running = await runConnector((zms) => zms.scopes.set("141", [row(1, startMs)]));
    const { zms, folder, connectors } = running;
    zms.mood = "redirected";
    await running.poll();
    expect(zms.questions.map(({ key }) => key)).toEqual([zms.accessKey, zms.accessKey]);
    expect(zms.questions.some(({ path }) => path.includes("elsewhere"))).toBe(false);
    const path = join(folder, "connector-keys", "burgeramt");
    expect(readFileSync(path, "utf8").trim()).toBe(zms.accessKey);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const answers = JSON.stringify([await connectors.list(), await connectors.test("burgeramt")]);
    expect(answers).not.toContain(zms.accessKey);
    expect(running.bytesOnDisk().includes(zms.accessKey)).toBe(false);
    expect(running.logged.join()).not.toContain(zms.accessKey);
    await connectors.remove("burgeramt");
    expect(existsSync(path)).toBe(false);
  });

  test("that is wrong is said to be refused", async () => {
    const running = await runConnector();
    await running.reconfigure({ accessKey: "another" });
    expect(await running.connectors.test("burgeramt")).toMatchObject({
      outcome: "failed",
      fault: { data: { reason: "refused", status: 401 } },
    });
  });
});

test("nothing of the people in the queue reaches the disk but their number", async () => {
  const running = await runConnector((zms) => zms.scopes.set("141", [row(1, startMs)]));
  running.zms.scopes.get("141")?.push(row(2, startMs, { status: personal.amendment }));
  await running.poll();
  const disk = running.bytesOnDisk();
  expect(disk.includes("burgeramt")).toBe(true);
  for (const words of [personal.familyName, personal.email]) expect(disk.includes(words), words).toBe(false);
});

import { describe, expect, test } from "vitest";
import { citizenWaitMs } from "../../../shared/domain/case.ts";
import { personal, serialise } from "./novo-sga.ts";
import { type RunningConnector, runConnector, startMs } from "./running-connector.ts";

const minute = 60_000;
const caseOf = ({ store }: RunningConnector, ticketId: number) =>
  store.case(`novo-sga:prefeitura:${ticketId}`);

async function replay({ desk, post }: RunningConnector, which: readonly number[]): Promise<void> {
  for (const index of which) {
    const webhook = desk.sent[index];
    if (webhook === undefined) throw new Error(`there is no webhook ${index}`);
    expect((await post(webhook.event, webhook.body)).status).toBe(202);
  }
}

/** A day's worth of everything: served, no-show, cancelled and back, transferred, redirected. */
async function playDay(running: RunningConnector): Promise<void> {
  const { desk } = running;
  const served = await desk.issue("Registro Civil", 2);
  const absent = await desk.issue("Passaporte");
  const handedOn = await desk.issue("Registro Civil");
  desk.nowMs += 4 * minute;
  await desk.transfer(handedOn, "Passaporte", 1);
  await desk.call(served, "ana");
  desk.nowMs += minute;
  await desk.start(served);
  await desk.call(absent, "bea");
  desk.nowMs += 5 * minute;
  await desk.noShow(absent);
  await desk.reactivate(absent);
  const child = await desk.redirect(served, "Fotografia");
  desk.nowMs += 3 * minute;
  await desk.cancel(handedOn);
  desk.nowMs += minute;
  await desk.reactivate(handedOn);
  await desk.call(child, "caio");
  await desk.start(child);
  await desk.call(absent, "ana");
  desk.nowMs += 6 * minute;
  await desk.finish(child);
}

describe("a ticket from Novo SGA", () => {
  test("is one case from arrival to end, at the site's own time, with the names of its services", async () => {
    const running = await runConnector();
    const { desk, store } = running;
    const ticket = await desk.issue("Registro Civil", 2);
    const other = await desk.issue("Certidão de Óbito");
    desk.nowMs += 10 * minute;
    await desk.call(ticket, "ana");
    desk.nowMs += minute;
    await desk.start(ticket);
    desk.nowMs += 7 * minute;
    await desk.finish(ticket, "pendente");
    expect(await caseOf(running, ticket.id)).toMatchObject({
      siteId: "hall",
      ticket: "A001",
      priority: 2,
      state: "done",
      resolved: false,
      firstArrivedAtMs: startMs,
      callCount: 1,
      legs: [
        {
          serviceId: "civil",
          agentId: "ana",
          calledAtMs: startMs + 10 * minute,
          startedAtMs: startMs + 11 * minute,
          endedAtMs: startMs + 18 * minute,
          outcome: "served",
        },
      ],
    });
    expect(await caseOf(running, other.id)).toMatchObject({
      state: "waiting",
      legs: [{ serviceId: "certidao-de-obito" }],
    });
    const [arrived] = await store.eventsOf(`novo-sga:prefeitura:${ticket.id}`);
    expect(arrived?.time).toBe("2026-11-24T09:00:00+01:00");
    const { services } = await store.directory();
    expect(services).toContainEqual(
      expect.objectContaining({ id: "certidao-de-obito", name: "Certidão de Óbito" }),
    );
    expect((await running.connectors.list())[0]?.health).toMatchObject({
      lastFailure: null,
      clockAheadSeconds: null,
    });
  });

  test("that is redirected goes on as the same case, and the citizen's wait is not reset", async () => {
    const running = await runConnector();
    const { desk } = running;
    const ticket = await desk.issue("Registro Civil");
    desk.nowMs += 10 * minute;
    await desk.call(ticket, "ana");
    await desk.start(ticket);
    desk.nowMs += 2 * minute;
    const child = await desk.redirect(ticket, "Passaporte");
    desk.nowMs += 8 * minute;
    await desk.call(child, "bea");
    await desk.start(child);
    desk.nowMs += 5 * minute;
    await desk.finish(child);
    const record = await caseOf(running, ticket.id);
    expect(record).toMatchObject({
      state: "done",
      firstArrivedAtMs: startMs,
      handOffs: 1,
      legs: [
        { serviceId: "civil", outcome: "transferred" },
        { serviceId: "passaporte", outcome: "served", agentId: "bea" },
      ],
    });
    expect(record && citizenWaitMs(record, desk.nowMs)).toBe(18 * minute);
    expect(await caseOf(running, child.id)).toBeUndefined();
  });

  test("that was finished and then sent on is a visit of its own", async () => {
    const running = await runConnector();
    const { desk } = running;
    const ticket = await desk.issue("Registro Civil");
    await desk.call(ticket, "ana");
    await desk.start(ticket);
    desk.nowMs += minute;
    await desk.finish(ticket);
    const child = await desk.redirect(ticket, "Passaporte");
    expect(await caseOf(running, ticket.id)).toMatchObject({ state: "done" });
    expect(await caseOf(running, child.id)).toMatchObject({ state: "waiting", firstArrivedAtMs: desk.nowMs });
  });

  test("goes back to the queue after a no-show or a cancellation", async () => {
    const running = await runConnector();
    const { desk } = running;
    const absent = await desk.issue("Registro Civil");
    const mistaken = await desk.issue("Registro Civil");
    desk.nowMs += minute;
    await desk.call(absent, "ana");
    desk.nowMs += minute;
    await desk.noShow(absent);
    await desk.cancel(mistaken);
    expect((await caseOf(running, absent.id))?.state).toBe("no_show");
    expect((await caseOf(running, mistaken.id))?.state).toBe("cancelled");
    desk.nowMs += minute;
    await desk.reactivate(absent);
    await desk.reactivate(mistaken);
    expect((await caseOf(running, absent.id))?.state).toBe("waiting");
    const back = await caseOf(running, mistaken.id);
    expect(back).toMatchObject({ state: "waiting", firstArrivedAtMs: startMs });
    expect(back && citizenWaitMs(back, desk.nowMs)).toBe(3 * minute);
  });

  test("that moves to another service before the call keeps its wait", async () => {
    const running = await runConnector();
    const { desk } = running;
    const ticket = await desk.issue("Registro Civil");
    desk.nowMs += 6 * minute;
    await desk.transfer(ticket, "Passaporte", 3);
    desk.nowMs += 4 * minute;
    await desk.call(ticket, "ana");
    const record = await caseOf(running, ticket.id);
    expect(record).toMatchObject({
      priority: 3,
      state: "called",
      legs: [
        { serviceId: "civil", outcome: "moved", endedAtMs: startMs + 6 * minute },
        { serviceId: "passaporte", carriedWaitMs: 6 * minute },
      ],
    });
    expect(record && citizenWaitMs(record, desk.nowMs)).toBe(10 * minute);
  });
});

describe("deliveries", () => {
  test("that are repeated, even the whole day again, change nothing", async () => {
    const running = await runConnector();
    await playDay(running);
    const { store, desk } = running;
    const digest = await store.projectionDigest();
    const before = await store.check();
    await replay(
      running,
      desk.sent.map((_, index) => index),
    );
    expect(await store.check()).toEqual(before);
    expect(await store.projectionDigest()).toBe(digest);
    expect(before.rejects).toBe(0);
  });

  test("that were lost are made good by the next one about the ticket", async () => {
    const running = await runConnector();
    const { desk } = running;
    desk.isCutOff = true;
    const ticket = await desk.issue("Registro Civil");
    desk.nowMs += 5 * minute;
    await desk.transfer(ticket, "Passaporte", 0);
    await desk.call(ticket, "ana");
    await desk.start(ticket);
    desk.isCutOff = false;
    desk.nowMs += 5 * minute;
    await desk.finish(ticket);
    expect(await caseOf(running, ticket.id)).toMatchObject({
      state: "done",
      firstArrivedAtMs: startMs,
      legs: [{ serviceId: "passaporte", startedAtMs: startMs + 5 * minute, outcome: "served" }],
    });
  });

  test("that come in the wrong order end in the right state", async () => {
    const running = await runConnector();
    const { desk } = running;
    desk.isCutOff = true;
    const ticket = await desk.issue("Registro Civil");
    desk.nowMs += minute;
    await desk.call(ticket, "ana");
    await desk.start(ticket);
    desk.nowMs += minute;
    await desk.finish(ticket);
    await replay(running, [4, 0, 3, 2, 1]);
    expect(await caseOf(running, ticket.id)).toMatchObject({ state: "done", callCount: 1, handOffs: 0 });
  });

  test("about a ticket that was redirected meanwhile do not take it back", async () => {
    const running = await runConnector();
    const { desk } = running;
    desk.isCutOff = true;
    const ticket = await desk.issue("Passaporte");
    await desk.transfer(ticket, "Registro Civil", 0);
    desk.nowMs += minute;
    await desk.call(ticket, "ana");
    await desk.start(ticket);
    await desk.redirect(ticket, "Fotografia");
    await replay(running, [5, 1, 0, 2, 3, 4]);
    expect(await caseOf(running, ticket.id)).toMatchObject({
      state: "waiting",
      legs: [{ serviceId: "civil" }, { serviceId: "fotografia" }],
    });
  });

  test("by a clock that is ahead are taken in, and the connector says by how much", async () => {
    const running = await runConnector();
    running.skewMs = -9 * minute;
    const ticket = await running.desk.issue("Registro Civil");
    expect((await caseOf(running, ticket.id))?.firstArrivedAtMs).toBe(startMs);
    expect((await running.connectors.list())[0]?.health.clockAheadSeconds).toBe(9 * 60);
  });

  test("that stopped without a word leave nothing open for ever", async () => {
    const running = await runConnector();
    const { desk } = running;
    const forgotten = await desk.issue("Registro Civil");
    desk.nowMs += 24 * 60 * minute;
    const next = await desk.issue("Registro Civil");
    expect(await caseOf(running, forgotten.id)).toMatchObject({
      state: "cancelled",
      legs: [{ endedAtMs: startMs }],
    });
    expect((await caseOf(running, next.id))?.state).toBe("waiting");
  });
});

describe("at the border", () => {
  test("nothing of the citizen reaches the disk, in what is taken in and in what is rejected", async () => {
    const running = await runConnector();
    await playDay(running);
    const { desk, post } = running;
    const ticket = await desk.issue("Registro Civil");
    const broken = { ...serialise(ticket, desk.nowMs), dataChegada: personal.name, status: personal.remark };
    expect((await post("ticket.created", JSON.stringify(broken))).status).toBe(400);
    expect((await post("ticket.created", `"${personal.name}"`)).status).toBe(400);
    expect((await post("ticket.redirected", JSON.stringify([broken]))).status).toBe(400);
    expect((await post(`ticket.vanished`, JSON.stringify(broken))).status).toBe(422);
    expect((await running.store.check()).rejects).toBe(4);
    const disk = running.bytesOnDisk();
    expect(disk.includes("prefeitura")).toBe(true);
    for (const words of Object.values(personal)) expect(disk.includes(words), words).toBe(false);
  });

  test.each([
    ["without the token", 401, { authorization: "Bearer wrong" }, "ticket.created"],
    ["without the header that says what happened", 422, {}, null],
    ["as a form", 415, { "content-type": "application/x-www-form-urlencoded" }, "ticket.created"],
  ])("a webhook %s is refused", async (_, status, headers, event) => {
    const running = await runConnector();
    const ticket = serialise(await running.desk.issue("Registro Civil"), startMs);
    const before = (await running.store.check()).events;
    expect((await running.post(event, JSON.stringify({ ...ticket, id: 9 }), headers)).status).toBe(status);
    expect((await running.store.check()).events).toBe(before);
  });

  test("what is no JSON is refused, and the connector says what went wrong", async () => {
    const running = await runConnector();
    expect((await running.post("ticket.created", "{ garbage")).status).toBe(400);
    expect((await running.post("ticket.created", JSON.stringify({ id: 3 }))).status).toBe(400);
    const [view] = await running.connectors.list();
    expect(view?.health.lastFailure?.fault).toMatchObject({
      code: "invalid_input",
      data: { field: "senha" },
    });
  });

  test("a connector that is switched off takes nothing in", async () => {
    const running = await runConnector({ enabled: false });
    const response = await running.post("ticket.created", "{}");
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ fault: { code: "forbidden" } });
  });
});

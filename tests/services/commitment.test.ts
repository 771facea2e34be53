import { describe, expect, it } from "vitest";
import { createCommitments } from "../../electron/services/commitment.ts";
import type { CommitmentDraft } from "../../shared/domain/commitment.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, minuteMs, morningMs, visit } from "../store/events.ts";
import {
  administratorIda,
  agentAlice,
  agentBob,
  leadClaire,
  managerOmar,
  seatOf,
  supervisorNadia,
} from "./actors.ts";
import { steadyClock } from "./steady-clock.ts";

const hourMs = 60 * minuteMs;

async function townHall() {
  const store = await temporaryStore();
  const clock = steadyClock(morningMs + hourMs);
  const access = seatOf(supervisorNadia);
  const signIn = (id: string, name: string) =>
    event("agent.signed_in", id, morningMs, { site: "hall", name, skills: [] });
  await store.append(
    [
      signIn("alice", "Alice B."),
      signIn("bob", "Bob L."),
      ...visit("c1", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 60 }),
    ],
    "test",
  );
  return { store, clock, access, commitments: createCommitments(store, clock, access) };
}

const draft = (more: Partial<CommitmentDraft> = {}): CommitmentDraft => ({
  caseId: "c1",
  siteId: null,
  serviceId: null,
  ownerId: "alice",
  dueAtMs: morningMs + 5 * hourMs,
  what: "Rappeler avec la liste des pièces",
  ...more,
});

describe("commitments", () => {
  it("become events of the console with who did it, and stay after a rebuild", async () => {
    const { store, commitments, access, clock } = await townHall();
    const made = await commitments.make(draft());
    expect(made).toMatchObject({ caseId: "c1", siteId: "hall", serviceId: "passports", madeBy: "Nadia F." });
    clock.advance(hourMs);
    access.seat(agentAlice);
    expect(await commitments.keep(made.id)).toMatchObject({ settledBy: "Alice B." });
    const events = await store.eventsOf(made.id);
    expect(events.map(({ type, source }) => [type, source])).toEqual([
      ["commitment.made", "urn:vigie:console"],
      ["commitment.kept", "urn:vigie:console"],
    ]);
    const before = await store.projectionDigest();
    await store.rebuild();
    expect(await store.projectionDigest()).toBe(before);
    await expect(commitments.miss(made.id)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(commitments.keep(made.id)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("stand overdue, due today and coming as the clock goes on", async () => {
    const { commitments, clock } = await townHall();
    await commitments.make(draft());
    await commitments.make(draft({ dueAtMs: morningMs + 30 * hourMs, ownerId: "bob" }));
    const standings = async () => (await commitments.list("hall")).map(({ standing }) => standing);
    expect(await standings()).toEqual(["due_today", "coming"]);
    clock.advance(6 * hourMs);
    expect(await standings()).toEqual(["overdue", "coming"]);
    expect(await commitments.list("annex")).toEqual([]);
    expect((await commitments.list(null))[0]).toMatchObject({ ownerName: "Alice B.", maySettle: true });
  });

  it("show an agent their own alone, which they may make and keep", async () => {
    const { commitments, access } = await townHall();
    const ofBob = await commitments.make(draft({ ownerId: "bob" }));
    access.seat(agentAlice);
    expect(await commitments.owners()).toEqual([{ id: "alice", name: "Alice B." }]);
    const own = await commitments.make(draft());
    expect((await commitments.list(null)).map(({ id }) => id)).toEqual([own.id]);
    await expect(commitments.keep(ofBob.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(commitments.make(draft({ ownerId: "bob" }))).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([supervisorNadia, leadClaire, managerOmar])("let $roles settle those of others", async (actor) => {
    const { commitments, access } = await townHall();
    const made = await commitments.make(draft({ ownerId: "bob" }));
    access.seat(actor);
    expect(await commitments.miss(made.id)).toMatchObject({ settledBy: actor.name });
  });

  it("let an administrator see and not settle", async () => {
    const { commitments, access } = await townHall();
    const made = await commitments.make(draft({ ownerId: "bob" }));
    access.seat(administratorIda);
    expect(await commitments.list(null)).toMatchObject([{ maySettle: false }]);
    await expect(commitments.keep(made.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("need a case that is known, or a place, and a date to come", async () => {
    const { store, commitments } = await townHall();
    await expect(commitments.make(draft({ caseId: "c9" }))).rejects.toMatchObject({ code: "not_found" });
    await expect(commitments.make(draft({ caseId: null }))).rejects.toMatchObject({ code: "invalid_input" });
    await expect(commitments.make(draft({ dueAtMs: morningMs }))).rejects.toMatchObject({
      data: { field: "dueAtMs" },
    });
    const placed = await commitments.make(draft({ caseId: null, siteId: "hall", serviceId: "planning" }));
    expect(placed).toMatchObject({ caseId: null, serviceId: "planning" });
    expect(await store.openCommitments()).toHaveLength(1);
  });

  it("add up to a share by service and month, hidden under five", async () => {
    const { commitments, clock, access } = await townHall();
    access.seat(agentBob);
    const made = [];
    for (let index = 0; index < 5; index += 1) made.push(await commitments.make(draft({ ownerId: "bob" })));
    for (const { id } of made.slice(0, 4)) await commitments.keep(id);
    access.seat(managerOmar);
    expect((await commitments.figures(null)).total.count).toBeNull();
    clock.advance(10 * hourMs);
    const { total, byService, byMonth } = await commitments.figures("hall");
    expect(total).toMatchObject({ count: 5, keptInTimeShare: 0.8, overdue: 1 });
    expect(byService).toMatchObject([{ key: "passports", count: 5 }]);
    expect(byMonth).toMatchObject([{ key: "2026-03", count: 5 }]);
  });
});

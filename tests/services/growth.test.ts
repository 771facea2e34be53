import { beforeEach, describe, expect, it } from "vitest";
import { createAgreedSteps } from "../../electron/services/agreed-step.ts";
import { createAudit } from "../../electron/services/audit.ts";
import { createCoachingSessions } from "../../electron/services/coaching-session.ts";
import { sessionCalendar } from "../../electron/services/coaching-session-calendar.ts";
import { createCommitments } from "../../electron/services/commitment.ts";
import { createFigures } from "../../electron/services/figure.ts";
import { createKnowledgeGaps } from "../../electron/services/knowledge-gap.ts";
import { createNotes } from "../../electron/services/note.ts";
import { createPreparations } from "../../electron/services/preparation.ts";
import { createServiceSheets } from "../../electron/services/service-sheet.ts";
import { createSkillMatrix } from "../../electron/services/skill-matrix.ts";
import { createTrainings } from "../../electron/services/training.ts";
import type { Actor } from "../../shared/domain/actor.ts";
import type { TrainingDraft } from "../../shared/domain/training.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, morningMs } from "../store/events.ts";
import { steadyClock } from "./steady-clock.ts";

const claire: Actor = {
  personId: "p1",
  name: "Claire",
  roles: ["team_lead"],
  agentId: null,
  teamAgentIds: ["alice", "bob"],
};
const alice: Actor = { personId: "p2", name: "Alice", roles: ["agent"], agentId: "alice", teamAgentIds: [] };
const bob: Actor = { ...alice, personId: "p3", name: "Bob", agentId: "bob" };
const marc: Actor = { ...claire, personId: "p4", name: "Marc", teamAgentIds: ["zoe"] };
const manager: Actor = { ...claire, personId: "p5", name: "Nadia", roles: ["manager"], teamAgentIds: [] };
const forbidden = { code: "forbidden" };

let actor: Actor = claire;
const access = { actor: () => actor };
const as = (who: Actor) => {
  actor = who;
};
beforeEach(() => as(claire));

async function house() {
  const store = await temporaryStore();
  const clock = steadyClock(morningMs);
  const audit = createAudit(store, clock, access);
  const steps = createAgreedSteps(store, clock, access);
  const sessions = createCoachingSessions({ store, clock, access });
  const notes = createNotes(store, clock, access);
  return {
    store,
    clock,
    audit,
    steps,
    sessions,
    notes,
    matrix: createSkillMatrix(store, clock, access),
    trainings: createTrainings(store, clock, access),
    sheets: createServiceSheets(store, clock, access),
    preparations: createPreparations({
      store,
      sessions,
      notes,
      steps,
      commitments: createCommitments(store, clock, access),
      figures: createFigures(store),
      audit,
      access,
      clock,
    }),
  };
}

const step = {
  agentId: "alice",
  noteId: null,
  text: "Présente sa façon de faire.",
  dueDate: "2026-03-09",
  remindDaysBefore: 1,
};
const session = { agentId: "alice", startsAtMs: morningMs + 3_600_000, minutes: 45, place: "Bureau 2" };

describe("agreed steps", () => {
  it("are the team lead's to write and the agent's to read, nobody else's", async () => {
    const { steps } = await house();
    const { id } = await steps.add(step);
    as(alice);
    expect((await steps.list()).map((one) => one.text)).toEqual([step.text]);
    await expect(steps.add(step)).rejects.toMatchObject(forbidden);
    await expect(steps.edit(id, step)).rejects.toMatchObject(forbidden);
    for (const other of [bob, marc, manager]) {
      as(other);
      expect(await steps.list()).toEqual([]);
      await expect(steps.settle({ id, state: "done", outcome: "" })).rejects.toMatchObject(forbidden);
    }
    as(marc);
    await expect(steps.edit(id, { ...step, agentId: "zoe" })).rejects.toMatchObject(forbidden);
  });

  it("may be said to be done by the agent, and taken up again by the team lead alone", async () => {
    const { steps } = await house();
    const { id } = await steps.add(step);
    as(alice);
    const done = await steps.settle({ id, state: "done", outcome: "Fait en réunion." });
    expect(done).toMatchObject({ state: "done", outcome: "Fait en réunion.", settledBy: "Alice" });
    await expect(steps.settle({ id, state: "dropped", outcome: "" })).rejects.toMatchObject(forbidden);
    as(claire);
    expect(await steps.settle({ id, state: "open", outcome: "" })).toMatchObject({
      state: "open",
      outcome: null,
      settledAtMs: null,
    });
  });

  it("stay as the team lead settled them", async () => {
    const { steps } = await house();
    const { id } = await steps.add(step);
    await steps.settle({ id, state: "dropped", outcome: "Le projet est arrêté." });
    as(alice);
    await expect(steps.settle({ id, state: "done", outcome: "" })).rejects.toMatchObject(forbidden);
    expect(await steps.list()).toMatchObject([{ state: "dropped", settledBy: "Claire" }]);
  });
});

describe("sessions", () => {
  it("are planned for the own team; the agent reads them", async () => {
    const { sessions } = await house();
    const planned = await sessions.plan(session);
    await expect(sessions.plan({ ...session, agentId: "zoe" })).rejects.toMatchObject(forbidden);
    as(alice);
    expect(await sessions.list(0, Number.MAX_SAFE_INTEGER)).toEqual([planned]);
    await expect(sessions.replan(planned.id, session)).rejects.toMatchObject(forbidden);
    as(bob);
    expect(await sessions.list(0, Number.MAX_SAFE_INTEGER)).toEqual([]);
    await expect(sessions.get(planned.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(sessions.calendar(planned.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("leave as a calendar that reads back: folded lines, escaped words, the last version of each", async () => {
    const { sessions } = await house();
    const place = "Salle « Étoile », 2e étage; à côté de l’accueil principal de la mairie\\annexe";
    const { id } = await sessions.plan({ ...session, place });
    await sessions.replan(id, { ...session, place, minutes: 30 });
    const other = await sessions.plan(session);
    await sessions.settle({ id: other.id, state: "cancelled", outcome: "Absence", nextSteps: "" });
    const text = Buffer.from((await sessions.calendar(null)).base64, "base64").toString("utf8");
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    const fields = readCalendar(text);
    expect(fields).toMatchObject([
      {
        UID: `${id}@vigie`,
        SEQUENCE: "1",
        DTSTART: "20260302T090000Z",
        DTEND: "20260302T093000Z",
        SUMMARY: "Accompagnement – alice",
        LOCATION: place,
        STATUS: "CONFIRMED",
      },
    ]);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:/);
    expect(text).not.toContain("Absence");
    const one = Buffer.from((await sessions.calendar(other.id)).base64, "base64").toString("utf8");
    expect(readCalendar(one)).toMatchObject([{ STATUS: "CANCELLED", SEQUENCE: "1" }]);
    expect(sessionCalendar([], () => "")).toContain("END:VCALENDAR");
  });

  it("are prepared by whoever coaches the agent, which the agent can see", async () => {
    const { store, sessions, steps, notes, preparations, audit } = await house();
    await store.append(
      [
        event("agent.signed_in", "alice", morningMs, {
          site: "hall",
          name: "Alice",
          skills: [{ service: "passports", level: 2 }],
        }),
      ],
      "test",
    );
    const promise = (id: string, owner: string) =>
      event("commitment.made", id, morningMs, {
        owner,
        dueAt: new Date(morningMs + 1).toISOString(),
        what: `Rappeler (${owner}).`,
      });
    await store.append([promise("x", "alice"), promise("y", "bob")], "test");
    const { id } = await sessions.plan(session);
    await steps.add(step);
    await steps.add({ ...step, agentId: "bob", text: "Pas pour elle." });
    const draft = {
      agentId: "alice",
      caseId: null,
      replyId: null,
      momentAtMs: null,
      principle: null,
      kind: "observation",
      visibility: "shared",
      text: "Partagée.",
    } as const;
    await notes.create(draft);
    await notes.create({ ...draft, agentId: "bob", text: "D’un autre." });
    const prepared = await preparations.open(id);
    expect(prepared.notes.map(({ text }) => text)).toEqual(["Partagée."]);
    expect(prepared.steps.map(({ text }) => text)).toEqual([step.text]);
    expect(prepared.commitments.map(({ what }) => what)).toEqual(["Rappeler (alice)."]);
    expect(prepared.skills).toMatchObject([{ serviceId: "passports", signalledLevel: 2 }]);
    // Alone at her site: a figure of the team would be hers.
    expect(prepared.team.figures).toEqual([]);
    expect(await audit.viewsOf("alice")).toMatchObject([{ by: "Claire", what: "preparation" }]);
    as(alice);
    await expect(preparations.open(id)).rejects.toMatchObject(forbidden);
    expect(await audit.viewsOf("alice")).toHaveLength(1);
  });
});

describe("skills", () => {
  it("show the own team's rows, everybody's cover, and are entered for the own team alone", async () => {
    const { store, matrix } = await house();
    const signIn = (id: string) =>
      event("agent.signed_in", id, morningMs, { site: "hall", skills: [{ service: "passports", level: 2 }] });
    await store.append([signIn("alice"), signIn("zoe")], "test");
    const draft = {
      agentId: "alice",
      serviceId: "passports",
      level: 1,
      sinceDate: "2026-01-01",
      expiresDate: null,
    };
    await store.putDirectory({
      sites: [],
      services: [{ id: "passports", name: "Passeports", channels: ["counter"], targets: [] }],
      roster: [],
    });
    expect((await matrix.get(null)).cover).toEqual([
      { serviceId: "passports", ableCount: 2, expiringCount: 0 },
    ]);
    await matrix.put(draft);
    const seen = await matrix.get(null);
    expect(seen.rows.map(({ agentId }) => agentId)).toEqual(["alice"]);
    expect(seen.rows[0]?.cells).toMatchObject([{ signalledLevel: 2, entered: { level: 1, by: "Claire" } }]);
    expect(seen.cover[0]?.ableCount).toBe(1);
    await expect(matrix.put({ ...draft, agentId: "zoe" })).rejects.toMatchObject(forbidden);
    await expect(matrix.put({ ...draft, expiresDate: "2025-01-01" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    as(manager);
    expect((await matrix.get(null)).rows).toHaveLength(2);
    await expect(matrix.remove("alice", "passports")).rejects.toMatchObject(forbidden);
  });

  it("are granted by a training once attendance is known of everybody, once", async () => {
    const { trainings, matrix, store } = await house();
    const attendee = { agentId: "alice", attendance: "expected", level: 2, expiresDate: null } as const;
    const draft: TrainingDraft = {
      topic: "Passeports",
      serviceId: "passports",
      date: "2026-03-02",
      trainer: "Marc",
      attendees: [attendee],
    };
    const { id } = await trainings.put(null, draft);
    await expect(trainings.confirm(id)).rejects.toMatchObject({ code: "invalid_input" });
    await trainings.put(id, { ...draft, attendees: [{ ...attendee, attendance: "attended" }] });
    as(marc);
    expect(await trainings.list()).toEqual([]);
    await expect(trainings.confirm(id)).rejects.toMatchObject(forbidden);
    as(claire);
    await trainings.confirm(id);
    expect(await store.enteredSkills()).toMatchObject([{ agentId: "alice", level: 2, trainingId: id }]);
    await expect(trainings.put(id, draft)).rejects.toMatchObject({ code: "invalid_input" });
    expect((await matrix.get(null)).rows).toEqual([]);
  });
});

it("sheets are found by their words and by the name of their service", async () => {
  const { store, sheets } = await house();
  const service = (id: string, name: string) => ({ id, name, channels: ["counter" as const], targets: [] });
  await store.putDirectory({
    sites: [],
    services: [service("p", "Passeports"), service("e", "État civil")],
    roster: [],
  });
  await sheets.save(0, { serviceId: "p", text: "Deux photos.", reviewDate: null });
  await sheets.save(0, { serviceId: "e", text: "Un acte de naissance.", reviewDate: null });
  const ids = async (text: string) => (await sheets.find(text)).map(({ serviceId }) => serviceId);
  expect(await ids("")).toEqual(["e", "p"]);
  expect(await ids("photo")).toEqual(["p"]);
  expect(await ids("etat civ")).toEqual(["e"]);
  expect(await ids("mariage")).toEqual([]);
});

it("knowledge gaps refuse a period that is too long, or none", async () => {
  const { store } = await house();
  const gaps = createKnowledgeGaps(store);
  const day = 24 * 3_600_000;
  await expect(gaps.find({ fromMs: 0, toMs: 93 * day, siteId: null })).rejects.toMatchObject({
    code: "invalid_input",
  });
  await expect(gaps.find({ fromMs: 5, toMs: 5, siteId: null })).rejects.toMatchObject({
    code: "invalid_input",
  });
  expect((await gaps.find({ fromMs: 0, toMs: 92 * day, siteId: null })).gaps).toEqual([]);
});

/** The events of an iCalendar text: unfolded, then unescaped. */
function readCalendar(text: string): Record<string, string>[] {
  const lines = text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") events.push({});
    const colon = line.indexOf(":");
    const last = events.at(-1);
    if (last === undefined || colon < 0) continue;
    last[line.slice(0, colon)] = line
      .slice(colon + 1)
      .replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
  }
  return events;
}

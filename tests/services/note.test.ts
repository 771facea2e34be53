import { describe, expect, it } from "vitest";
import { createAgreedSteps } from "../../electron/services/agreed-step.ts";
import { createAudit } from "../../electron/services/audit.ts";
import { createCoachingSessions } from "../../electron/services/coaching-session.ts";
import { createCommitments } from "../../electron/services/commitment.ts";
import { createMine } from "../../electron/services/mine.ts";
import { createNotes } from "../../electron/services/note.ts";
import { createNoteFigures } from "../../electron/services/note-figures.ts";
import { createSkillMatrix } from "../../electron/services/skill-matrix.ts";
import { createTrainings } from "../../electron/services/training.ts";
import type { Store } from "../../electron/store/store.ts";
import type { Actor } from "../../shared/domain/actor.ts";
import { everyNote, type NoteDraft } from "../../shared/domain/note.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, minuteMs, morningMs, visit } from "../store/events.ts";
import { steadyClock } from "./steady-clock.ts";

const somebody: Actor = { personId: null, name: "", roles: [], agentId: null, teamAgentIds: null };
const lead = (name: string, more: Partial<Actor> = {}): Actor => ({
  ...somebody,
  personId: name.toLowerCase(),
  name,
  roles: ["team_lead"],
  ...more,
});
const claire = lead("Claire", { teamAgentIds: ["alice", "bob"] });
const marc = lead("Marc", { teamAgentIds: ["alice"] });
const zoe = lead("Zoé", { teamAgentIds: ["bob"] });
/** Leads the team and serves at the counter. */
const leadingAlice = lead("Alice L.", { agentId: "alice", teamAgentIds: ["alice", "bob"] });
const alice: Actor = {
  ...somebody,
  personId: "p-alice",
  name: "Alice A.",
  roles: ["agent"],
  agentId: "alice",
};
const nadia: Actor = { ...somebody, personId: "p-nadia", name: "Nadia Ferrand", roles: ["supervisor"] };
const manager: Actor = { ...somebody, personId: "p-max", name: "Max", roles: ["manager"] };

const draft = (visibility: NoteDraft["visibility"], more: Partial<NoteDraft> = {}): NoteDraft => ({
  agentId: "alice",
  caseId: null,
  replyId: null,
  momentAtMs: null,
  principle: null,
  kind: "observation",
  visibility,
  text: "Un moment.",
  ...more,
});

/** The services of a console, asked by whoever is named. */
function consoleOf(store: Store, nowMs = morningMs + 60 * minuteMs) {
  let actor = claire;
  const clock = steadyClock(nowMs);
  const access = { actor: () => actor };
  const audit = createAudit(store, clock, access);
  const services = {
    notes: createNotes(store, clock, access),
    figures: createNoteFigures({ store, clock, access, audit }),
    mine: createMine({ store, clock, access, audit }),
    steps: createAgreedSteps(store, clock, access),
    sessions: createCoachingSessions({ store, clock, access }),
    matrix: createSkillMatrix(store, clock, access),
    trainings: createTrainings(store, clock, access),
    commitments: createCommitments(store, clock, access),
    audit,
  };
  return (asking: Actor) => {
    actor = asking;
    return services;
  };
}

describe("who reads a note", () => {
  it.each([
    ["author", { claire: true, marc: false, zoe: false, leadingAlice: false, manager: false }],
    ["team_leads", { claire: true, marc: true, zoe: false, leadingAlice: false, manager: false }],
    ["shared", { claire: true, marc: true, zoe: false, leadingAlice: true, manager: false }],
  ] as const)("that is for %j", async (visibility, expected) => {
    const as = consoleOf(await temporaryStore());
    const { id } = await as(claire).notes.create(draft(visibility));
    for (const [name, actor] of Object.entries({ claire, marc, zoe, leadingAlice, manager })) {
      const mayRead = expected[name as keyof typeof expected];
      const { notes } = as(actor);
      expect((await notes.find(everyNote)).total, name).toBe(mayRead ? 1 : 0);
      const reads = [notes.get(id), notes.history(id), notes.answers(id)];
      for (const read of reads) {
        const outcome = read.then(
          () => "read",
          (fault: { code: string }) => fault.code,
        );
        expect(await outcome, name).toBe(mayRead ? "read" : "not_found");
      }
      const edit = notes.edit(id, 1, draft(visibility, { text: "Autre." })).then(
        () => "edited",
        (fault: { code: string }) => fault.code,
      );
      if (actor !== claire) expect(await edit, name).toBe(mayRead ? "forbidden" : "not_found");
      else expect(await edit).toBe("edited");
    }
  });

  it("is decided for agents by the sharing alone, and they answer and acknowledge once", async () => {
    const as = consoleOf(await temporaryStore());
    const own = await as(claire).notes.create(draft("team_leads"));
    const { id } = await as(claire).notes.create(draft("shared", { text: "Bravo." }));
    await as(claire).notes.create(draft("shared", { agentId: "bob" }));
    expect((await as(alice).mine.notes()).map((note) => note.text)).toEqual(["Bravo."]);
    await expect(as(alice).mine.acknowledge(own.id)).rejects.toMatchObject({ code: "not_found" });
    const { acknowledgedAtMs } = await as(alice).mine.acknowledge(id);
    expect((await as(alice).mine.acknowledge(id)).acknowledgedAtMs).toBe(acknowledgedAtMs);
    await as(alice).mine.answer(id, "Merci.");
    await as(alice).mine.answer(id, "Une idée.");
    expect((await as(claire).notes.answers(id)).map((answer) => answer.text)).toEqual([
      "Merci.",
      "Une idée.",
    ]);
    expect(await as(claire).notes.get(id)).toMatchObject({ acknowledgedAtMs, answerCount: 2, isOwn: true });
  });
});

it("a team lead writes about their own team only", async () => {
  const as = consoleOf(await temporaryStore());
  await expect(as(zoe).notes.create(draft("shared"))).rejects.toMatchObject({ code: "forbidden" });
  const note = await as(marc).notes.create(draft("shared"));
  const other = as(marc).notes.edit(note.id, 1, draft("shared", { agentId: "bob" }));
  await expect(other).rejects.toMatchObject({ code: "forbidden" });
});

it("drafts are those of whoever asks", async () => {
  const as = consoleOf(await temporaryStore());
  const fields = { ...draft("author"), caseId: "" };
  const kept = { key: "new", fields, saved: fields, revision: null };
  await as(claire).notes.keepDraft(kept);
  expect(await as(marc).notes.drafts()).toEqual([]);
  await as(marc).notes.dropDraft("new");
  expect(await as(claire).notes.drafts()).toEqual([kept]);
});

it("the floor of the moment is kept with a note about a case or a moment", async () => {
  const store = await temporaryStore();
  await store.append(
    [
      event("agent.signed_in", "alice", morningMs, { site: "hall", name: "Alice A.", skills: [] }),
      event("agent.state_changed", "alice", morningMs + 1, { state: "available" }),
      ...visit("c1", { arrivedAtMs: morningMs, waitSeconds: 1_200, handleSeconds: 300 }),
      ...visit("c2", { arrivedAtMs: morningMs + minuteMs, waitSeconds: 3_000, handleSeconds: 60 }),
      ...visit("c3", { arrivedAtMs: morningMs + 2 * minuteMs, waitSeconds: 3_000, handleSeconds: 60 }),
    ],
    "test",
  );
  const as = consoleOf(store, morningMs + 120 * minuteMs);
  const aboutCase = await as(claire).notes.create(draft("shared", { caseId: "c1" }));
  expect(aboutCase.load).toEqual({
    atMs: morningMs + 20 * minuteMs,
    siteId: "hall",
    waiting: 2,
    longestWaitSeconds: 19 * 60,
    agentsOn: 1,
  });
  const momentAtMs = morningMs + 90_000;
  const aboutMoment = await as(claire).notes.edit(aboutCase.id, 1, draft("shared", { momentAtMs }));
  expect(aboutMoment.load).toMatchObject({ atMs: momentAtMs, waiting: 2, longestWaitSeconds: 90 });
  expect((await as(claire).notes.create(draft("shared"))).load).toBeNull();
});

describe("one person's figures", () => {
  async function withVisits(): Promise<Store> {
    const store = await temporaryStore();
    const events = ["alice", "bob", "carl"].flatMap((agent, who) =>
      Array.from({ length: 6 }, (_, index) =>
        visit(`${agent}-${index}`, {
          arrivedAtMs: morningMs + index * minuteMs,
          waitSeconds: 60,
          handleSeconds: 100 * (who + 1) + index,
          agent,
        }),
      ).flat(),
    );
    await store.append(events, "test");
    return store;
  }

  it("are shown to who coaches them, for a purpose that they can read", async () => {
    const as = consoleOf(await withVisits());
    const figures = await as(claire).figures.agent("alice", "Préparer l’entretien");
    expect(figures.services).toEqual([
      {
        serviceId: "passports",
        served: 6,
        handleP50Seconds: 102,
        handleCount: 6,
        usualHandleP50Seconds: 202,
        usualHandleCount: 18,
      },
    ]);
    expect(await as(alice).mine.views()).toMatchObject([
      { by: "Claire", kind: "person_viewed", what: "figures", purpose: "Préparer l’entretien" },
    ]);
    await expect(as(zoe).figures.agent("alice", "Curiosité")).rejects.toMatchObject({ code: "forbidden" });
    expect(await as(alice).mine.views()).toHaveLength(1);
    expect((await as(alice).mine.figures()).services).toEqual(figures.services);
    expect(await as(alice).mine.views()).toHaveLength(1);
  });

  it("never hide in those of a team of two", async () => {
    const as = consoleOf(await withVisits());
    const handlingOf = async (actor: Actor) =>
      (await as(actor).figures.team()).figures.find(({ kind }) => kind === "handle_p50")?.value;
    expect(await handlingOf(claire)).toBeNull();
    expect(await handlingOf(lead("Everybody"))).toBe(202);
  });
});

describe("everything about oneself", () => {
  it("comes whole, names others by their role, and is written down", async () => {
    const store = await temporaryStore();
    await store.append(
      [
        event("agent.signed_in", "alice", morningMs, {
          site: "hall",
          name: "Alice A.",
          skills: [{ service: "passports", level: 2 }],
        }),
        event("agent.signed_in", "bob", morningMs, { site: "hall", name: "Bob Durand", skills: [] }),
      ],
      "test",
    );
    const as = consoleOf(store);
    const { id } = await as(claire).notes.create(
      draft("shared", { text: "Claire a vu Alice aider Bob Durand ; Bob a remercié." }),
    );
    await as(claire).notes.create(draft("team_leads", { text: "Entre nous." }));
    await as(alice).mine.answer(id, "Merci à Bob.");
    await as(claire).figures.agent("alice", "Entretien");
    const { json, text } = await as(alice).mine.everything("fr");
    for (const made of [json, text]) {
      expect(made).toContain("chef d’équipe a vu Alice aider un collègue ; un collègue a remercié.");
      expect(made).toContain("Merci à un collègue.");
      expect(made).toContain("Entretien");
      expect(made).not.toMatch(/Bob|Claire|Entre nous/);
    }
    expect(JSON.parse(json)).toMatchObject({
      name: "Alice A.",
      skills: [{ serviceId: "passports", level: 2 }],
    });
    expect((await as(alice).audit.viewsOf("alice"))[0]).toMatchObject({
      kind: "exported",
      what: "everything",
    });
  });

  it("holds what was agreed, planned and learned, of that agent alone", async () => {
    const store = await temporaryStore();
    const as = consoleOf(store);
    const { steps, sessions, matrix, trainings, mine } = as(claire);
    for (const agentId of ["alice", "bob"]) {
      const about = agentId === "alice" ? "Alice" : "Bob";
      await steps.add({
        agentId,
        noteId: null,
        text: `Étape pour ${about}, vue avec Claire.`,
        dueDate: "2026-03-09",
        remindDaysBefore: 0,
      });
      await sessions.plan({ agentId, startsAtMs: morningMs, minutes: 45, place: `Salle ${about}` });
      const level = { serviceId: "passports", sinceDate: "2026-03-02", expiresDate: null };
      await matrix.put({ ...level, agentId, level: agentId === "alice" ? 3 : 1 });
    }
    await trainings.put(null, {
      topic: "Accueillir avec Claire",
      serviceId: null,
      date: "2026-03-03",
      trainer: "Claire",
      attendees: [
        { agentId: "alice", attendance: "attended", level: null, expiresDate: null },
        { agentId: "bob", attendance: "absent", level: null, expiresDate: null },
      ],
    });
    as(alice);
    const { json, text } = await mine.everything("fr");
    for (const made of [json, text]) {
      expect(made).toContain("Étape pour Alice, vue avec");
      expect(made).toContain("Salle Alice");
      expect(made).not.toMatch(/Bob|Claire/);
    }
    expect(JSON.parse(json)).toMatchObject({
      steps: [{ dueDate: "2026-03-09", state: "open" }],
      sessions: [{ minutes: 45, state: "planned" }],
      levels: [{ serviceId: "passports", level: 3 }],
      trainings: [{ date: "2026-03-03", attendance: "attended" }],
    });
  });

  it("holds what they promised and the replies they sent, without who is named in them", async () => {
    const store = await temporaryStore();
    const reply = (id: string, agent: string, text: string) =>
      event("reply.sent", id, morningMs, { service: "passports", agent, text });
    await store.append(
      [
        event("agent.signed_in", "alice", morningMs, { site: "hall", name: "Alice A.", skills: [] }),
        event("agent.signed_in", "bob", morningMs, { site: "hall", name: "Bob Durand", skills: [] }),
        reply("c1", "alice", "Madame Martin, Bob Durand vous attend avec votre dossier."),
        reply("c2", "bob", "Une réponse de quelqu’un d’autre."),
      ],
      "test",
    );
    const as = consoleOf(store);
    const promise = { caseId: null, siteId: "hall", serviceId: "passports" };
    const dueAtMs = morningMs + 1_440 * minuteMs;
    const what = "Rappeler Monsieur Lefèvre ; Nadia Ferrand relira avec Bob";
    const kept = await as(nadia).commitments.make({ ...promise, ownerId: "alice", dueAtMs, what });
    await as(alice).commitments.keep(kept.id);
    await as(nadia).commitments.make({
      ...promise,
      ownerId: "alice",
      dueAtMs: dueAtMs + minuteMs,
      what: "Écrire",
    });
    await as(nadia).commitments.make({ ...promise, ownerId: "bob", dueAtMs, what: "Pas pour elle" });

    const { json, text } = await as(alice).mine.everything("fr");
    for (const made of [json, text]) {
      expect(made).toContain("Rappeler Monsieur [masqué]");
      expect(made).toContain("vous attend avec votre dossier.");
      expect(made).not.toMatch(/Lefèvre|Martin|Bob|Nadia|quelqu’un d’autre|Pas pour elle/);
    }
    expect(text).toMatch(/tenu le .*, passports, Rappeler[\s\S]*en cours, passports, Écrire/);
    expect(JSON.parse(json)).toMatchObject({
      commitments: [
        { dueAtMs, keptAtMs: expect.any(Number), missedAtMs: null },
        { keptAtMs: null, missedAtMs: null, what: "Écrire" },
      ],
      replies: [{ caseId: "c1", serviceId: "passports", atMs: morningMs }],
    });
    const english = await as(alice).mine.everything("en");
    expect(english.text).toMatch(
      /Commitments you answer for[\s\S]*kept on[\s\S]*Replies you sent[\s\S]*vous attend/,
    );
  });

  it("is refused to whoever serves nobody", async () => {
    const { mine } = consoleOf(await temporaryStore())(manager);
    const calls = [
      mine.notes,
      mine.figures,
      mine.views,
      () => mine.everything("fr"),
      () => mine.acknowledge("x"),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "forbidden" });
  });
});

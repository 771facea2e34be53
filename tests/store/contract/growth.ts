import { expect, it } from "vitest";
import type { AgreedStep } from "../../../shared/domain/agreed-step.ts";
import type { CoachingSession } from "../../../shared/domain/coaching-session.ts";
import type { KnowledgeGapQuery, ServedLeg } from "../../../shared/domain/knowledge-gap.ts";
import type { EnteredSkill } from "../../../shared/domain/skill-matrix.ts";
import type { Training } from "../../../shared/domain/training.ts";
import { event, minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const step = (id: string, more: Partial<AgreedStep> = {}): AgreedStep => ({
  id,
  agentId: "alice",
  noteId: null,
  text: "Présente sa façon de faire.",
  dueDate: "2026-12-01",
  remindDaysBefore: 1,
  state: "open",
  outcome: null,
  settledAtMs: null,
  settledBy: null,
  author: "Claire",
  createdAtMs: morningMs,
  ...more,
});
const session = (id: string, startsAtMs: number): CoachingSession => ({
  id,
  agentId: "alice",
  startsAtMs,
  minutes: 45,
  place: "Bureau 2",
  state: "planned",
  outcome: "",
  nextSteps: "",
  author: "Claire",
  revision: 0,
  changedAtMs: morningMs,
});
const skill = (agentId: string, level: number): EnteredSkill => ({
  agentId,
  serviceId: "passports",
  level,
  sinceDate: "2026-01-01",
  expiresDate: null,
  by: "Claire",
  atMs: morningMs,
  trainingId: null,
});
const training: Training = {
  id: "t",
  topic: "Passeports",
  serviceId: "passports",
  date: "2026-03-02",
  trainer: "Marc",
  attendees: [{ agentId: "alice", attendance: "attended", level: 2, expiresDate: null }],
  state: "planned",
  author: "Claire",
  confirmedAtMs: null,
  confirmedBy: null,
};
const period: KnowledgeGapQuery = { fromMs: morningMs, toMs: morningMs + 24 * 60 * minuteMs, siteId: null };

/** Steps, sessions, skills, trainings and sheets: what people enter to grow. */
export function growthContract(openFresh: OpenFresh): void {
  it(
    "keeps agreed steps over a restart, by due date, settled ones from an instant on",
    onFresh(openFresh, async (store, fresh) => {
      await store.changeAgreedStep("b", () => step("b"));
      await store.changeAgreedStep("a", () => step("a", { dueDate: "2026-11-30" }));
      await store.changeAgreedStep("c", () => step("c", { state: "done", settledAtMs: morningMs }));
      const reopened = await fresh.reopen();
      expect((await reopened.agreedSteps(morningMs)).map(({ id }) => id)).toEqual(["a", "b", "c"]);
      expect((await reopened.agreedSteps(morningMs + 1)).map(({ id }) => id)).toEqual(["a", "b"]);
      const refused = reopened.changeAgreedStep("a", (before) => {
        throw new Error(before?.text);
      });
      await expect(refused).rejects.toThrow("Présente");
    }),
  );

  it(
    "gives the sessions that start in a time",
    onFresh(openFresh, async (store) => {
      for (const [id, at] of [
        ["late", morningMs + 10],
        ["early", morningMs],
        ["after", morningMs + 20],
      ] as const) {
        await store.changeSession(id, () => session(id, at));
      }
      expect((await store.sessions(morningMs, morningMs + 20)).map(({ id }) => id)).toEqual([
        "early",
        "late",
      ]);
      await store.changeSession("early", () => ({ ...session("early", morningMs + 30), revision: 1 }));
      expect((await store.session("early"))?.revision).toBe(1);
      expect((await store.sessions(morningMs, morningMs + 20)).map(({ id }) => id)).toEqual(["late"]);
    }),
  );

  it(
    "keeps one entered skill for each agent and service; a training writes its skills with it, or not at all",
    onFresh(openFresh, async (store) => {
      await store.putEnteredSkill(skill("alice", 1));
      await store.putEnteredSkill(skill("alice", 3));
      expect((await store.enteredSkills()).map(({ level }) => level)).toEqual([3]);
      expect(await store.removeEnteredSkill("alice", "passports")).toBe(true);
      expect(await store.removeEnteredSkill("alice", "passports")).toBe(false);
      await store.changeTraining("t", () => ({ training, skills: [] }));
      await store.changeTraining("t", (before) => ({
        training: { ...(before ?? training), state: "confirmed" },
        skills: [skill("alice", 2)],
      }));
      expect((await store.trainings())[0]?.state).toBe("confirmed");
      expect(await store.enteredSkills()).toEqual([skill("alice", 2)]);
    }),
  );

  it(
    "keeps every wording of a sheet, and refuses one that was written over another",
    onFresh(openFresh, async (store) => {
      const draft = { serviceId: "passports", text: "Deux photos.", reviewDate: null };
      await store.saveServiceSheet(draft, 0, "Claire", morningMs);
      await store.saveServiceSheet({ ...draft, text: "Une photo." }, 1, "Marc", morningMs + 1);
      await expect(store.saveServiceSheet(draft, 1, "Claire", morningMs)).rejects.toMatchObject({
        code: "case_changed",
      });
      const history = await store.serviceSheetHistory("passports");
      expect(history.map(({ version, author }) => [version, author])).toEqual([
        [2, "Marc"],
        [1, "Claire"],
      ]);
      expect(await store.serviceSheets()).toEqual([history[0]]);
      expect(await store.findServiceSheets("deux")).toEqual([]);
    }),
  );

  it.each([
    ["photos", "Une photo d’identité récente."],
    ["photo", "Deux photos d’identité."],
    ["IDENTITE", "Deux photos d’identité."],
    ["receipts", "Keep the receipt."],
    ["timbres fisc", "Un timbre fiscal de 86 euros."],
  ])("finds the sheet %j in %j", (text, written) =>
    onFresh(openFresh, async (store) => {
      const draft = { serviceId: "passports", text: written, reviewDate: null };
      await store.saveServiceSheet(draft, 0, "Claire", morningMs);
      expect(await store.findServiceSheets(text)).toEqual(["passports"]);
      expect(await store.findServiceSheets("mariage")).toEqual([]);
    })(),
  );

  it(
    "gives served legs with their visit and where they went next, and how long they were handled",
    onFresh(openFresh, async (store) => {
      await store.append(
        [
          ...visit("A", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 300 }),
          ...visit("gone", { arrivedAtMs: morningMs + 1, waitSeconds: 60, handleSeconds: null }),
          event("case.arrived", "B", morningMs + 2 * minuteMs, {
            site: "hall",
            service: "passports",
            channel: "counter",
            ticket: "B007",
            visit: 2,
          }),
          event("case.called", "B", morningMs + 3 * minuteMs, {}),
          event("case.started", "B", morningMs + 3 * minuteMs, {}),
          event("case.transferred", "B", morningMs + 5 * minuteMs, { toService: "civil" }),
          event("case.called", "B", morningMs + 6 * minuteMs, {}),
          event("case.started", "B", morningMs + 6 * minuteMs, {}),
          event("case.completed", "B", morningMs + 9 * minuteMs, {}),
        ],
        "test",
      );
      const legs: ServedLeg[] = [];
      for await (const batch of store.servedLegs(period)) legs.push(...batch);
      const told = legs.map(({ caseId, ticket, serviceId, handleMs, visit: which, nextServiceId }) => [
        caseId,
        ticket,
        serviceId,
        handleMs,
        which,
        nextServiceId,
      ]);
      expect(told).toEqual([
        ["A", null, "passports", 300_000, 1, null],
        ["B", "B007", "passports", 120_000, 2, "civil"],
        ["B", "B007", "civil", 180_000, null, null],
      ]);
      expect(await store.handleCounts(period)).toEqual(
        expect.arrayContaining([
          { serviceId: "passports", handleSeconds: 300, count: 1 },
          { serviceId: "civil", handleSeconds: 180, count: 1 },
        ]),
      );
      expect(await store.handleCounts({ ...period, siteId: "elsewhere" })).toEqual([]);
    }),
  );
}

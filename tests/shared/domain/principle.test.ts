import { describe, expect, it } from "vitest";
import type { Idea } from "../../../shared/domain/idea.ts";
import { peopleByService } from "../../../shared/domain/principle-cover.ts";
import { ideaCounts, unansweredIdeas } from "../../../shared/domain/principle-ideas.ts";
import { monthsUntil, monthToShow, principleMonth } from "../../../shared/domain/principle-month.ts";
import {
  everySecondStep,
  honestyStep,
  ideasStep,
  knowledgeStep,
  oneTeamStep,
  ownWordsStep,
} from "../../../shared/domain/principle-next-step.ts";
import type { SkillCell } from "../../../shared/domain/skill-matrix.ts";

describe("a month beside the one before", () => {
  it("while it is under way counts the days before today, and as many of the month before", () => {
    expect(principleMonth("2026-11", "2026-11-24")).toEqual({
      month: "2026-11",
      fromDate: "2026-11-01",
      untilDate: "2026-11-24",
      previousFromDate: "2026-10-01",
      previousUntilDate: "2026-10-24",
      days: 23,
      isUnderWay: true,
    });
  });

  it("once it is over, is whole beside whole", () => {
    expect(principleMonth("2026-02", "2026-11-24")).toMatchObject({
      untilDate: "2026-03-01",
      previousFromDate: "2026-01-01",
      previousUntilDate: "2026-02-01",
      days: 28,
      isUnderWay: false,
    });
  });

  it("never runs over the end of a shorter month before, nor over the turn of the year", () => {
    expect(principleMonth("2027-03", "2027-03-31").previousUntilDate).toBe("2027-03-01");
    expect(principleMonth("2027-01", "2027-01-05")).toMatchObject({
      previousFromDate: "2026-12-01",
      previousUntilDate: "2026-12-05",
    });
    expect(principleMonth("2026-11", "2026-11-01").days).toBe(0);
  });
});

describe("the month that is shown unasked", () => {
  it("is the one under way once a week of it is over, before that the last whole one", () => {
    expect(monthToShow("2026-12-07")).toBe("2026-11");
    expect(monthToShow("2026-12-08")).toBe("2026-12");
    expect(monthToShow("2027-01-01")).toBe("2026-12");
  });

  it("ends as many months as are asked for, whatever their lengths", () => {
    expect(monthsUntil("2026-03", 6)).toEqual([
      "2025-10",
      "2025-11",
      "2025-12",
      "2026-01",
      "2026-02",
      "2026-03",
    ]);
  });
});

describe("one team", () => {
  const cell = (serviceId: string, signalledLevel: number | null, entered?: [number, string]): SkillCell => ({
    serviceId,
    signalledLevel,
    entered:
      entered === undefined
        ? null
        : {
            agentId: "a",
            serviceId,
            level: entered[0],
            sinceDate: entered[1],
            expiresDate: "2026-12-31",
            by: "Claire",
            atMs: 0,
            trainingId: null,
          },
  });
  const rows = [
    { cells: [cell("passports", 3), cell("weddings", 1, [2, "2026-11-20"])] },
    { cells: [cell("passports", 2), cell("stranger", 3)] },
  ];
  const services = ["passports", "weddings", "nobody-knows-it"];

  it("counts who serves a service alone, the thinnest first, and leaves out what nobody has learnt", () => {
    expect(peopleByService(services, rows, "2026-11-24")).toEqual([
      { serviceId: "weddings", people: 1 },
      { serviceId: "passports", people: 2 },
    ]);
  });

  it("leaves out a skill before it begins and after it ends", () => {
    const weddings = (date: string) =>
      peopleByService(services, rows, date).find(({ serviceId }) => serviceId === "weddings")?.people;
    expect(weddings("2026-11-19")).toBe(0);
    expect(weddings("2027-01-01")).toBe(0);
  });

  it("asks for a second person where there is none, for nothing where there are two, and for skills where none is known", () => {
    expect(oneTeamStep(peopleByService(services, rows, "2026-11-24"))).toMatchObject({
      serviceId: "weddings",
    });
    expect(oneTeamStep([{ serviceId: "passports", people: 2 }])).toBeNull();
    expect(oneTeamStep([])).toMatchObject({ kind: "enter_skills" });
  });
});

describe("sharing ideas", () => {
  const day = 86_400_000;
  const idea = (id: string, change: Partial<Idea>): Idea => ({
    id,
    kind: "idea",
    title: id,
    text: "",
    principle: "sharing_ideas",
    serviceId: null,
    siteId: null,
    noteId: null,
    author: "Amina",
    createdAtMs: 10 * day,
    state: "proposed",
    trial: null,
    history: [{ state: "proposed", reason: null, by: "Amina", atMs: 10 * day }],
    comments: [],
    ...change,
  });
  const ideas = [
    idea("silent", {}),
    idea("own words", { comments: [{ id: "1", text: "…", by: "Amina", atMs: 11 * day }] }),
    idea("answered", { comments: [{ id: "2", text: "Oui", by: "Claire", atMs: 12 * day }] }),
    idea("tried", {
      state: "adopted",
      history: [
        { state: "proposed", reason: null, by: "Amina", atMs: 10 * day },
        { state: "trying", reason: null, by: "Claire", atMs: 14 * day },
        { state: "adopted", reason: "utile", by: "Claire", atMs: 40 * day },
      ],
    }),
  ];

  it("counts what happened in the time, and how long the first word of somebody else took", () => {
    expect(ideaCounts(ideas, 10 * day, 20 * day)).toEqual({
      proposed: 4,
      tried: 1,
      settled: 0,
      firstAnswerDays: 3,
      answered: 2,
    });
    expect(ideaCounts(ideas, 20 * day, 50 * day)).toMatchObject({
      proposed: 0,
      settled: 1,
      firstAnswerDays: null,
    });
  });

  it("asks for a word to those that have had none", () => {
    expect(unansweredIdeas(ideas)).toBe(2);
    expect(ideasStep(2, 4)).toMatchObject({ kind: "answer_ideas" });
    expect(ideasStep(0, 0)).toMatchObject({ kind: "propose_idea" });
    expect(ideasStep(0, 4)).toBeNull();
  });
});

describe("next steps", () => {
  it("point at the service that most people are handed on to, from one in ten on", () => {
    const rows = [
      { serviceId: "a", transfersIn: 5, arrivals: 95 },
      { serviceId: "b", transfersIn: 20, arrivals: 80 },
      { serviceId: "c", transfersIn: 10, arrivals: 10 },
    ];
    expect(knowledgeStep(rows, "/trends")).toMatchObject({ serviceId: "b" });
    expect(knowledgeStep(rows.slice(0, 1), "/trends")).toBeNull();
  });

  it("point at the service with the most people beyond its target, not at the worst share of a few", () => {
    const rows = [
      { serviceId: "few", inTarget: 1, targetBase: 4 },
      { serviceId: "many", inTarget: 60, targetBase: 100 },
      { serviceId: "fine", inTarget: 900, targetBase: 1_000 },
    ];
    expect(everySecondStep(rows, (id) => id)).toMatchObject({ serviceId: "many", address: "many" });
    expect(everySecondStep(rows.slice(2), (id) => id)).toBeNull();
  });

  it("ask for what is overdue before anything else, and for canned replies only where most is canned", () => {
    expect(honestyStep(1, 5)).toMatchObject({ kind: "settle_overdue" });
    expect(honestyStep(0, 5)).toBeNull();
    expect(honestyStep(0, 0)).toMatchObject({ kind: "make_commitment" });
    expect(ownWordsStep(null, false)).toMatchObject({ kind: "connect_replies" });
    expect(ownWordsStep(0.4, true)).toMatchObject({ kind: "look_at_replies" });
    expect(ownWordsStep(0.5, true)).toBeNull();
    expect(ownWordsStep(null, true)).toBeNull();
  });
});

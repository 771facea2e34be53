import { describe, expect, it } from "vitest";
import { agreedStepGroup, isReminded } from "../../../shared/domain/agreed-step.ts";
import {
  countedMedian,
  KnowledgeGapTally,
  mediansOf,
  type ServedLeg,
} from "../../../shared/domain/knowledge-gap.ts";
import { shownFigures } from "../../../shared/domain/preparation.ts";
import { coverOf, type EnteredSkill, skillCells, skillExpiry } from "../../../shared/domain/skill-matrix.ts";
import { skillsGranted } from "../../../shared/domain/training.ts";

/** A Tuesday. */
const today = "2026-11-24";
const skill = (more: Partial<EnteredSkill> = {}): EnteredSkill => ({
  agentId: "alice",
  serviceId: "passports",
  level: 2,
  sinceDate: "2026-01-01",
  expiresDate: null,
  by: "Claire",
  atMs: 0,
  trainingId: null,
  ...more,
});

describe("agreed steps", () => {
  it.each([
    ["2026-11-23", "overdue"],
    ["2026-11-24", "this_week"],
    ["2026-11-29", "this_week"],
    ["2026-11-30", "later"],
  ] as const)("due on %s are %s on Tuesday the 24th", (dueDate, group) => {
    expect(agreedStepGroup({ state: "open", dueDate }, today)).toBe(group);
    expect(agreedStepGroup({ state: "dropped", dueDate }, today)).toBe("settled");
  });

  it("are reminded of from so many days before on, over the end of a month too, until they are settled", () => {
    const due = { state: "open", dueDate: "2026-12-01", remindDaysBefore: 7 } as const;
    expect(isReminded(due, "2026-11-23")).toBe(false);
    expect(isReminded(due, today)).toBe(true);
    expect(isReminded(due, "2026-12-24")).toBe(true);
    expect(isReminded({ ...due, state: "done" }, today)).toBe(false);
  });
});

describe("skills", () => {
  it.each([
    [null, "none"],
    ["2026-11-23", "expired"],
    ["2026-11-24", "soon"],
    ["2027-01-23", "soon"],
    ["2027-01-24", "valid"],
  ] as const)("that end on %s are %s", (expiresDate, expiry) => {
    expect(skillExpiry({ entered: skill({ expiresDate }) }, today)).toBe(expiry);
  });

  it("that were entered win over those signalled, and both stay", () => {
    expect(skillCells([{ serviceId: "passports", level: 3 }], [skill({ level: 1 })])).toEqual([
      { serviceId: "passports", signalledLevel: 3, entered: skill({ level: 1 }) },
    ]);
  });

  it("cover a service with those who serve alone today", () => {
    const signalled = (level: number) => ({ cells: skillCells([{ serviceId: "passports", level }], []) });
    const entered = (more: Partial<EnteredSkill>) => ({
      cells: skillCells([{ serviceId: "passports", level: 3 }], [skill(more)]),
    });
    const rows = [
      signalled(2),
      signalled(1),
      entered({ level: 1 }),
      entered({ expiresDate: "2026-11-23" }),
      entered({ expiresDate: "2026-12-01" }),
    ];
    // Alone today: the first and the last; two ended or are about to.
    expect(coverOf(["passports", "civil"], rows, today)).toEqual([
      { serviceId: "passports", ableCount: 2, expiringCount: 2 },
      { serviceId: "civil", ableCount: 0, expiringCount: 0 },
    ]);
  });

  it("are granted to those who attended, where the training is about a service", () => {
    const attendee = { agentId: "alice", attendance: "attended", level: 2, expiresDate: null } as const;
    const training = {
      id: "t",
      serviceId: "passports",
      date: today,
      attendees: [
        attendee,
        { ...attendee, agentId: "bob", attendance: "absent" as const },
        { ...attendee, agentId: "chloe", level: null },
      ],
    };
    expect(skillsGranted(training, "Claire", 5)).toEqual([
      skill({ sinceDate: today, atMs: 5, trainingId: "t" }),
    ]);
    expect(skillsGranted({ ...training, serviceId: null }, "Claire", 5)).toEqual([]);
  });
});

describe("knowledge gaps", () => {
  const leg = (number: number, more: Partial<ServedLeg> = {}): ServedLeg => ({
    caseId: `c${number}`,
    ticket: null,
    siteId: "hall",
    serviceId: "passports",
    arrivedAtMs: number,
    handleMs: 300_000,
    visit: 1,
    nextServiceId: null,
    ...more,
  });

  it("take the middle value by nearest rank, of five at least", () => {
    expect(
      countedMedian(
        new Map([
          [300, 2],
          [100, 2],
          [900, 1],
        ]),
      ),
    ).toBe(300);
    expect(
      countedMedian(
        new Map([
          [100, 3],
          [900, 3],
        ]),
      ),
    ).toBe(100);
    expect(countedMedian(new Map([[100, 4]]))).toBeNull();
  });

  it("count what was passed on, took more than twice the usual time, or was a second visit", () => {
    const medians = mediansOf([{ serviceId: "passports", handleSeconds: 200, count: 9 }]);
    const tally = new KnowledgeGapTally(medians);
    tally.add(leg(1, { nextServiceId: "civil" }));
    tally.add(leg(2, { nextServiceId: "passports" }));
    tally.add(leg(3, { handleMs: 400_000 }));
    tally.add(leg(4, { handleMs: 401_000 }));
    tally.add(leg(5, { visit: 2, handleMs: null }));
    tally.add(leg(6, { visit: null }));
    const [gap] = tally.read();
    expect(gap?.transferred).toMatchObject({ count: 1, total: 6, evidence: [{ caseId: "c1" }] });
    expect(gap?.long).toMatchObject({ count: 1, total: 5, share: 0.2, evidence: [{ handleSeconds: 401 }] });
    expect(gap?.repeat).toMatchObject({ count: 1, total: 5, evidence: [{ caseId: "c5" }] });
    expect([gap?.handleMedianSeconds, gap?.baselineMedianSeconds]).toEqual([300, 200]);
  });

  it("say nothing of fewer than five, nor of long handling where the usual is not known", () => {
    const tally = new KnowledgeGapTally(new Map());
    for (let number = 1; number <= 4; number += 1) tally.add(leg(number, { visit: 2 }));
    expect(tally.read()[0]).toMatchObject({ transferred: null, long: null, repeat: null });
    tally.add(leg(5));
    expect(tally.read()[0]).toMatchObject({ repeat: { count: 4, total: 5 }, long: null });
  });

  it("list the twenty newest cases", () => {
    const tally = new KnowledgeGapTally(new Map());
    for (let number = 1; number <= 30; number += 1) tally.add(leg(number, { visit: 2 }));
    const evidence = tally.read()[0]?.repeat?.evidence ?? [];
    expect([evidence.length, evidence[0]?.caseId, evidence[19]?.caseId]).toEqual([20, "c30", "c11"]);
  });
});

it("a preparation hides figures of groups under five", () => {
  const figure = {
    serviceId: null,
    agentCount: 5,
    served: 90,
    waitP50Seconds: 1,
    waitP90Seconds: 2,
    serviceLevel: 0.8,
  };
  expect(shownFigures([figure, { ...figure, agentCount: 4 }, { ...figure, served: 4 }])).toEqual({
    figures: [figure],
    hiddenCount: 2,
  });
});

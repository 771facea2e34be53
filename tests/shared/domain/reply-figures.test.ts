import { describe, expect, it, test } from "vitest";
import { distributionsOf } from "../../../shared/domain/feedback.ts";
import type { ReplyAnalysis } from "../../../shared/domain/reply.ts";
import { adviceOn } from "../../../shared/domain/reply-advice.ts";
import { figuresByMonth, figuresByService, medianOf, monthOf } from "../../../shared/domain/reply-figures.ts";

const atMs = Date.UTC(2026, 10, 3, 9);

function analysed(
  serviceId: string,
  share: number | null,
  addressing: ReplyAnalysis["addressing"],
  concrete: boolean,
) {
  const references = concrete ? [{ kind: "date" as const, start: 0, end: 1 }] : [];
  return { reply: { atMs, serviceId }, analysis: { personalShare: share, addressing, references } };
}

describe("figures of replies", () => {
  const five = [
    analysed("passports", 0.2, "by_name", true),
    analysed("passports", 0.9, "formal", true),
    analysed("passports", 0.4, "greeting", false),
    analysed("passports", 0.6, "none", false),
    analysed("passports", null, "none", true),
  ];

  it("gives the median of what is known, and the shares of five", () => {
    expect(figuresByMonth(five, "passports", "Europe/Paris")).toEqual([
      {
        month: "2026-11",
        serviceId: "passports",
        replyCount: 5,
        medianPersonalShare: 0.5,
        addressedShare: 2 / 5,
        concreteShare: 3 / 5,
      },
    ]);
  });

  it("shows nothing of four, also beside a group that is shown", () => {
    const rows = figuresByService([
      ...five,
      ...five.slice(0, 4).map((one) => ({ ...one, reply: { atMs, serviceId: "planning" } })),
    ]);
    expect(rows.map(({ serviceId, replyCount }) => [serviceId, replyCount])).toEqual([
      [null, 9],
      ["passports", 5],
      ["planning", null],
    ]);
    expect(rows[2]).toMatchObject({ medianPersonalShare: null, addressedShare: null, concreteShare: null });
  });

  it("counts by the months of the local clock", () => {
    expect(monthOf(Date.UTC(2026, 9, 31, 22, 59), "Europe/Paris")).toBe("2026-10");
    expect(monthOf(Date.UTC(2026, 9, 31, 23), "Europe/Paris")).toBe("2026-11");
  });
});

test("the median of one, two and none", () => {
  expect([medianOf([]), medianOf([3]), medianOf([4, 1]), medianOf([9, 1, 2])]).toEqual([null, 3, 2.5, 2]);
});

test("advice points at the three longest passages, then at what is missing", () => {
  const passage = (words: number) => ({
    start: 0,
    end: 1,
    words,
    from: { kind: "template", templateId: "t", version: 1 } as const,
  });
  const passages = [12, 11, 30, 20, 15].map(passage);
  expect(adviceOn({ passages, addressing: "none", references: [] })).toEqual([
    { kind: "passage", index: 2 },
    { kind: "passage", index: 3 },
    { kind: "passage", index: 4 },
    { kind: "no_address" },
    { kind: "no_reference" },
  ]);
  expect(
    adviceOn({ passages: [], addressing: "greeting", references: [{ kind: "date", start: 0, end: 1 }] }),
  ).toEqual([]);
});

test("answers 1 to 5 are counted for all and by service; four answers are hidden", () => {
  expect(
    distributionsOf([
      { serviceId: "planning", treated: 1, count: 4 },
      { serviceId: "passports", treated: 5, count: 5 },
    ]),
  ).toEqual([
    { serviceId: null, counts: [4, 0, 0, 0, 5] },
    { serviceId: "passports", counts: [0, 0, 0, 0, 5] },
    { serviceId: "planning", counts: null },
  ]);
});

import { describe, expect, it } from "vitest";
import { experienceRow, experienceScore, treatedScore } from "../../../shared/domain/experience.ts";

const day = { key: "2026-03-02", fromMs: 0 };

describe("how people felt treated", () => {
  it("maps answers of 1 to 5 to 0 to 100, evenly", () => {
    const scoreOf = (treated: number) =>
      treatedScore({ answers: 1, treatedSum: treated, solved: 0, solvedKnown: 0 });
    expect([1, 2, 3, 4, 5].map(scoreOf)).toEqual([0, 25, 50, 75, 100]);
  });
});

describe("citizen experience", () => {
  it("is 70 % how people felt treated, 15 % the service level and 15 % what was solved at once", () => {
    // Answers 5, 5, 4, 4, 2: a mean of 4 is 75. Level 80 %, 3 of 5 solved.
    // 0.7 × 75 + 0.3 × (0.5 × 80 + 0.5 × 60) = 52.5 + 21 = 73.5
    const row = experienceRow({ ...day, answers: 5, treatedSum: 20, solved: 3, solvedKnown: 5 }, 0.8);
    expect(row).toEqual({
      ...day,
      experience: expect.closeTo(73.5, 10),
      treatedScore: 75,
      serviceLevel: 0.8,
      solvedShare: 0.6,
      solvedKnownCount: 5,
      answerCount: 5,
    });
  });

  it("is never shown for fewer than five answers, nor what five answers do not say", () => {
    const row = experienceRow({ ...day, answers: 4, treatedSum: 20, solved: 4, solvedKnown: 4 }, 0.8);
    expect(row).toMatchObject({ experience: null, treatedScore: null, solvedShare: null, answerCount: null });
    const partly = experienceRow({ ...day, answers: 9, treatedSum: 36, solved: 1, solvedKnown: 4 }, 0.8);
    expect(partly).toMatchObject({ experience: expect.closeTo(0.7 * 75 + 0.3 * 80, 10), solvedShare: null });
  });

  it("lets the part that is known stand for the one that is not", () => {
    expect(experienceScore(80, null, 0.5)).toBeCloseTo(0.7 * 80 + 0.3 * 50, 10);
    expect(experienceScore(80, null, null)).toBe(80);
    expect(experienceScore(null, 0.9, 0.9)).toBeNull();
  });
});

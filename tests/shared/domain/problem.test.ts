import { describe, expect, it } from "vitest";
import {
  joinProblems,
  keepApart,
  type Problem,
  problemOf,
  splitReport,
  suggestProblems,
} from "../../../shared/domain/problem.ts";
import { similarTexts } from "../../../shared/similarity/similar-texts.ts";

let minutes = 0;
function problem(id: string, text: string): Problem {
  minutes += 1;
  return problemOf(id, {
    id: `${id}-report`,
    text,
    siteId: null,
    serviceId: null,
    caseId: null,
    by: "Amina",
    atMs: minutes,
  });
}

const scanner = problem("scanner", "Le scanner du guichet 3 coupe le bas des pages.");
const again = problem("again", "Le scanner du guichet 3 coupe encore le bas des pages");
const lamp = problem("lamp", "L’ampoule de l’accueil clignote.");

describe("reports of the same problem", () => {
  it("are proposed to the oldest that reads alike, and nothing else is", () => {
    expect(suggestProblems([again, lamp, scanner], similarTexts)).toEqual([
      { problemId: "again", sameAs: "scanner" },
    ]);
  });

  it("are put together and taken apart again, and then no longer proposed", () => {
    const [empty, both] = joinProblems(again, scanner);
    expect([empty.reports.length, both.reports.map(({ id }) => id)]).toEqual([
      0,
      ["scanner-report", "again-report"],
    ]);
    const [left, taken] = splitReport(both, "again-report", "again");
    expect([left.reports.length, taken.reports.length]).toEqual([1, 1]);
    expect(suggestProblems([left, taken], similarTexts)).toEqual([]);
    expect(() => splitReport(left, "scanner-report", "x")).toThrow("can't be taken out");
  });

  it("are left alone where somebody said that they differ", () => {
    expect(suggestProblems([scanner, keepApart(again, scanner)], similarTexts)).toEqual([]);
    expect(suggestProblems([keepApart(scanner, again), again], similarTexts)).toEqual([]);
  });
});

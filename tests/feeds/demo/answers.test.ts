import { describe, expect, it } from "vitest";
import { hourMs, ofType, openMs, playDay } from "./play.ts";

describe("what demo citizens answer", () => {
  const events = [1, 2, 3].flatMap((seed) => playDay(seed));
  const answers = ofType(events, "feedback.given");
  const completed = ofType(events, "case.completed");

  it("comes from one in eight to one in four of those who were served, after they were", () => {
    const share = answers.length / completed.length;
    expect(share).toBeGreaterThan(1 / 8);
    expect(share).toBeLessThan(1 / 4);
    const servedAtMs = new Map(
      playDay(1)
        .filter(({ type }) => type === "case.completed")
        .map(({ subject, atMs }) => [subject, atMs]),
    );
    for (const answer of ofType(playDay(1), "feedback.given")) {
      expect(answer.atMs).toBeGreaterThan(servedAtMs.get(answer.subject) ?? Number.POSITIVE_INFINITY);
      expect(answer.atMs).toBeLessThanOrEqual(openMs + 9 * hourMs);
    }
  });

  it("is mostly kind, less so from people whose matter is not solved", () => {
    const mean = (list: typeof answers) =>
      list.reduce((sum, { data }) => sum + data.treated, 0) / list.length;
    const solved = mean(answers.filter(({ data }) => data.solved));
    const unsolved = mean(answers.filter(({ data }) => !data.solved));
    expect(solved).toBeGreaterThan(3.7);
    expect(solved).toBeLessThan(4.7);
    expect(unsolved).toBeLessThan(solved - 0.2);
  });

  it("is the same for the same seed", () => {
    expect(ofType(playDay(7), "feedback.given")).toEqual(ofType(playDay(7), "feedback.given"));
  });
});

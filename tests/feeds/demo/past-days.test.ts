/** What the demo town promises, writes, and whom it calls in. */
import { describe, expect, it } from "vitest";
import { standardTexts } from "../../../electron/feeds/demo/floor/standard-texts.ts";
import { foldBackupCall, isBackupOpen } from "../../../shared/domain/backup.ts";
import { foldCommitments } from "../../../shared/domain/commitment.ts";
import { commitmentFigure } from "../../../shared/domain/commitment-figure.ts";
import { maskNames } from "../../../shared/domain/mask-names.ts";
import { ReplyCorpus } from "../../../shared/domain/reply-corpus.ts";
import { medianOf } from "../../../shared/domain/reply-figures.ts";
import { ofType, openMs, playDay } from "./play.ts";

const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((seed) => playDay(seed));

describe("what the demo town promises", () => {
  const commitments = days.flatMap((events) => {
    const own = events.filter(({ type }) => type.startsWith("commitment."));
    return [...Map.groupBy(own, ({ subject }) => subject)].flatMap(([subject, told]) =>
      foldCommitments(subject, told),
    );
  });

  it("is made on a case whose matter is not solved, for later, by whoever served it", () => {
    expect(commitments.length).toBeGreaterThan(20);
    for (const events of days) {
      const open = new Set(
        ofType(events, "case.completed").flatMap(({ subject, data }) => (data.resolved ? [] : [subject])),
      );
      for (const { data, atMs } of ofType(events, "commitment.made")) {
        expect(open).toContain(data.case);
        expect(Date.parse(data.dueAt)).toBeGreaterThan(atMs);
      }
    }
  });

  it("is kept in time mostly, and forgotten now and then", () => {
    const muchLaterMs = openMs + 40 * 24 * 60 * 60 * 1_000;
    const figure = commitmentFigure("total", commitments, muchLaterMs);
    expect(figure.keptInTimeShare).toBeGreaterThan(0.65);
    expect(figure.keptInTimeShare).toBeLessThan(0.95);
    expect(commitments.some(({ keptAtMs, missedAtMs }) => keptAtMs === null && missedAtMs === null)).toBe(
      true,
    );
  });
});

describe("what the demo town writes", () => {
  const replies = days.flatMap((events) => ofType(events, "reply.sent"));

  it("names nobody", () => {
    expect(replies.length).toBeGreaterThan(80);
    for (const { data } of replies) expect(maskNames(data.text)).toBe(data.text);
  });

  it("holds standard texts word for word, and replies that are wholly personal", () => {
    const corpus = new ReplyCorpus(
      standardTexts.map(({ text }, index) => ({ id: `t${index}`, version: 1, text })),
    );
    const sent = replies.map(({ data }, atMs) => ({
      id: `${atMs}`,
      caseId: `c${atMs}`,
      atMs,
      text: data.text,
    }));
    for (const reply of sent) corpus.add(reply);
    const shares = sent.flatMap((reply) => corpus.analyse(reply, []).personalShare ?? []);
    expect(shares.filter((share) => share < 0.2).length / shares.length).toBeGreaterThan(0.1);
    expect(shares.filter((share) => share > 0.6).length / shares.length).toBeGreaterThan(0.25);
    expect(medianOf(shares)).toBeGreaterThan(0.3);
  });

  it("leaves no place open", () => {
    for (const { data } of replies) expect(data.text).not.toMatch(/[{}|]/);
  });

  it("is the same for the same seed", () => {
    expect(ofType(playDay(1), "reply.sent")).toEqual(ofType(days[0] ?? [], "reply.sent"));
    expect(ofType(playDay(1), "commitment.made")).toEqual(ofType(days[0] ?? [], "commitment.made"));
  });
});

describe("the calls for backup of past days", () => {
  const calls = days.flatMap((events) =>
    [...Map.groupBy(events, ({ subject }) => subject).values()].flatMap((own) => foldBackupCall(own) ?? []),
  );

  it("are two a day, most accepted, some declined or left without an answer, all over by the evening", () => {
    expect(calls.length).toBeGreaterThanOrEqual(18);
    expect(calls.length).toBeLessThanOrEqual(20);
    expect(calls.filter(({ state }) => state === "released").length).toBeGreaterThan(9);
    expect(calls.filter(({ state }) => isBackupOpen(state))).toEqual([]);
    expect(calls.some(({ state }) => state === "declined" || state === "expired")).toBe(true);
  });

  it("bring people to a counter, who serve and go back", () => {
    const came = calls.filter(({ arrivedAtMs }) => arrivedAtMs !== null);
    expect(came.every(({ releasedAtMs, arrivedAtMs }) => (releasedAtMs ?? 0) > (arrivedAtMs ?? 0))).toBe(
      true,
    );
    const helpers = new Set(came.map(({ agentId }) => agentId));
    const served = days
      .flatMap((events) => ofType(events, "case.called"))
      .map(({ data }) => data.agent ?? "");
    expect(served.some((agent) => helpers.has(agent))).toBe(true);
  });
});

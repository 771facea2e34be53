/** The cards of what is promised, felt and written, worked out by hand on a small house. */
import { beforeEach, describe, expect, it } from "vitest";
import { event, minuteMs } from "../store/events.ts";
import { agentAlice, managerOmar } from "./actors.ts";
import {
  answer,
  hourMs,
  november,
  october,
  openPrincipleHouse,
  problem,
  promise,
  visits,
} from "./principle-house.ts";

let house: Awaited<ReturnType<typeof openPrincipleHouse>>;

beforeEach(async () => {
  house = await openPrincipleHouse();
});

describe("saying what one does not know", () => {
  const kept = (id: string, atMs: number) => promise(id, atMs, { keptAtMs: atMs - hourMs });

  it("is promises kept in time, of those that fell due in the days", async () => {
    await house.append(
      // Due in November: 3 in time, 1 late, 1 missed, 1 forgotten: 3 of 6.
      ...[2, 3, 4].flatMap((day) => kept(`n${day}`, november(day))),
      ...promise("late", november(5), { keptAtMs: november(6) }),
      ...promise("missed", november(6), { missedAtMs: november(7) }),
      ...promise("forgotten", november(7)),
      // Due in the first 23 days of October: 4 in time, one kept eight days late: 4 of 5.
      ...[2, 3, 4, 5].flatMap((day) => kept(`o${day}`, october(day))),
      ...promise("o-late", october(20), { keptAtMs: october(28) }),
      // Later in October than the days that are set beside these.
      ...promise("o-after", october(30), { missedAtMs: october(31) }),
    );
    expect(await house.figure("commitments_in_time")).toMatchObject({
      value: 3 / 6,
      n: 6,
      previous: 4 / 5,
      previousN: 5,
    });
    // One is open and due now; on 24 October the one that was kept on the 28th was.
    expect(await house.figure("commitments_overdue")).toMatchObject({ value: 1, previous: 1 });
    const { trend, evidence, nextStep } = await house.card("honesty");
    // The whole of October: 4 of 6.
    expect(trend).toEqual([
      { month: "2026-10", value: 4 / 6 },
      { month: "2026-11", value: 3 / 6 },
    ]);
    expect(evidence).toMatchObject([
      { kind: "commitment", what: "Promesse forgotten", standing: "overdue", dueAtMs: november(7) },
      { kind: "commitment", what: "Promesse missed", standing: "missed" },
    ]);
    expect(nextStep).toMatchObject({ kind: "settle_overdue" });
  });

  it("shows what is overdue before what fell due since, for that is what somebody waits for", async () => {
    await house.append(
      ...promise("forgotten", november(7)),
      ...kept("n9", november(9)),
      ...kept("n10", november(10)),
    );
    const { evidence } = await house.card("honesty");
    expect(evidence).toMatchObject([
      { what: "Promesse forgotten", standing: "overdue" },
      { what: "Promesse n10", standing: "kept_in_time" },
    ]);
  });

  it("shows no share of fewer than five, and says that it is so few", async () => {
    await house.append(...[2, 3, 4, 5].flatMap((day) => kept(`n${day}`, november(day))));
    expect(await house.figure("commitments_in_time")).toMatchObject({ value: null, gap: "too_few", n: null });
    await house.append(...kept("n6", november(6)), ...kept("o6", october(6)));
    expect(await house.figure("commitments_in_time")).toMatchObject({
      value: 1,
      previous: null,
      comparisonGap: "too_few",
    });
  });

  it("counts problems of the site that are not solved, as they stood then", async () => {
    await house.store.changeProblems(() => [
      problem("p1", november(3), null),
      problem("p2", october(3), november(20)),
      problem("p3", october(4), october(10)),
      problem("p4", november(5), null, "annex"),
    ]);
    // Now: p1 and p4. On 24 October: p2.
    expect(await house.figure("problems_open")).toMatchObject({ value: 2, previous: 1 });
    expect(await house.figure("problems_open", "annex")).toMatchObject({
      value: 1,
      comparisonGap: "nothing_known",
    });
    const { evidence } = await house.card("honesty");
    expect(evidence.map((one) => (one.kind === "problem" ? one.text : one.kind))).toEqual([
      "Panne p4",
      "Panne p1",
    ]);
  });

  it("shows an agent no promise of anybody else's, and the same figures", async () => {
    await house.append(...[2, 3, 4, 5, 6].flatMap((day) => kept(`n${day}`, november(day))));
    house.access.seat({ ...agentAlice, agentId: "somebody-else", personId: "somebody-else" });
    const { figures, evidence } = await house.card("honesty");
    expect(figures[0]).toMatchObject({ value: 1, n: 5 });
    expect(evidence).toEqual([]);
  });
});

describe("empathy", () => {
  const answers = (atMs: number, treated: readonly number[], solved: readonly (boolean | undefined)[]) =>
    visits(
      atMs,
      treated.map(() => 60),
    ).concat(
      treated.map((score, index) =>
        answer(`hall-${atMs}-${index}`, atMs + index * minuteMs, score, solved[index]),
      ),
    );

  it("is how people felt treated, how soon they were served, and whether that was it", async () => {
    await house.append(
      ...answers(november(3), [5, 5, 4, 4, 2], [true, true, true, true, false]),
      ...answers(october(3), [3, 3, 3, 3, 3, 3], [true, true, true, undefined, undefined, undefined]),
    );
    // Mean of 5, 5, 4, 4, 2 is 4: (4 − 1) ÷ 4 = 75. In time: 1. Solved: 4 of 5.
    // 0.7 × 75 + 0.3 × (0.5 × 100 + 0.5 × 80) = 52.5 + 27 = 79.5.
    // October: mean 3 → 50; solved is known of three, too few: 0.7 × 50 + 0.3 × 100 = 65.
    expect(await house.figure("experience")).toMatchObject({ n: 5, previousN: 6 });
    expect((await house.figure("experience")).value).toBeCloseTo(79.5);
    expect((await house.figure("experience")).previous).toBeCloseTo(65);
    expect(await house.figure("treated")).toMatchObject({ value: 75, n: 5, previous: 50, previousN: 6 });
    expect(await house.figure("solved")).toMatchObject({
      value: 4 / 5,
      n: 5,
      previous: null,
      comparisonGap: "too_few",
    });
    const { trend, evidence, nextStep } = await house.card("empathy");
    expect(trend.map(({ month }) => month)).toEqual(["2026-10", "2026-11"]);
    expect(evidence).toHaveLength(3);
    expect(evidence[0]).toMatchObject({ kind: "words", treated: 2, serviceId: "passports" });
    expect(nextStep).toMatchObject({ kind: "read_words" });
  });

  it("shows nothing of fewer than five answers, not even their words", async () => {
    await house.append(...answers(november(3), [1, 1, 1, 1], [true, true, true, true]));
    for (const id of ["experience", "treated", "solved"] as const) {
      expect(await house.figure(id)).toMatchObject({ value: null, gap: "too_few", n: null });
    }
    expect(await house.card("empathy")).toMatchObject({ evidence: [], nextStep: { kind: "read_words" } });
  });
});

describe("no canned answers", () => {
  const standard =
    "Votre carte est disponible au guichet, merci de venir avec un ancien titre et un justificatif récent.";
  const own = [
    "Nous avons relu votre demande du 3 novembre ensemble avec la collègue qui la suit.",
    "Le terrain voisin dépend d’un autre service, qui vous appelle pour en parler de vive voix.",
    "Pour la cantine il reste deux places, nous gardons la première pour votre fille comme convenu.",
  ];
  const send = (id: string, atMs: number, text: string) =>
    event("reply.sent", `case-${id}`, atMs, { service: "passports", text }, { id });

  it("is the middle of how much of each reply is its own, and who speaks of the case", async () => {
    const template = { name: "Carte", serviceId: null, language: "fr", text: standard } as const;
    await house.store.putReplyTemplate(null, template, "Claire", october(1));
    await house.append(
      send("n1", november(3), standard),
      send("n2", november(4), standard),
      ...own.map((text, index) => send(`n${index + 3}`, november(index + 5), text)),
      // The month before: five times the standard text.
      ...[1, 2, 3, 4, 5].map((day) => send(`o${day}`, october(day), standard)),
      send(
        "o-after",
        october(30),
        "Rien de tout cela ne vous concerne : gardez le titre que vous avez déjà chez vous.",
      ),
    );
    // 0, 0, and three that are wholly their own: sorted, the middle one is 1.
    // October, the first 23 days: 0 five times.
    expect(await house.figure("personal_share")).toMatchObject({
      value: 1,
      n: 5,
      previous: 0,
      previousN: 5,
    });
    // One of five names a date in words of its own; the standard text speaks of no case.
    expect(await house.figure("concrete_share")).toMatchObject({ value: 1 / 5, n: 5, previous: 0 });
    const { trend, evidence, nextStep } = await house.card("no_canned_answers");
    expect(trend.map(({ month }) => month)).toEqual(["2026-10", "2026-11"]);
    expect(evidence.map((one) => (one.kind === "reply" ? one.atMs : one.kind))).toEqual([
      november(7),
      november(6),
      november(5),
    ]);
    expect(nextStep).toBeNull();
  });

  it("shows nothing of fewer than five replies, and no reply to who may not read it", async () => {
    await house.append(...own.map((text, index) => send(`n${index}`, november(index + 3), text)));
    expect(await house.figure("personal_share")).toMatchObject({ value: null, gap: "too_few" });
    expect(await house.card("no_canned_answers")).toMatchObject({ nextStep: null });
    house.access.seat(managerOmar);
    expect(await house.card("no_canned_answers")).toMatchObject({ evidence: [] });
  });
});

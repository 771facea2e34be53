/** Every figure of the seven cards, worked out by hand on a small house. */
import { beforeEach, describe, expect, it } from "vitest";
import type { VigieEvent } from "../../shared/domain/event.ts";
import { event, minuteMs, visit } from "../store/events.ts";
import { agentAlice, managerOmar } from "./actors.ts";
import {
  answer,
  call,
  dayMs,
  hourMs,
  november,
  nowMs,
  october,
  openPrincipleHouse,
  problem,
  promise,
  proposed,
} from "./principle-house.ts";

let house: Awaited<ReturnType<typeof openPrincipleHouse>>;

beforeEach(async () => {
  house = await openPrincipleHouse();
});

/** So many visits of a day that are served after these waits in seconds; null: gave up after a minute. */
function visits(atMs: number, waits: readonly (number | null)[], site = "hall"): VigieEvent[] {
  return waits.flatMap((waitSeconds, index) =>
    visit(`${site}-${atMs}-${index}`, {
      arrivedAtMs: atMs + index * minuteMs,
      waitSeconds: waitSeconds ?? 60,
      handleSeconds: waitSeconds === null ? null : 120,
      site,
    }),
  );
}

describe("a house in which nothing was measured", () => {
  it("has no value and no comparison anywhere, and says what would bring each principle alive", async () => {
    const { cards } = await house.overview();
    expect(cards).toHaveLength(7);
    for (const figure of cards.flatMap(({ figures }) => figures)) {
      expect(figure).toMatchObject({ value: null, gap: "not_measured", previous: null, comparisonGap: null });
    }
    expect(cards.flatMap(({ trend, evidence }) => [...trend, ...evidence])).toEqual([]);
    expect(cards.map(({ nextStep }) => nextStep?.kind ?? null)).toEqual([
      "enter_skills",
      "connect_feed",
      "propose_idea",
      "connect_feed",
      "make_commitment",
      "ask_for_feedback",
      "connect_replies",
    ]);
  });
});

describe("one team", () => {
  const signIn = (agent: string, atMs: number, skills: { service: string; level: number }[]) =>
    event("agent.signed_in", agent, atMs, { site: "hall", name: agent, skills });

  it("counts who serves a service alone today, beside the end of the same days of the month before", async () => {
    await house.append(
      signIn("alice", october(5), [
        { service: "passports", level: 2 },
        { service: "planning", level: 1 },
      ]),
      signIn("bob", november(10), [
        { service: "passports", level: 3 },
        { service: "planning", level: 2 },
      ]),
    );
    // Today passports has Alice and Bob, planning Bob alone: 1 of 2 covered. On 24 October there was Alice: 0 of 2.
    expect(await house.figure("covered_services")).toMatchObject({
      value: 1 / 2,
      n: 2,
      previous: 0,
      previousN: 2,
    });
    // Planning alone today; then both.
    expect(await house.figure("single_person_services")).toMatchObject({ value: 1, previous: 2 });
    const { trend, evidence, nextStep } = await house.card("one_team");
    expect(trend).toEqual([
      { month: "2026-10", value: 0 },
      { month: "2026-11", value: 1 / 2 },
    ]);
    expect(evidence).toEqual([
      { kind: "cover", serviceId: "planning", people: 1 },
      { kind: "cover", serviceId: "passports", people: 2 },
    ]);
    expect(nextStep).toMatchObject({ kind: "train_second_person", serviceId: "planning" });
  });

  it("counts what a team lead entered as the skill matrix does", async () => {
    await house.append(signIn("alice", november(2), [{ service: "planning", level: 2 }]));
    const skill = {
      agentId: "bob",
      serviceId: "planning",
      level: 2,
      by: "Claire",
      atMs: 0,
      trainingId: null,
    };
    await house.store.putDirectory({
      sites: [],
      services: [],
      roster: [
        {
          agentId: "bob",
          name: "Bob",
          siteId: "hall",
          skills: [],
          travelMinutes: null,
          hours: null,
          email: null,
          phone: null,
        },
      ],
    });
    await house.store.putEnteredSkill({ ...skill, sinceDate: "2026-11-01", expiresDate: "2026-11-24" });
    expect(await house.figure("single_person_services")).toMatchObject({ value: 0 });
    house.clock.advance(dayMs);
    expect(await house.figure("single_person_services")).toMatchObject({ value: 1 });
  });

  it("counts accepted calls of the month, from five on", async () => {
    const days = [2, 3, 4, 5].map((day) => call(`n${day}`, november(day), "accepted"));
    await house.append(...days.flat());
    expect(await house.figure("backup_accepted")).toMatchObject({ value: null, gap: "too_few", n: null });
    await house.append(
      ...call("n6", november(6), "declined"),
      ...[1, 2, 3].flatMap((day) => call(`o${day}`, october(day), "accepted")),
    );
    // 4 of 5; the month before has three calls.
    expect(await house.figure("backup_accepted")).toMatchObject({
      value: 4 / 5,
      n: 5,
      previous: null,
      comparisonGap: "too_few",
    });
    await house.append(
      ...call("o4", october(4), "expired"),
      ...call("o5", october(5), "declined"),
      // After the 23rd day, so not of the days that are set beside these.
      ...call("o6", october(28), "declined"),
    );
    // 3 of 5.
    expect(await house.figure("backup_accepted")).toMatchObject({ previous: 3 / 5, previousN: 5 });
    const { evidence } = await house.card("one_team");
    expect(evidence.map((one) => (one.kind === "backup_call" ? [one.id, one.state] : one.kind))).toEqual([
      ["n6", "declined"],
      ["n5", "accepted"],
    ]);
  });
});

describe("knowing the services", () => {
  it("is the share of arrivals that came by a hand-off", async () => {
    const handedOn = (subject: string, atMs: number) => [
      event("case.arrived", subject, atMs, { site: "hall", service: "passports", channel: "counter" }),
      event("case.called", subject, atMs + minuteMs, {}),
      event("case.started", subject, atMs + minuteMs, {}),
      event("case.transferred", subject, atMs + 3 * minuteMs, { toService: "planning" }),
    ];
    await house.append(
      ...visits(november(3), [60, 60]),
      ...handedOn("a", november(3, 10)),
      ...visits(october(3), [60, 60, 60, 60, 60, 60]),
      ...handedOn("b", october(3, 10)),
    );
    // November: 3 arrivals and 1 hand-off: 1 of 4. October: 7 arrivals and 1 hand-off: 1 of 8.
    expect(await house.figure("transfers")).toMatchObject({
      value: 1 / 4,
      n: 4,
      previous: 1 / 8,
      previousN: 8,
    });
    const { trend, evidence, nextStep } = await house.card("service_knowledge");
    expect(trend).toEqual([
      { month: "2026-10", value: 1 / 8 },
      { month: "2026-11", value: 1 / 4 },
    ]);
    expect(evidence).toMatchObject([
      { kind: "transfer", caseId: "a", serviceId: "planning", atMs: november(3, 10) + 3 * minuteMs },
    ]);
    expect(nextStep).toMatchObject({ kind: "look_at_transfers", serviceId: "planning" });
  });
});

describe("sharing ideas", () => {
  it("counts what was proposed, tried and settled in the days, and how long the first answer took", async () => {
    const { store } = house;
    // Proposed in November: two. Tried: one. Settled: one, of October. First answers: 1 and 3 days, so 2 in the middle.
    await proposed(store, "n1", { at: november(4), saidAt: november(5), triedAt: november(9, 10) });
    await proposed(store, "n2", { at: november(6), saidAt: november(9) });
    // October: one proposed, tried and answered after 4 days; nothing settled until November.
    await proposed(store, "o1", { at: october(8), triedAt: october(12), adoptedAt: november(20) });
    // Today is not over: it counts tomorrow.
    await proposed(store, "today", { at: november(24) });
    expect(await house.figure("ideas_proposed")).toMatchObject({ value: 2, previous: 1 });
    expect(await house.figure("ideas_tried")).toMatchObject({ value: 1, previous: 1 });
    expect(await house.figure("ideas_settled")).toMatchObject({ value: 1, previous: 0 });
    expect(await house.figure("first_answer")).toMatchObject({ value: 2, n: 2, previous: 4, previousN: 1 });
    const { trend, evidence, nextStep } = await house.card("sharing_ideas");
    expect(trend).toEqual([
      { month: "2026-10", value: 1 },
      { month: "2026-11", value: 2 },
    ]);
    expect(evidence.map((one) => (one.kind === "idea" ? one.title : one.kind))).toEqual([
      "Idée today",
      "Idée o1",
      "Idée n1",
    ]);
    expect(nextStep).toMatchObject({ kind: "answer_ideas" });
  });

  it("is set beside nothing where nobody had proposed anything before", async () => {
    await proposed(house.store, "n1", { at: november(4) });
    expect(await house.figure("ideas_proposed")).toMatchObject({
      value: 1,
      previous: null,
      comparisonGap: "nothing_known",
    });
    expect(await house.figure("first_answer")).toMatchObject({ value: null, gap: "not_measured" });
  });

  it("leaves out ideas of other sites, and keeps those of no site", async () => {
    await proposed(house.store, "n1", { at: november(4) });
    expect(await house.figure("ideas_proposed", "annex")).toMatchObject({ value: null });
  });
});

describe("every second counts", () => {
  beforeEach(async () => {
    await house.append(
      // Waits 100 … 900 s and one who gave up after a minute; the target is 600 s.
      ...visits(november(3), [100, 200, 300, 400, 500, 600, 700, 800, 900, null]),
      ...visits(october(3), [60, 120, 180, 240]),
    );
  });

  it("gives the middle and the ninth of ten waits, by nearest rank", async () => {
    // 9 waits: rank ⌈0.5 × 9⌉ = 5 → 500; ⌈0.9 × 9⌉ = 9 → 900. October, 4 waits: rank 2 → 120; rank 4 → 240.
    expect(await house.figure("wait_median")).toMatchObject({
      value: 500,
      n: 9,
      previous: 120,
      previousN: 4,
    });
    expect(await house.figure("wait_p90")).toMatchObject({ value: 900, n: 9, previous: 240, previousN: 4 });
  });

  it("gives who was served in time, of whom it is judged of", async () => {
    // Served in time: 6 of 9; who gave up counts as missed after ten seconds: 6 of 10. October: 4 of 4.
    expect(await house.figure("service_level")).toMatchObject({ value: 6 / 10, n: 10, previous: 1 });
  });

  it("gives who gave up, of all who were served, gave up or did not come", async () => {
    expect(await house.figure("abandonment")).toMatchObject({
      value: 1 / 10,
      n: 10,
      previous: 0,
      previousN: 4,
    });
  });

  it("shows the last days themselves, and where people wait beyond the target", async () => {
    const { trend, evidence, nextStep } = await house.card("every_second");
    expect(trend).toEqual([
      { month: "2026-10", value: 120 },
      { month: "2026-11", value: 500 },
    ]);
    expect(evidence).toEqual([{ kind: "day", date: "2026-11-03", waitSeconds: 500 }]);
    expect(nextStep).toMatchObject({ kind: "look_at_waits", serviceId: "passports" });
  });

  it("does not set many days beside two, and does beside three", async () => {
    await house.append(
      ...[4, 5, 6, 7, 8].flatMap((day) => visits(november(day), [60])),
      ...visits(october(4), [60]),
    );
    expect(await house.figure("wait_median")).toMatchObject({ previous: null, comparisonGap: "few_days" });
    await house.append(...visits(october(6), [60]));
    // October: 60, 60, 60, 120, 180, 240 → rank 3 → 60.
    expect(await house.figure("wait_median")).toMatchObject({ previous: 60, comparisonGap: null });
  });
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

describe("the month", () => {
  it("is looked at whole, beside the whole one before, as it stood at its end", async () => {
    await house.append(...promise("o1", october(20)), ...promise("n1", november(2)));
    const { month, lastDate, previousFirstDate, isUnderWay } = await house.overview(null, "2026-10");
    expect({ month, lastDate, previousFirstDate, isUnderWay }).toEqual({
      month: "2026-10",
      lastDate: "2026-10-31",
      previousFirstDate: "2026-09-01",
      isUnderWay: false,
    });
    // The one that fell due in November was not overdue at the end of October.
    expect(await house.figure("commitments_overdue", null, "2026-10")).toMatchObject({
      value: 1,
      comparisonGap: "nothing_known",
    });
  });

  it("is in its first week the one before, where none is asked for", async () => {
    house.clock.advance(november(30) + 3 * dayMs - nowMs);
    expect((await house.overview()).month).toBe("2026-11");
    house.clock.advance(7 * dayMs);
    expect((await house.overview()).month).toBe("2026-12");
  });
});

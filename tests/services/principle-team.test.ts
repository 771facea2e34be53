/** The cards of one team, of knowing the services and of sharing ideas, worked out by hand on a small house. */
import { beforeEach, describe, expect, it } from "vitest";
import { event, minuteMs } from "../store/events.ts";
import { call, dayMs, november, october, openPrincipleHouse, proposed, visits } from "./principle-house.ts";

let house: Awaited<ReturnType<typeof openPrincipleHouse>>;

beforeEach(async () => {
  house = await openPrincipleHouse();
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

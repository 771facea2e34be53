import { describe, expect, it } from "vitest";
import { createClock } from "../../electron/services/clock.ts";
import { createInterventions } from "../../electron/services/intervention.ts";
import type { Store } from "../../electron/store/store.ts";
import type { Alert } from "../../shared/domain/alert.ts";
import type { CoachingSession } from "../../shared/domain/coaching-session.ts";
import type { InterventionQuery } from "../../shared/domain/intervention.ts";
import type { NoteDraft } from "../../shared/domain/note.ts";
import type { Foreseen } from "../../shared/domain/prediction.ts";
import { type ActionFacts, actionTaken } from "../../shared/domain/taken-action.ts";
import { startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, visit } from "../store/events.ts";

const date = "2026-11-24";
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = startOfLocalDateMs(date, "Europe/Paris");
/** An instant of the day, by the local clock. */
const at = (hours: number, minutes = 0) => dayMs + hours * hourMs + minutes * minuteMs;

const day: InterventionQuery = {
  firstDate: date,
  lastDate: date,
  step: "interval",
  siteId: null,
  serviceId: null,
};

function interventionsOf(store: Store, nowMs = at(20)) {
  return createInterventions(
    store,
    createClock(() => nowMs),
  );
}

function taken(id: string, atMs: number, facts: Partial<ActionFacts>) {
  return actionTaken(
    { id, by: "Nadia", atMs },
    {
      kind: "reassign",
      siteId: "hall",
      serviceIds: ["passports"],
      agentIds: [],
      caseCount: 2,
      reason: null,
      undoes: null,
      prediction: null,
      ...facts,
    },
  );
}

const foreseen = (p50Seconds: number, p90Seconds: number, expected: number): Foreseen => ({
  nextArrival: { p50Seconds, p90Seconds },
  lastWaiting: null,
  serviceLevel: { expected, ifFew: expected, ifMany: expected },
});

const prediction = {
  horizonSeconds: 3_600,
  sides: [{ serviceId: "passports", before: foreseen(1_200, 2_000, 0.5), after: foreseen(300, 480, 0.8) }],
};

function called(callId: string, agent: string, atMs: number) {
  return event("backup.requested", callId, atMs, {
    site: "hall",
    service: "passports",
    agent,
    by: "Nadia",
    expiresAt: new Date(atMs + hourMs).toISOString(),
  });
}

const note = (visibility: NoteDraft["visibility"]): NoteDraft => ({
  agentId: "amina",
  caseId: null,
  replyId: null,
  momentAtMs: null,
  principle: null,
  kind: "praise",
  visibility,
  text: "Très bien.",
});
const session = (id: string, startsAtMs: number, state: CoachingSession["state"]): CoachingSession => ({
  id,
  agentId: "amina",
  startsAtMs,
  minutes: 30,
  place: "Bureau 2",
  state,
  outcome: "Garder la tête froide.",
  nextSteps: "",
  author: "Nadia",
  revision: 0,
  changedAtMs: startsAtMs,
});
const nadia = { author: "Nadia", authorKey: "nadia" };

function alertAt(id: string, raisedAtMs: number, serviceId: string): Alert {
  return {
    id,
    ruleId: "queue",
    subject: { kind: "service", siteId: "hall", serviceId },
    reason: { measure: "queue_length", value: 12, threshold: 8, heldSeconds: 60 },
    raisedAtMs,
    clearedAtMs: null,
    snoozedUntilMs: null,
    announced: false,
    steps: [],
  };
}

describe("interventions on a chart", () => {
  it("are counted at the point in which they happened", async () => {
    const store = await temporaryStore();
    await store.append(
      [
        taken("a1", at(10, 20), {}),
        taken("a2", at(10, 25), { caseCount: 1 }),
        called("b1", "ines", at(10, 40)),
        called("b2", "omar", at(10, 41)),
        event("backup.accepted", "b1", at(10, 42), {}),
        event("backup.arrived", "b1", at(11, 2), {}),
      ],
      "console",
    );
    await store.changeAlerts([], () => [alertAt("al1", at(10, 16), "passports")]);
    await store.createNote(note("shared"), nadia, null, at(15));
    const { marks } = await interventionsOf(store).list(day);
    const nothing = {
      reassignments: 0,
      reassignedCases: 0,
      backupAsked: 0,
      backupArrived: 0,
      alerts: 0,
      notes: 0,
      sessions: 0,
    };
    expect(marks).toEqual([
      { ...nothing, fromMs: at(10, 15), reassignments: 2, reassignedCases: 3, alerts: 1 },
      { ...nothing, fromMs: at(10, 30), backupAsked: 2 },
      { ...nothing, fromMs: at(11), backupArrived: 1 },
      { ...nothing, fromMs: at(15), notes: 1 },
    ]);
    const byDay = await interventionsOf(store).list({ ...day, firstDate: "2026-11-20", step: "day" });
    expect(byDay.marks).toEqual([
      {
        fromMs: dayMs,
        reassignments: 2,
        reassignedCases: 3,
        backupAsked: 2,
        backupArrived: 1,
        alerts: 1,
        notes: 1,
        sessions: 0,
      },
    ]);
  });

  it("are those of the site and service asked for, and never what was taken back", async () => {
    const store = await temporaryStore();
    await store.append(
      [
        taken("a1", at(10), {}),
        taken("a2", at(11), { siteId: "annex" }),
        taken("a3", at(12), { serviceIds: ["planning"] }),
        taken("a4", at(13), {}),
        taken("a5", at(13, 1), { kind: "undo", undoes: "a4" }),
      ],
      "console",
    );
    await store.changeAlerts([], () => [alertAt("al1", at(10), "planning")]);
    const { marks } = await interventionsOf(store).list({ ...day, siteId: "hall", serviceId: "passports" });
    expect(marks.map(({ fromMs, reassignments, alerts }) => [fromMs, reassignments, alerts])).toEqual([
      [at(10), 1, 0],
    ]);
  });

  it("tell how many notes were written, never about whom, and nothing of private ones", async () => {
    const store = await temporaryStore();
    await store.createNote(note("author"), nadia, null, at(10));
    await store.createNote(note("team_leads"), nadia, null, at(10, 5));
    const list = await interventionsOf(store).list(day);
    expect(list.marks.map((mark) => mark.notes)).toEqual([1]);
    expect(JSON.stringify(list)).not.toContain("amina");
  });

  it("tell how many coaching sessions of the day were held, wherever one looks, and nothing of them", async () => {
    const store = await temporaryStore();
    for (const one of [
      // Two within the quarter of an hour from 14:00, one at its end, which is the next.
      session("s1", at(14), "held"),
      session("s2", at(14, 10), "held"),
      session("s3", at(14, 15), "held"),
      session("s4", at(14, 5), "planned"),
      session("s5", at(14, 5), "cancelled"),
      session("s6", at(0) - 1, "held"),
      session("s7", at(24), "held"),
    ]) {
      await store.changeSession(one.id, () => one);
    }
    for (const query of [day, { ...day, siteId: "annex", serviceId: "planning" }]) {
      const list = await interventionsOf(store).list(query);
      expect(list.marks.map(({ fromMs, sessions, notes }) => [fromMs, sessions, notes])).toEqual([
        [at(14), 2, 0],
        [at(14, 15), 1, 0],
      ]);
      expect(JSON.stringify(list)).not.toMatch(/amina|Nadia|froid/);
    }
    await store.changeSession("s1", () => session("s1", at(14), "cancelled"));
    const byDay = await interventionsOf(store).list({ ...day, step: "day" });
    expect(byDay.marks.map(({ fromMs, sessions }) => [fromMs, sessions])).toEqual([[dayMs, 2]]);
  });

  it("find every action of a long period, however many there are", async () => {
    const store = await temporaryStore();
    const many = Array.from({ length: 1_203 }, (_, index) =>
      // Some share their instant, as actions of several people may.
      taken(`m${index}`, at(8) + Math.floor(index / 3) * 1_000, { caseCount: 1 }),
    );
    await store.append(many, "console");
    const { marks } = await interventionsOf(store).list({ ...day, step: "day" });
    expect(marks[0]?.reassignments).toBe(1_203);
  });
});

describe("what a call for backup did", () => {
  const call = [
    called("b1", "ines", at(10, 30)),
    event("backup.accepted", "b1", at(10, 31), {}),
    event("backup.arrived", "b1", at(10, 45), {}),
    taken("a1", at(10, 30) + 5, {
      kind: "call_backup",
      agentIds: ["ines"],
      caseCount: 0,
      prediction,
    }),
  ];
  const visits = [
    ...[900, 1_000, 1_100].map((waitSeconds, index) => ({ arrivedAtMs: at(10, index), waitSeconds })),
    ...[240, 360, 420].map((waitSeconds, index) => ({ arrivedAtMs: at(10, 50 + index), waitSeconds })),
  ].flatMap((told, index) => visit(`c${index}`, { ...told, handleSeconds: 300 }));

  it("stands beside what was foreseen then", async () => {
    const store = await temporaryStore();
    await store.append([...visits, ...call], "console");
    const { backups, backupTotal } = await interventionsOf(store).list(day);
    expect(backupTotal).toBe(1);
    expect(backups).toHaveLength(1);
    expect(backups[0]).toMatchObject({
      serviceId: "passports",
      askedCount: 1,
      arrivedAtMs: at(10, 45),
      before: { waitP50Seconds: 1_000, count: 3 },
      foreseenWith: { nextArrival: { p50Seconds: 300, p90Seconds: 480 } },
      outcome: { nextArrivalWaitSeconds: 240, withinP90: true, waitP50Seconds: 360, count: 3 },
      isOver: true,
    });
    expect(JSON.stringify(backups)).not.toContain("ines");
  });

  it("is told as unfinished until the hour that was foreseen is over", async () => {
    const store = await temporaryStore();
    await store.append([...visits, ...call], "console");
    const { backups } = await interventionsOf(store, at(11)).list(day);
    expect(backups[0]?.isOver).toBe(false);
  });
});

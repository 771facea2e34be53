/** The demo feed on a real store: it fills the floor, moves it, and leaves nothing behind. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { demoContentPlace } from "../../../electron/compose-demo.ts";
import { enterDemoContent } from "../../../electron/feeds/demo/content/enter.ts";
import { createDemoFeed, type DemoFeed } from "../../../electron/feeds/demo/demo-feed.ts";
import { demoSource } from "../../../electron/feeds/demo/floor/scribe.ts";
import { passports, townHall } from "../../../electron/feeds/demo/floor/town-keys.ts";
import { createCases } from "../../../electron/services/case.ts";
import { createClock } from "../../../electron/services/clock.ts";
import { createIngest } from "../../../electron/services/ingest.ts";
import { createLog } from "../../../electron/services/log.ts";
import type { Store } from "../../../electron/store/store.ts";
import { type Case, currentLeg } from "../../../shared/domain/case.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { everyNote } from "../../../shared/domain/note.ts";
import { suggestProblems } from "../../../shared/domain/problem.ts";
import { isToReview } from "../../../shared/domain/service-sheet.ts";
import { Fault } from "../../../shared/faults.ts";
import { similarTexts } from "../../../shared/similarity/similar-texts.ts";
import { temporaryStore } from "../../helpers/temporary-store.ts";
import { hourMs, minuteMs } from "./play.ts";

/** A Tuesday, 13:10 in Paris. */
const tuesdayMs = Date.UTC(2026, 10, 24, 12, 10);

interface Stage {
  readonly store: Store;
  readonly feed: DemoFeed;
  readonly appended: VigieEvent[];
  readonly logged: string[];
  /** While set, the store takes nothing. */
  broken: boolean;
}

function stageOn(store: Store, seed?: number): Stage {
  const clock = createClock(() => Date.now());
  const appended: VigieEvent[] = [];
  const logged: string[] = [];
  const ingest = createIngest(store, clock);
  const stage = { store, appended, logged, broken: false };
  const feed = createDemoFeed({
    ingest: {
      ...ingest,
      async append(events, name) {
        if (stage.broken) throw new Fault("store_full", "The disk is full.");
        const outcomes = await ingest.append(events, name);
        expect(outcomes.every((outcome) => outcome.status === "accepted")).toBe(true);
        appended.push(...events);
        return outcomes;
      },
    },
    clock,
    log: createLog((line) => logged.push(line)),
    putDirectory: (directory) => store.putDirectory(directory),
    openCases: () => store.openCases(),
    backupCalls: (sinceMs) => store.backupCalls(sinceMs),
    feeds: () => store.feeds(),
    label: (name) => store.label(name),
    setLabel: (name, value) => store.setLabel(name, value),
    enterContent: (nowMs) => enterDemoContent(demoContentPlace(store, clock), nowMs),
    ...(seed === undefined ? {} : { seed }),
  });
  return Object.assign(stage, { feed });
}

/** A store that needs no days before, so that a test only sees today. */
async function todayOnly(): Promise<Store> {
  const store = await temporaryStore();
  await store.setLabel("demo.oldest-day", "2000-01-01");
  return store;
}

/** Lets time pass, ticks included. */
async function pass(feed: DemoFeed, ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  // Starting again only sets the speed, after the tick that is under way.
  if (feed.running) await feed.start(feed.speed);
}

async function arrivalsOfToday(store: Store): Promise<number> {
  const rows = await store.figures({
    fromMs: tuesdayMs - 24 * hourMs,
    toMs: tuesdayMs + 24 * hourMs,
    by: "total",
    base: "served",
    siteId: null,
    serviceId: null,
    channel: null,
  });
  return rows[0]?.arrivals ?? 0;
}

function waitingFor(cases: readonly Case[], serviceId: string): Case[] {
  return cases.filter((one) => one.state === "waiting" && currentLeg(one).serviceId === serviceId);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"], now: tuesdayMs });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("starting the demo", () => {
  it("fills today's floor at once: queues, agents at work, figures since the opening", async () => {
    const { feed, store } = stageOn(await todayOnly());
    await feed.start(1);
    expect(feed.running).toBe(true);
    const open = await store.openCases();
    expect(open.filter((record) => record.state === "waiting").length).toBeGreaterThan(8);
    expect(open.filter((record) => record.state === "serving").length).toBeGreaterThan(4);
    const states = (await store.agents()).map((fold) => fold.agent.state);
    expect(states.filter((state) => state === "serving").length).toBeGreaterThan(4);
    expect(states).toContain("paused");
    expect(await arrivalsOfToday(store)).toBeGreaterThan(250);
    const directory = await store.directory();
    expect(directory.sites.map((site) => site.name)).toEqual(
      expect.arrayContaining(["Hôtel de ville", "Mairie annexe"]),
    );
    expect(directory.roster.length).toBeGreaterThan(4);
    expect((await store.rejects(10)).total).toBe(0);
    await feed.stop();
  });

  it("is as lively at ten on a Sunday night", async () => {
    vi.setSystemTime(Date.UTC(2026, 10, 22, 21, 0));
    const { feed, store } = stageOn(await todayOnly());
    await feed.start(1);
    const open = await store.openCases();
    expect(open.filter((record) => record.state === "waiting").length).toBeGreaterThan(8);
    await feed.stop();
  });

  it("goes on live, and faster when asked to", async () => {
    const { appended, feed } = stageOn(await todayOnly());
    await feed.start(1);
    const before = appended.length;
    await pass(feed, minuteMs);
    const slow = appended.length - before;
    await feed.start(60);
    expect(feed.speed).toBe(60);
    await pass(feed, minuteMs);
    const fast = appended.length - before - slow;
    expect(slow).toBeGreaterThan(0);
    expect(fast).toBeGreaterThan(15 * slow);
    expect(appended.every((event) => event.atMs <= Date.now() + 5)).toBe(true);
    await feed.stop();
  });

  it("stamps what happened before the speed was changed at the speed of then", async () => {
    const { appended, feed } = stageOn(await todayOnly(), 13);
    await feed.start(60);
    const before = appended.length;
    vi.setSystemTime(tuesdayMs + 190);
    await feed.start(1);
    await pass(feed, 2_000);
    const live = appended.slice(before);
    expect(live.some((event) => event.atMs < tuesdayMs + 190)).toBe(true);
    expect(live.every((event) => event.atMs >= tuesdayMs)).toBe(true);
    await feed.stop();
  });

  it("sleeps while the machine sleeps", async () => {
    const { appended, feed } = stageOn(await todayOnly());
    await feed.start(60);
    await pass(feed, 400);
    vi.setSystemTime(Date.now() + 8 * hourMs);
    const before = appended.length;
    await pass(feed, 400);
    expect(appended.length - before).toBeLessThan(200);
    await feed.stop();
  });

  it("writes fourteen typical days once, each in opening hours", async () => {
    const { appended, feed, logged, store } = stageOn(await temporaryStore());
    await feed.start(1);
    await feed.whenSeeded();
    expect(logged).toEqual([]);
    const liveFromMs = Date.now();
    await pass(feed, 5 * minuteMs);
    expect(appended.filter(({ atMs }) => atMs > liveFromMs).length).toBeGreaterThan(10);
    const rows = await store.figures({
      fromMs: tuesdayMs - 15 * 24 * hourMs,
      toMs: tuesdayMs + hourMs,
      by: "day",
      base: "served",
      siteId: townHall,
      serviceId: null,
      channel: null,
    });
    const full = rows.filter((row) => row.arrivals > 350);
    expect(full.length).toBeGreaterThanOrEqual(14);
    await feed.stop();
    const once = appended.filter((event) => event.atMs < tuesdayMs - 24 * hourMs).length;
    await feed.start(1);
    await feed.whenSeeded();
    expect(appended.filter((event) => event.atMs < tuesdayMs - 24 * hourMs).length).toBe(once);
    await feed.stop();
  });
});

describe("what people would have entered", () => {
  it("is there once the demo has run, signed as the demo's own, and never twice", async () => {
    const { feed, store } = stageOn(await todayOnly());
    await feed.start(1);
    await feed.whenSeeded();
    const ideas = await store.ideas();
    expect(new Set(ideas.map(({ state }) => state))).toEqual(
      new Set(["proposed", "trying", "adopted", "answered", "declined"]),
    );
    expect(new Set(ideas.map(({ author }) => author))).toEqual(new Set(["Démonstration"]));
    const problems = await store.problems();
    expect(suggestProblems(problems, similarTexts)).toHaveLength(1);
    const templates = await store.replyTemplates();
    expect(templates.length).toBeGreaterThan(4);
    const { notes } = await store.findNotes(everyNote, {
      authorKey: "console",
      coachedAgentIds: null,
      agentId: null,
    });
    expect(notes.filter(({ load }) => load !== null && load.agentsOn > 4)).toHaveLength(2);
    expect(
      notes.some(({ acknowledgedAtMs, answerCount }) => acknowledgedAtMs !== null && answerCount === 1),
    ).toBe(true);
    expect((await store.agreedSteps(0)).map(({ state }) => state)).toContain("done");
    expect((await store.serviceSheets()).some((sheet) => isToReview(sheet, "2026-11-24"))).toBe(true);
    expect((await store.trainings()).map(({ state }) => state).sort()).toEqual(["confirmed", "planned"]);
    expect((await store.enteredSkills()).some(({ trainingId }) => trainingId !== null)).toBe(true);
    await feed.stop();
    await feed.start(1);
    await feed.whenSeeded();
    expect(await store.ideas()).toHaveLength(ideas.length);
    expect(await store.problems()).toHaveLength(problems.length);
    expect(await store.replyTemplates()).toHaveLength(templates.length);
    await feed.stop();
  });

  it("is left out of a store where somebody has entered the like", async () => {
    const store = await todayOnly();
    await store.putReplyTemplate(
      null,
      { name: "A", serviceId: null, language: "fr", text: "Bonjour" },
      "x",
      1,
    );
    const { feed } = stageOn(store);
    await feed.start(1);
    await feed.whenSeeded();
    expect(await store.replyTemplates()).toHaveLength(1);
    expect((await store.ideas()).length).toBeGreaterThan(0);
    await feed.stop();
  });
});

describe("stopping the demo", () => {
  it("leaves no open case and nobody signed in", async () => {
    const { feed, store } = stageOn(await todayOnly());
    await feed.start(60);
    await pass(feed, 5_000);
    await feed.stop();
    expect(feed.running).toBe(false);
    expect(await store.openCases()).toEqual([]);
    expect((await store.agents()).every((fold) => fold.agent.state === "offline")).toBe(true);
    await feed.stop();
  });

  it("and starting again does not count the same hours twice", async () => {
    const { feed, store } = stageOn(await todayOnly());
    await feed.start(1);
    await pass(feed, minuteMs);
    await feed.stop();
    const once = await arrivalsOfToday(store);
    vi.setSystemTime(Date.now() + 5 * minuteMs);
    await feed.start(1);
    const again = await arrivalsOfToday(store);
    expect(again - once).toBeLessThan(90);
    const open = await store.openCases();
    expect(open.filter((record) => record.state === "waiting").length).toBeGreaterThan(8);
    const states = (await store.agents()).map((fold) => fold.agent.state);
    expect(states.filter((state) => state === "serving").length).toBeGreaterThan(4);
    await feed.stop();
    expect(await store.openCases()).toEqual([]);
  });

  it("is made up for after a crash: what was left open is cancelled by the next start", async () => {
    const store = await todayOnly();
    const crashed = stageOn(store);
    await crashed.feed.start(1);
    await pass(crashed.feed, minuteMs);
    crashed.broken = true;
    await expect(crashed.feed.stop()).rejects.toThrow("The disk is full.");
    const left = (await store.openCases()).map((record) => record.id);
    expect(left.length).toBeGreaterThan(10);
    vi.setSystemTime(Date.now() + 2 * hourMs);
    const next = stageOn(store);
    await next.feed.start(1);
    const open = new Set((await store.openCases()).map((record) => record.id));
    expect(left.filter((id) => open.has(id))).toEqual([]);
    expect((await store.case(left[0] ?? ""))?.state).toBe("cancelled");
    await next.feed.stop();
    expect(await store.openCases()).toEqual([]);
  });
});

describe("while the store is full", () => {
  it("keeps what happened and appends it later, and says so once", async () => {
    const stage = stageOn(await todayOnly());
    await stage.feed.start(60);
    stage.broken = true;
    await vi.advanceTimersByTimeAsync(3_000);
    const before = stage.appended.length;
    expect(stage.logged.length).toBe(1);
    stage.broken = false;
    await pass(stage.feed, 400);
    expect(stage.appended.length).toBeGreaterThan(before);
    await stage.feed.stop();
    expect(await stage.store.openCases()).toEqual([]);
  });
});

describe("people at the console", () => {
  it("move a case, and the floor serves it there", async () => {
    const { feed, store } = stageOn(await todayOnly());
    const cases = createCases(
      store,
      createClock(() => Date.now()),
      () => "tester",
      async () => null,
    );
    await feed.start(60);
    const record = waitingFor(await store.openCases(), passports).at(-1);
    if (record === undefined) throw new Error("nobody waits for passports");
    const result = await cases.reassign({
      cases: [{ id: record.id, version: record.version }],
      toServiceId: null,
      toAgentId: "demo-amina-b",
      reason: "test",
    });
    expect(result.changed).toEqual([record.id]);
    feed.handle((await store.eventsOf(record.id)).filter((event) => event.source !== demoSource));
    await pass(feed, 2 * minuteMs);
    const after = await store.case(record.id);
    expect(after?.state).not.toBe("waiting");
    expect(after?.legs.at(-1)?.agentId).toBe("demo-amina-b");
    await feed.stop();
  });
});

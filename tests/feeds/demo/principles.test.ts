/** Whoever starts the demo finds every principle measured, beside the month before. */
import { expect, it } from "vitest";
import { demoContentPlace } from "../../../electron/compose-demo.ts";
import { enterDemoContent } from "../../../electron/feeds/demo/content/enter.ts";
import { createDemoFeed } from "../../../electron/feeds/demo/demo-feed.ts";
import { createIngest } from "../../../electron/services/ingest.ts";
import { createLog } from "../../../electron/services/log.ts";
import { openHouse } from "../../../shared/domain/actor.ts";
import { temporaryStore } from "../../helpers/temporary-store.ts";
import { seatOf } from "../../services/actors.ts";
import { principlesOn } from "../../services/principle-house.ts";
import { steadyClock } from "../../services/steady-clock.ts";

/** Once a week of December is over: what is compared is at its least. In the first week November is shown. */
const starts = [Date.UTC(2026, 11, 8, 12), Date.UTC(2026, 11, 3, 12)];

it.each(starts)(
  "has each figure of the seven with what it was before, evidence and a trend, at %d",
  async (nowMs) => {
    const store = await temporaryStore();
    const clock = steadyClock(nowMs);
    const logged: string[] = [];
    const feed = createDemoFeed({
      ingest: createIngest(store, clock),
      clock,
      log: createLog((line) => logged.push(line)),
      putDirectory: (directory) => store.putDirectory(directory),
      openCases: () => store.openCases(),
      backupCalls: (sinceMs) => store.backupCalls(sinceMs),
      feeds: () => store.feeds(),
      label: (name) => store.label(name),
      setLabel: (name, value) => store.setLabel(name, value),
      enterContent: (atMs) => enterDemoContent(demoContentPlace(store, clock), atMs),
    });
    await feed.start(1);
    await feed.whenSeeded();
    expect(logged).toEqual([]);
    const { cards } = await principlesOn(store, clock, seatOf(openHouse("Nadia"))).overview(null, null);
    const figures = cards.flatMap((card) => card.figures);
    expect(figures.filter(({ value }) => value === null).map(({ id, gap }) => [id, gap])).toEqual([]);
    expect(
      figures.filter(({ previous }) => previous === null).map(({ id, comparisonGap }) => [id, comparisonGap]),
    ).toEqual([]);
    for (const { principle, trend, evidence } of cards) {
      expect(trend.length, principle).toBeGreaterThanOrEqual(2);
      expect(evidence.length, principle).toBeGreaterThanOrEqual(2);
    }
    const sessions = await store.sessions(0, Number.MAX_SAFE_INTEGER);
    expect(new Set(sessions.map(({ state }) => state))).toEqual(new Set(["planned", "held", "cancelled"]));
    expect(sessions.every(({ startsAtMs, state }) => state === "planned" || startsAtMs < nowMs)).toBe(true);
    expect(sessions.filter(({ startsAtMs }) => startsAtMs > nowMs).length).toBeGreaterThan(2);
    await feed.stop();
  },
);

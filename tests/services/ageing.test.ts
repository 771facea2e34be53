import { beforeEach, describe, expect, it } from "vitest";
import { type AgeingService, createAgeing } from "../../electron/services/ageing.ts";
import { type CaseService, createCases } from "../../electron/services/case.ts";
import { createFloor, type FloorService } from "../../electron/services/floor.ts";
import { createLog } from "../../electron/services/log.ts";
import type { Store } from "../../electron/store/store.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { arrived, event } from "../shared/domain/events.ts";
import { steadyClock } from "./steady-clock.ts";

const startMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;
const log = createLog((line) => {
  throw new Error(line);
});

describe("the starvation guard", () => {
  let store: Store;
  let cases: CaseService;
  let floor: FloorService;
  let guard: AgeingService;
  let clock: ReturnType<typeof steadyClock>;
  let setting = { isOn: true, multiple: 2 };

  beforeEach(async () => {
    setting = { isOn: true, multiple: 2 };
    store = await temporaryStore();
    clock = steadyClock(startMs);
    cases = createCases(
      store,
      clock,
      () => "Claire",
      async () => null,
    );
    floor = createFloor(store, clock, log);
    guard = createAgeing(store, floor, clock, () => setting, log);
    await store.append([arrived("A1", startMs), arrived("A2", startMs + 10 * minuteMs)], "test");
    await floor.start();
    return () => floor.stop();
  });

  /** The counter's target is fifteen minutes. */
  async function lookAt(minutes: number): Promise<void> {
    clock.advance(startMs + minutes * minuteMs - clock.nowMs());
    await guard.look();
  }

  it("raises each case when its own wait is long enough, once, and the floor shows it", async () => {
    await lookAt(29);
    expect((await cases.get("A1")).priority).toBe(0);
    await lookAt(31);
    await lookAt(32);
    expect(await cases.get("A1")).toMatchObject({ priority: 1, agedAtMs: expect.any(Number) });
    expect((await cases.get("A2")).priority).toBe(0);
    expect(floor.snapshot(null).cases.map(({ id, priority }) => [id, priority])).toEqual([
      ["A1", 1],
      ["A2", 0],
    ]);
    await lookAt(41);
    expect((await cases.get("A2")).priority).toBe(1);
    expect((await store.eventsOf("A1")).filter(({ type }) => type === "case.prioritised")).toHaveLength(1);
    expect((await store.rejects(10)).total).toBe(0);
  });

  it("leaves a case alone that was called before the floor showed it", async () => {
    const shownBefore = { snapshot: () => ({ cases: shown }) };
    const shown = floor.snapshot(null).cases;
    await store.append([event("case.called", "A1", startMs + 29 * minuteMs, { agent: "amina" })], "test");
    const late = createAgeing(store, shownBefore, clock, () => setting, log);
    clock.advance(60 * minuteMs);
    await late.look();
    expect(await cases.get("A1")).toMatchObject({ priority: 0, agedAtMs: null });
    expect((await cases.get("A2")).priority).toBe(1);
  });

  it("lets a person's word stand, and does not get in the way of what they chose before", async () => {
    const seen = [{ id: "A1", version: (await cases.get("A1")).version }];
    await lookAt(31);
    const lowered = await cases.prioritise({ cases: seen, priority: 0, reason: null });
    expect(lowered).toMatchObject({ changed: ["A1"], refused: [] });
    await lookAt(90);
    expect((await cases.get("A1")).priority).toBe(0);
    await cases.undo(lowered.actionId);
  });

  it("does nothing while it is off, and follows the house's multiple", async () => {
    setting = { isOn: false, multiple: 2 };
    await lookAt(300);
    expect((await cases.get("A1")).priority).toBe(0);
    setting = { isOn: true, multiple: 1 };
    await lookAt(301);
    expect((await cases.get("A1")).priority).toBe(1);
  });
});

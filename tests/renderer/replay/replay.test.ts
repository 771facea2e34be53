import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readReplayAddress, replayAddress } from "../../../renderer/replay/replay-address.ts";
import { ReplayClock } from "../../../renderer/replay/replay-clock.ts";
import { densityPath, groupMarks, groupShare, hourTicks, shareOf } from "../../../renderer/replay/scale.ts";
import type { ReplayDayView } from "../../../shared/contract/replay.ts";

const zone = "Europe/Paris";
const read = (address: string) => readReplayAddress(new URLSearchParams(address.split("?")[1]), zone);

describe("the address of a moment", () => {
  it("is the local day and time, as a person would write them", () => {
    expect(replayAddress(Date.UTC(2026, 1, 3, 12, 27, 21), zone)).toBe("/replay?day=2026-02-03&at=13:27:21");
  });

  it("leads back to every second of the year, also of the hour that comes twice", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0, 1) / 1_000, max: Date.UTC(2027, 0, 1) / 1_000 }),
        (second) => {
          expect(read(replayAddress(second * 1_000, zone))?.atMs).toBe(second * 1_000);
        },
      ),
      { examples: [[Date.UTC(2026, 9, 25, 0, 30) / 1_000], [Date.UTC(2026, 9, 25, 1, 30) / 1_000]] },
    );
  });

  it("is nowhere where it names no day, and at the day's beginning where its time makes no sense", () => {
    for (const day of ["", "2026-02-30", "yesterday", "2026-2-3"])
      expect(read(`?day=${day}`)).toBeUndefined();
    expect(read("?day=2026-02-03&at=25:61")).toEqual({ day: "2026-02-03", atMs: null });
    expect(read("?day=2026-02-03")).toEqual({ day: "2026-02-03", atMs: null });
    expect(read("?day=2026-02-03&at=13:27")?.atMs).toBe(Date.UTC(2026, 1, 3, 12, 27));
  });
});

describe("the clock of a replay", () => {
  it("runs at its speed, stands still when told to, and never runs away from what is known", () => {
    let monotonicMs = 1_000;
    const clock = new ReplayClock(() => monotonicMs);
    clock.set(50_000, 60);
    monotonicMs += 500;
    expect(clock.nowMs()).toBe(80_000);
    monotonicMs += 60_000;
    expect(clock.nowMs()).toBe(170_000);
    clock.set(90_000, 0);
    monotonicMs += 1_000;
    expect(clock.nowMs()).toBe(90_000);
  });

  it("tells of each change, and of nothing while it stands", () => {
    const clock = new ReplayClock(() => 0);
    const beat = vi.fn();
    const stop = clock.subscribe(beat);
    clock.set(1_000, 0);
    clock.set(1_000, 0);
    expect(beat).toHaveBeenCalledTimes(1);
    expect(clock.tickMs()).toBe(1_000);
    stop();
    clock.set(2_000, 0);
    expect(beat).toHaveBeenCalledTimes(1);
  });
});

describe("the scrubber", () => {
  const fromMs = Date.UTC(2026, 1, 3, 7, 30);
  const day: ReplayDayView = {
    date: "2026-02-03",
    timeZone: zone,
    fromMs,
    toMs: fromMs + 10 * 60 * 60_000,
    queueLengths: [0, 2, 4],
    stepMs: 5 * 60_000,
    marks: [],
  };

  it("has a tick at every full hour, and at fewer on a day around the clock", () => {
    expect(hourTicks(day)).toHaveLength(10);
    expect(new Date(hourTicks(day)[0] ?? 0).toISOString()).toBe("2026-02-03T08:00:00.000Z");
    expect(hourTicks({ ...day, toMs: fromMs + 24 * 60 * 60_000 }).length).toBeLessThanOrEqual(13);
  });

  it("keeps every instant within its ends", () => {
    expect(shareOf(day, fromMs - 1)).toBe(0);
    expect(shareOf(day, fromMs + 5 * 60 * 60_000)).toBe(0.5);
    expect(shareOf(day, day.toMs + 1)).toBe(1);
  });

  it("puts marks that are too near to each other in one place, the alert first", () => {
    const backup = (id: string, atMs: number) => ({
      kind: "backup_arrived" as const,
      id,
      atMs,
      serviceId: "passports",
      agentIds: ["ines"],
    });
    const alert = {
      kind: "alert" as const,
      id: "a",
      atMs: fromMs + 2_000,
      alert: {
        id: "a",
        ruleId: "r",
        subject: { kind: "feed" as const, source: "urn:test" },
        reason: { measure: "stale_feed" as const, value: 700, threshold: 600, heldSeconds: 0 },
        raisedAtMs: fromMs + 2_000,
        clearedAtMs: null,
        snoozedUntilMs: null,
        announced: false,
        steps: [],
      },
    };
    const marked = { ...day, marks: [backup("b", fromMs + 1_000), alert, backup("c", day.toMs)] };
    expect(groupMarks(marked).map((group) => group.map((mark) => mark.id))).toEqual([["a", "b"], ["c"]]);
    expect(groupShare(marked, fromMs)).toBe(groupShare(marked, fromMs + 2_000));
  });

  it("draws the longest queue at full height", () => {
    expect(densityPath(day, 1_000, 30)).toBe("M0 30L8.3 30L16.7 15L25 0L1000 30Z");
  });
});

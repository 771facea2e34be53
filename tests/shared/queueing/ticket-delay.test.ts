import { describe, expect, test } from "vitest";
import { TicketDelayTracker } from "../../../shared/queueing/ticket-delay.ts";
import { mulberry } from "./random.ts";

const minute = 60_000;

describe("wait from ticket progress", () => {
  test("one call every two minutes and nine waiting: about twenty minutes", () => {
    const tracker = new TicketDelayTracker();
    expect(tracker.observe(0, { waiting: 9, openCounters: 1, calledTicket: 40 })).toBeNull();
    tracker.observe(10 * minute, { waiting: 9, openCounters: 1, calledTicket: 45 });
    const estimate = tracker.observe(20 * minute, { waiting: 9, openCounters: 1, calledTicket: 50 });
    expect(estimate).toMatchObject({ callsPerMinute: 0.5, basis: "prior" });
    expect(estimate?.p50Seconds).toBeCloseTo(1200, 6);
    expect(estimate?.p90Seconds).toBeGreaterThan(1500);
  });

  test("says nothing where nothing is known: no ticket, no counter, no progress", () => {
    const tracker = new TicketDelayTracker();
    const open = { waiting: 3, openCounters: 2 };
    expect(tracker.observe(0, { ...open, calledTicket: null })).toBeNull();
    expect(tracker.observe(5 * minute, { ...open, calledTicket: 10 })).toBeNull();
    expect(tracker.observe(10 * minute, { ...open, calledTicket: 11 })).toBeNull();
    expect(tracker.observe(15 * minute, { ...open, openCounters: 0, calledTicket: 14 })).toBeNull();
    expect(tracker.observe(20 * minute, { ...open, calledTicket: 16 })).not.toBeNull();
  });

  test("a recall does not turn the pace back, a new series starts over", () => {
    const tracker = new TicketDelayTracker();
    const open = { waiting: 3, openCounters: 2 };
    tracker.observe(0, { ...open, calledTicket: 90 });
    tracker.observe(10 * minute, { ...open, calledTicket: 100 });
    expect(tracker.observe(20 * minute, { ...open, calledTicket: 95 })?.callsPerMinute).toBe(0.5);
    expect(tracker.observe(25 * minute, { ...open, calledTicket: 1 })).toBeNull();
  });

  test("a silence of hours starts over, so that the night is not a slow queue", () => {
    const tracker = new TicketDelayTracker();
    const open = { waiting: 3, openCounters: 2 };
    tracker.observe(0, { ...open, calledTicket: 10 });
    expect(tracker.observe(600 * minute, { ...open, calledTicket: 14 })).toBeNull();
  });

  test("only the last half hour counts", () => {
    const tracker = new TicketDelayTracker();
    for (let m = 0; m <= 60; m += 5)
      tracker.observe(m * minute, { waiting: 5, openCounters: 1, calledTicket: 10 + m });
    for (let m = 65; m <= 95; m += 5)
      tracker.observe(m * minute, { waiting: 5, openCounters: 1, calledTicket: 70 + (m - 60) / 5 });
    const slow = tracker.observe(100 * minute, { waiting: 5, openCounters: 1, calledTicket: 78 });
    expect(slow?.callsPerMinute).toBeCloseTo(0.2, 6);
  });

  test("learns how right it was from the tickets that were then called", () => {
    const random = mulberry(5);
    const tracker = new TicketDelayTracker();
    let called = 0;
    let taken = 12;
    for (let m = 0; m < 480; m += 5) {
      // Calls and arrivals of one every 2.5 minutes, Poisson-like.
      for (let i = 0; i < 10; i += 1) {
        if (random() < 0.2 && called < taken) called += 1;
        if (random() < 0.2) taken += 1;
      }
      tracker.observe(m * minute, { waiting: taken - called, openCounters: 1, calledTicket: called });
    }
    const accuracy = tracker.accuracy();
    expect(accuracy?.n).toBeGreaterThan(50);
    expect(accuracy?.withinP90).toBeGreaterThan(0.8);
    const estimate = tracker.observe(485 * minute, { waiting: 10, openCounters: 1, calledTicket: called });
    expect(estimate?.basis).toBe("measured");
  });
});

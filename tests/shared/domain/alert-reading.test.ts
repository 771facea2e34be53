import { describe, expect, it } from "vitest";
import { readingsOf } from "../../../shared/domain/alert-reading.ts";
import { alertRuleSchema, defaultAlertRules } from "../../../shared/domain/alert-rule.ts";
import { consoleSource } from "../../../shared/domain/case-action.ts";
import { agent, rule, service, view } from "./alert-floor.ts";

const nowMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;

function valuesOf(measure: Parameters<typeof rule>[0], floor: Parameters<typeof view>[0]) {
  return readingsOf(rule(measure), view(floor), nowMs).map(({ value }) => value);
}

describe("what rules read", () => {
  it.each([
    ["queue_length", service({ queueLength: 4 }), 4],
    ["longest_wait", service({ longestWaitSinceMs: nowMs - 18 * minuteMs }), 1_080],
    ["longest_wait", service(), 0],
    ["longest_wait", service({ queueLength: 3 }), null],
    ["expected_wait", service(), null],
    ["service_level", service({ levelNow: { inTarget: 3, base: 5, share: 0.6 } }), 0.6],
    ["service_level", service({ levelNow: { inTarget: 1, base: 4, share: 0.25 } }), null],
    ["abandonment", service({ servedToday: 8, abandonedToday: 2 }), 0.2],
    ["abandonment", service({ servedToday: 1, abandonedToday: 2 }), null],
    ["agents_available", service({ agentsAvailable: 2 }), 2],
  ] as const)("%s of %# is %s", (measure, one, value) => {
    expect(valuesOf({ measure }, { services: [one] })).toEqual([value]);
  });

  it("takes the careful end of the expected wait", () => {
    const expectedWait = {
      p50Seconds: 300,
      p90Seconds: 900,
      places: [],
      withinP90: null,
      medianErrorSeconds: null,
      accuracyCount: 0,
    };
    expect(valuesOf({ measure: "expected_wait" }, { services: [service({ expectedWait })] })).toEqual([900]);
  });

  it("leaves mailboxes alone unless a rule names them", () => {
    const services = [service({ serviceId: "mail", channels: ["email"], queueLength: 30 })];
    expect(valuesOf({}, { services })).toEqual([]);
    expect(valuesOf({ serviceId: "mail" }, { services })).toEqual([30]);
    expect(valuesOf({ serviceId: "mail", siteId: "annex" }, { services })).toEqual([]);
  });

  it("counts a break from its planned end on, and only a break", () => {
    const plannedEndMs = nowMs - 3 * minuteMs;
    const agents = [
      agent({ plannedEndMs }),
      agent({ id: "bob" }),
      agent({ id: "carl", state: "serving", plannedEndMs }),
    ];
    expect(valuesOf({ measure: "overdue_break" }, { agents })).toEqual([180, null, null]);
  });

  it("hears when a live feed falls silent, but expects nothing of files, of the console, of what was unplugged", () => {
    const feed = (source: string, silentMs: number, behindMs: number) => ({
      source,
      lastReceivedAtMs: nowMs - silentMs,
      lastEventAtMs: nowMs - silentMs - behindMs,
      eventCount: 1,
    });
    const feeds = [
      feed("urn:tickets", 11 * minuteMs, 500),
      feed("urn:file", 11 * minuteMs, 90 * 24 * 60 * minuteMs),
      feed("urn:unplugged", 4 * 24 * 60 * minuteMs, 500),
      feed(consoleSource, 11 * minuteMs, 0),
    ];
    expect(valuesOf({ measure: "stale_feed" }, { feeds })).toEqual([660, null, null]);
  });
});

describe("a rule", () => {
  it("must clear at the threshold or on its better side", () => {
    const isValid = (change: Parameters<typeof rule>[0]) => alertRuleSchema.safeParse(rule(change)).success;
    expect(isValid({ threshold: 10, clear: 10 })).toBe(true);
    expect(isValid({ threshold: 10, clear: 11 })).toBe(false);
    expect(isValid({ measure: "service_level", threshold: 0.6, clear: 0.5 })).toBe(false);
    expect(isValid({ measure: "service_level", threshold: 0.6, clear: 60 })).toBe(false);
    expect(isValid({ quietHours: { fromMinute: 60, toMinute: 60 } })).toBe(false);
  });

  it("that a new console has is a valid one, and none makes a sound", () => {
    for (const one of defaultAlertRules) expect(alertRuleSchema.parse(one)).toEqual(one);
    expect(defaultAlertRules.some(({ sound }) => sound)).toBe(false);
  });
});

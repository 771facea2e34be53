import { describe, expect, it } from "vitest";
import { foldBackupCall } from "../../../shared/domain/backup.ts";
import { backupFigures } from "../../../shared/domain/backup-figures.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { event } from "./events.ts";

const startMs = Date.UTC(2026, 10, 24, 9);

/** A call whose answer took so many seconds, and whose way so many more; null: not so far. */
function call(id: string, service: string, answerSeconds: number | null, travelSeconds: number | null) {
  const events: VigieEvent[] = [
    event("backup.requested", id, startMs, {
      site: "hall",
      service,
      agent: `agent-${id}`,
      by: "Claire",
      expiresAt: new Date(startMs + 600_000).toISOString(),
    }),
  ];
  const answeredMs = startMs + (answerSeconds ?? 0) * 1_000;
  if (answerSeconds === null) events.push(event("backup.expired", id, startMs + 600_000, {}));
  else events.push(event("backup.accepted", id, answeredMs, {}));
  if (travelSeconds !== null)
    events.push(event("backup.arrived", id, answeredMs + travelSeconds * 1_000, {}));
  const folded = foldBackupCall(events);
  if (folded === undefined) throw new Error("no call");
  return folded;
}

describe("figures of calls for backup", () => {
  const calls = [
    call("1", "passports", 10, 100),
    call("2", "passports", 20, 200),
    call("3", "passports", 30, 300),
    call("4", "passports", 40, 400),
    call("5", "passports", 90, 500),
    call("6", "passports", null, null),
    call("7", "planning", 50, null),
  ];

  it("are exact by the nearest rank, for the house and for each service", () => {
    const [house, passports] = backupFigures(calls);
    expect(house).toMatchObject({ serviceId: null, calls: 7, acceptedShare: 6 / 7 });
    expect(passports).toEqual({
      serviceId: "passports",
      calls: 6,
      acceptedShare: 5 / 6,
      answer: { n: 5, medianSeconds: 30, p90Seconds: 90 },
      arrival: { n: 5, medianSeconds: 300, p90Seconds: 500 },
    });
  });

  it("are hidden where fewer than five calls would tell of single people", () => {
    expect(backupFigures(calls).find(({ serviceId }) => serviceId === "planning")).toEqual({
      serviceId: "planning",
      calls: 1,
      acceptedShare: null,
      answer: { n: 1, medianSeconds: null, p90Seconds: null },
      arrival: { n: 0, medianSeconds: null, p90Seconds: null },
    });
  });

  it("name no person", () => {
    expect(JSON.stringify(backupFigures(calls))).not.toContain("agent-");
  });
});

/** The floor on the page: snapshot, deltas, gaps, and rows that keep their identity. */
import { describe, expect, it, vi } from "vitest";
import { FloorStore, serviceKeyOf } from "../../renderer/floor/floor-store.ts";
import { delta, floorCase, floorService, snapshot } from "./floor/rows.ts";

const passports = serviceKeyOf({ siteId: "hall", serviceId: "passports" });
const planning = serviceKeyOf({ siteId: "hall", serviceId: "planning" });

describe("the floor on the page", () => {
  it("lists who waits longest first, then who was called", () => {
    const floor = new FloorStore();
    floor.apply(
      snapshot({
        cases: [
          floorCase("new", { waitSinceMs: 300 }),
          floorCase("served", { waitSinceMs: 1, state: "serving" }),
          floorCase("old", { waitSinceMs: 100 }),
        ],
      }),
    );
    expect(floor.caseIdsOf(passports)).toEqual(["old", "new", "served"]);
  });

  it("moves a case that was handed on, and forgets one that was closed", () => {
    const floor = new FloorStore();
    const there = floorCase("there", { serviceId: "planning", waitSinceMs: 50 });
    floor.apply(snapshot({ cases: [floorCase("a"), floorCase("b"), there] }));
    expect(floor.caseIdsOf(planning)).toEqual(["there"]);
    floor.apply(delta(1, { cases: [floorCase("a", { serviceId: "planning", version: 2 })] }));
    expect(floor.caseIdsOf(passports)).toEqual(["b"]);
    expect(floor.caseIdsOf(planning)).toEqual(["a", "there"]);
    floor.apply(delta(2, { closedCaseIds: ["a", "never seen"] }));
    expect(floor.caseIdsOf(planning)).toEqual(["there"]);
    expect(floor.cases.size).toBe(2);
  });

  it("refuses a delta after a gap and starts anew with the next snapshot", () => {
    const floor = new FloorStore();
    floor.apply(snapshot({ cases: [floorCase("a")] }));
    expect(floor.apply(delta(2, { cases: [floorCase("b")] }))).toBe(false);
    expect(floor.cases.has("b")).toBe(false);
    expect(floor.apply(snapshot({ sequence: 7, cases: [floorCase("c")] }))).toBe(true);
    expect([...floor.cases.keys()]).toEqual(["c"]);
    expect(floor.apply(delta(8, {}))).toBe(true);
  });

  it("keeps the identity of what a delta does not touch", () => {
    const floor = new FloorStore();
    floor.apply(
      snapshot({
        services: [floorService("passports"), floorService("planning")],
        cases: [floorCase("a"), floorCase("b")],
      }),
    );
    const before = {
      row: floor.cases.get("b"),
      list: floor.caseIdsOf(passports),
      services: floor.serviceList,
    };
    floor.apply(delta(1, { cases: [floorCase("a", { priority: 3, version: 2 })] }));
    expect(floor.cases.get("b")).toBe(before.row);
    expect(floor.caseIdsOf(passports)).toBe(before.list);
    expect(floor.serviceList).toBe(before.services);
    floor.apply(delta(2, { services: [floorService("planning", { queueLength: 4 })] }));
    expect(floor.serviceList).not.toBe(before.services);
    expect(floor.services.get(planning)?.queueLength).toBe(4);
  });

  it("tells its listeners once for each message, and no longer when they are gone", () => {
    const floor = new FloorStore();
    const listener = vi.fn();
    const stop = floor.subscribe(listener);
    floor.apply(snapshot({}));
    floor.apply(delta(1, { cases: [floorCase("a"), floorCase("b")] }));
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    floor.apply(delta(2, {}));
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

/** Who is called next, and what an expected call is worked out from. */
import { describe, expect, it } from "vitest";
import { FloorStore, serviceKeyOf } from "../../../renderer/floor/floor-store.ts";
import { delta, floorCase, snapshot } from "./rows.ts";

const passports = serviceKeyOf({ siteId: "hall", serviceId: "passports" });

describe("places in line", () => {
  it("count who waits in the order of the calls: priority first, then the longest wait", () => {
    const floor = new FloorStore();
    floor.apply(
      snapshot({
        cases: [
          floorCase("old", { waitSinceMs: 100 }),
          floorCase("new", { waitSinceMs: 300 }),
          floorCase("urgent", { waitSinceMs: 200, priority: 2 }),
          floorCase("called", { waitSinceMs: 1, state: "called" }),
          floorCase("elsewhere", { serviceId: "planning" }),
        ],
      }),
    );
    expect([...floor.placesOf(passports)]).toEqual([
      ["urgent", 0],
      ["old", 1],
      ["new", 2],
    ]);
  });

  it("move up when somebody is called or leaves, and stay the same map while nobody moves", () => {
    const floor = new FloorStore();
    floor.apply(
      snapshot({ cases: ["a", "b", "c"].map((id, index) => floorCase(id, { waitSinceMs: index })) }),
    );
    const before = floor.placesOf(passports);
    floor.apply(delta(1, { cases: [floorCase("b", { waitSinceMs: 1, flags: ["PMR"], version: 2 })] }));
    expect(floor.placesOf(passports)).toBe(before);
    floor.apply(delta(2, { cases: [floorCase("a", { state: "called", version: 2 })] }));
    expect([...floor.placesOf(passports).keys()]).toEqual(["b", "c"]);
    floor.apply(delta(3, { closedCaseIds: ["b"] }));
    expect([...floor.placesOf(passports)]).toEqual([["c", 0]]);
    expect(floor.caseIdsOf(passports)).toEqual(["c", "a"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareStaff, staffOfShare } from "../../../shared/domain/staff-allocation.ts";

const agent = (id: string, serviceIds: string[], isFree = false) => ({ id, serviceIds, isFree });
const loadsOf = (loads: Record<string, number>) => (id: string) => loads[id] ?? 0;

describe("how much of the agents' time a service has", () => {
  it("gives those who can choose to where the work is", () => {
    const agents = [
      agent("a", ["civil"]),
      agent("b", ["civil", "passports"]),
      agent("c", ["civil", "passports"]),
    ];
    const shares = shareStaff(agents, loadsOf({ civil: 1, passports: 2 }));
    expect(shares.get("civil")).toBeCloseTo(1, 1);
    expect(shares.get("passports")).toBeCloseTo(2, 1);
  });

  it("leaves a small service part of somebody's time", () => {
    const agents = [agent("a", ["civil", "elections"]), agent("b", ["civil", "elections"], true)];
    const shares = shareStaff(agents, loadsOf({ civil: 1.8, elections: 0.2 }));
    expect(shares.get("elections")).toBeCloseTo(0.2, 1);
    expect(staffOfShare("elections", shares.get("elections"), agents)).toMatchObject({ serving: 0, free: 1 });
    expect(staffOfShare("phone", shares.get("phone"), agents)).toBeUndefined();
  });

  it("gives away everybody's time once, and none to what they can't do", () => {
    const ids = fc.constantFrom("civil", "passports", "phone");
    const agents = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), serviceIds: fc.uniqueArray(ids), isFree: fc.boolean() }),
      { selector: (one) => one.id },
    );
    fc.assert(
      fc.property(agents, fc.dictionary(ids, fc.double({ min: 0, max: 50, noNaN: true })), (staff, loads) => {
        const shares = shareStaff(staff, loadsOf(loads));
        const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
        expect(total).toBeCloseTo(staff.filter((one) => one.serviceIds.length > 0).length);
        for (const [id, share] of shares) {
          const able = staff.filter((one) => one.serviceIds.some((own) => own === id));
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(able.length + 1e-9);
          const counted = staffOfShare(id, share, staff);
          expect((counted?.serving ?? 0) + (counted?.free ?? 0)).toBeLessThanOrEqual(able.length);
          expect(counted?.pace).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

/** Several sites on one floor: subtotals, and the rows of the services table. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { serviceKeyOf } from "../../renderer/floor/floor-store.ts";
import { combineLevels } from "../../renderer/floor/judge.ts";
import { isSiteRow, serviceRows, siteIdsOf, siteOfRow } from "../../renderer/floor/site-groups.ts";
import { SiteTotalsTable, siteTotals } from "../../renderer/floor/site-totals.ts";
import type { FloorService } from "../../shared/domain/floor.ts";
import { agent, service } from "../shared/domain/alert-floor.ts";

const level = (inTarget: number, base: number) => ({
  inTarget,
  base,
  share: base === 0 ? null : inTarget / base,
});

describe("a site as a whole", () => {
  it("adds cases up, and never averages shares", () => {
    const services = [
      service({ siteId: "hall", serviceId: "a", queueLength: 3, levelNow: level(90, 100) }),
      service({ siteId: "hall", serviceId: "b", queueLength: 2, levelNow: level(0, 1) }),
      service({ siteId: "annex", serviceId: "a", queueLength: 7, levelNow: level(1, 10) }),
    ];
    const hall = siteTotals("hall", services, []);
    expect(hall.queueLength).toBe(5);
    expect(hall.levelNow).toEqual({ inTarget: 90, base: 101, share: 90 / 101 });
  });

  it("shows the longest wait of people before that of a mailbox", () => {
    const services = [
      service({ serviceId: "mail", channels: ["email"], longestWaitSinceMs: 100 }),
      service({ serviceId: "desk", longestWaitSinceMs: 5_000 }),
      service({ serviceId: "phone", channels: ["phone"], longestWaitSinceMs: 9_000 }),
    ];
    expect(siteTotals("main", services, []).longest?.serviceId).toBe("desk");
    expect(siteTotals("elsewhere", services, []).longest).toBeUndefined();
  });

  it("counts each agent once, however many services they serve", () => {
    const skills = ["a", "b"].map((serviceId) => ({ serviceId, level: 2 }));
    const agents = [
      agent({ id: "1", state: "serving", skills }),
      agent({ id: "2", state: "available", skills }),
      agent({ id: "3", state: "paused", skills }),
      agent({ id: "4", state: "available", siteId: "annex", skills }),
    ];
    const services = [service({ serviceId: "a", agentsOn: 2 }), service({ serviceId: "b", agentsOn: 2 })];
    expect(siteTotals("main", services, agents).agentsOn).toBe(2);
  });

  it("stay the same while nothing of the site changes, whatever happens elsewhere", () => {
    const table = new SiteTotalsTable();
    const here = service({ siteId: "hall", serviceId: "a", queueLength: 3 });
    const there = service({ siteId: "annex", serviceId: "a", queueLength: 1 });
    const agents = [agent({ id: "1", siteId: "hall", state: "serving" })];
    const hall = table.of("hall", [here, there], agents);
    expect(table.of("hall", [here, { ...there, queueLength: 9 }], [...agents])).toBe(hall);
    expect(table.of("annex", [here, { ...there, queueLength: 9 }], agents).queueLength).toBe(9);
    expect(table.of("hall", [{ ...here, queueLength: 4 }, there], agents).queueLength).toBe(4);
    expect(table.of("hall", [here, there], []).agentsOn).toBe(0);
  });

  it("sums up to the whole floor, whatever the sites", () => {
    const anyService = fc
      .record({
        siteId: fc.constantFrom("s1", "s2", "s3"),
        serviceId: fc.constantFrom("a", "b", "c", "d"),
        queueLength: fc.nat(500),
        base: fc.nat(200),
        hit: fc.nat(200),
      })
      .map(({ base, hit, ...rest }) => service({ ...rest, levelNow: level(Math.min(hit, base), base) }));
    const floor = fc.uniqueArray(anyService, { selector: serviceKeyOf, maxLength: 12 });
    fc.assert(
      fc.property(floor, (services) => {
        const sites = siteIdsOf(services).map((siteId) => siteTotals(siteId, services, []));
        const whole = combineLevels(services, (one: FloorService) => one.levelNow).level;
        expect(sites.reduce((sum, site) => sum + site.levelNow.base, 0)).toBe(whole.base);
        expect(sites.reduce((sum, site) => sum + site.levelNow.inTarget, 0)).toBe(whole.inTarget);
        expect(sites.reduce((sum, site) => sum + site.queueLength, 0)).toBe(
          services.reduce((sum, one) => sum + one.queueLength, 0),
        );
      }),
    );
  });
});

describe("the rows of the services table", () => {
  const services = [
    service({ siteId: "annex", serviceId: "a", name: "Alpha" }),
    service({ siteId: "hall", serviceId: "a", name: "Alpha" }),
    service({ siteId: "hall", serviceId: "b", name: "Beta" }),
  ];

  it("stand below the row of their site", () => {
    const rows = serviceRows(services, (siteId) => siteId.toUpperCase());
    expect(rows.map((row) => row.label)).toEqual(["ANNEX", "Alpha", "HALL", "Alpha", "Beta"]);
    expect(rows.filter((row) => isSiteRow(row.id)).map((row) => siteOfRow(row.id))).toEqual([
      "annex",
      "hall",
    ]);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  it("are only services where there is one site", () => {
    expect(serviceRows(services.slice(1), String).map((row) => row.label)).toEqual(["Alpha", "Beta"]);
  });
});

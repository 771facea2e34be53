/** Real snapshots of queues: the shipped part always, all of them where they are. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { warsawOffices } from "../../../electron/feeds/csv/presets/warsaw-offices.ts";
import { floorAt } from "../../../shared/domain/floor-at.ts";
import { type Bench, openBench, samplePath, sharedData } from "./setup.ts";

const zone = "Europe/Warsaw";

async function floor(bench: Bench, at: string) {
  const atMs = Date.parse(at);
  return floorAt(atMs, zone, await bench.store.legsAt(atMs), await bench.store.observationsAt(atMs));
}

const rush = { service: "UD_Mokotow_1/658", queueLength: 293, openCounters: 1, longestWaitSeconds: null };

describe("snapshots of one office", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench.close());

  it("are taken in with the year mended, and the mending told", async () => {
    const result = await bench.import(samplePath("warsaw-office.csv"), warsawOffices);
    expect(result).toMatchObject({
      rows: 1_260,
      importedRows: 1_260,
      rejectedRows: 0,
      repairedRows: { "year of the ISO week": 1_260 },
      events: { received: 1_260, accepted: 1_260 },
    });
    const again = await bench.import(samplePath("warsaw-office.csv"), warsawOffices);
    expect(again.events).toMatchObject({ accepted: 0, duplicates: 1_260 });
  });

  it("tell queue lengths and open counters at any instant", async () => {
    const { services } = await floor(bench, "2019-12-30T12:00:00+01:00");
    expect(services).toHaveLength(18);
    expect(services.find((one) => one.service === rush.service)).toMatchObject({
      ...rush,
      observedAt: "2019-12-30T11:59:00+01:00",
    });
  });

  it("count no longer than their day", async () => {
    expect((await floor(bench, "2019-12-30T23:59:00+01:00")).services).toHaveLength(18);
    expect((await floor(bench, "2019-12-31T00:00:00+01:00")).services).toEqual([]);
  });

  it("name the office and its services", async () => {
    const directory = await bench.store.directory();
    expect(directory.sites).toEqual([
      { id: "UD_Mokotow_1", name: "Urząd Dzielnicy Mokotów (1)", timeZone: "Europe/Warsaw" },
    ]);
    expect(directory.services.find((service) => service.id === rush.service)?.name).toBe(
      "X: Przekształcenie Użytkowania Wieczystego",
    );
  });
});

const all = sharedData("warsaw-offices-2020/snapshots.csv.xz");

describe.skipIf(all === undefined)("snapshots of all offices (skipped: no shared data)", () => {
  // A quarter of a million events, each commit on disk: minutes on a busy disk.
  it("are taken in completely, and the longest queue is found", { timeout: 900_000 }, async () => {
    const bench = await openBench();
    const result = await bench.import(all ?? "", warsawOffices);
    expect(result).toMatchObject({
      rows: 270_829,
      importedRows: 270_829,
      rejectedRows: 0,
      repairedRows: { "year of the ISO week": 24_570 },
      events: { received: 270_829, accepted: 270_829, rejected: 0 },
    });
    const { services } = await floor(bench, "2019-12-30T11:59:00+01:00");
    expect(services.find((one) => one.service === rush.service)).toMatchObject(rush);
    expect(Math.max(...services.map((one) => one.queueLength))).toBe(293);
    await bench.close();
  });
});

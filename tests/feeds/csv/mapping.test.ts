import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readMapping } from "../../../electron/feeds/csv/mapping.ts";
import { presets } from "../../../electron/feeds/csv/presets/presets.ts";
import { Fault } from "../../../shared/faults.ts";
import { openBench, ticketHeader, ticketMapping } from "./setup.ts";

function faultOf(mapping: unknown): Fault {
  try {
    readMapping(mapping, "my.json");
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("the mapping was taken");
}

describe("the mapping file", () => {
  it.each(presets.map((preset) => [preset.name, preset] as const))(
    "the preset %s is one, as JSON",
    (_, preset) => {
      expect(readMapping(JSON.parse(JSON.stringify(preset)), preset.name)).toEqual(preset);
    },
  );

  it("the example in the documentation is one", async () => {
    const text = await readFile(new URL("../../../docs/import.md", import.meta.url), "utf8");
    const example = /```json\n(.*?)```/s.exec(text)?.[1] ?? "";
    expect(readMapping(JSON.parse(example), "docs/import.md")).toMatchObject({ name: "town-hall-tickets" });
  });

  const [arrived, completed] = ticketMapping.events;
  it.each([
    ["events.1.at", { ...ticketMapping, events: [arrived, { ...completed, at: undefined }] }],
    ["events.0.type", { ...ticketMapping, events: [{ ...arrived, type: "case.arived" }] }],
    [
      "events.0.data.ticket",
      { ...ticketMapping, events: [{ ...arrived, data: { ticket: { txt: "{ticket}" } } }] },
    ],
    ["timeZone", { ...ticketMapping, timeZone: "Paris" }],
    ["file.encoding", { ...ticketMapping, file: { encoding: "latin-17" } }],
    ["times.end.format", { ...ticketMapping, times: { end: { text: "{end}" } } }],
    [
      "ignore.0.where",
      { ...ticketMapping, ignore: [{ name: "x", where: { column: "service", equals: "TEST" } }] },
    ],
    ["subject", { ...ticketMapping, subject: undefined }],
    ["the mapping", { ...ticketMapping, columns: {} }],
  ])("names the place that is wrong: %s", (path, mapping) => {
    const fault = faultOf(mapping);
    expect(fault.code).toBe("mapping_invalid");
    expect(fault.message).toContain(`my.json: ${path}: `);
    expect(fault.message).toContain("Nothing was imported");
  });

  it("names a time that does not exist, and those that do", () => {
    const fault = faultOf({ ...ticketMapping, events: [{ ...arrived, at: ["arrivel"] }] });
    expect(fault.message).toContain('events.0: there is no time "arrivel" here; known: arrival, end');
  });

  it("refuses a time that leans on a later one", () => {
    const times = { end: ticketMapping.times["end"], arrival: ticketMapping.times["arrival"] };
    expect(faultOf({ ...ticketMapping, times }).message).toContain("times.end.near");
  });

  it("names a payload field that the event type does not have", () => {
    const fault = faultOf({ ...ticketMapping, events: [{ ...arrived, data: { tiket: "{ticket}" } }] });
    expect(fault.message).toContain(
      "events.0.data.tiket: case.arrived has no such field; it has site, service",
    );
  });

  it("is refused where the file lacks its columns, naming them and those that are there", async () => {
    const bench = await openBench();
    const path = await bench.file("a.csv", "ticket;service;Date\nA;B;C\n");
    await expect(bench.import(path, ticketMapping)).rejects.toMatchObject({
      code: "mapping_invalid",
      message: expect.stringContaining(
        'no column "date", "arrival", "end"; its first line names "ticket", "service", "Date"',
      ),
    });
    await bench.close();
  });

  it("is refused where a constant does not fit, or something needed is missing", async () => {
    const bench = await openBench();
    const path = await bench.file("a.csv", `${ticketHeader.join(",")}\n`);
    const { channel: _, ...withoutChannel } = ticketMapping;
    await expect(bench.import(path, withoutChannel)).rejects.toThrow(
      "events.0.data: case.arrived needs channel",
    );
    const wrong = { ...ticketMapping, events: [{ ...arrived, data: { priority: 12 } }] };
    await expect(bench.import(path, wrong)).rejects.toThrow("events.0.data.priority: 12 does not fit");
    await bench.close();
  });
});

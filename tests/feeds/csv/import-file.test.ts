import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, csv, openBench, ticketHeader, ticketMapping } from "./setup.ts";

const good = ["A1", "état civil", "2026-11-23", "08:31", "08:41", ""];
const good2 = ["A2", "passports", "2026-11-23", "23:50", "00:10", "has, comma"];
const table = (rows: readonly (readonly string[])[], delimiter?: string) =>
  csv([ticketHeader, ...rows], delimiter);

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

describe("importing a table", () => {
  it("makes cases of rows, over midnight too, and adds nothing the second time", async () => {
    const path = await bench.file("a.csv", table([good, good2]));
    expect(await bench.import(path, ticketMapping)).toMatchObject({
      rows: 2,
      importedRows: 2,
      events: { received: 4, accepted: 4, duplicates: 0, rejected: 0 },
      rejectsFile: null,
      complete: true,
    });
    const late = await bench.store.case("A2");
    expect(late?.legs[0]).toMatchObject({
      serviceId: "passports",
      arrivedAtMs: Date.parse("2026-11-23T23:50:00+01:00"),
      endedAtMs: Date.parse("2026-11-24T00:10:00+01:00"),
    });
    expect((await bench.import(path, ticketMapping)).events).toEqual({
      received: 4,
      accepted: 0,
      duplicates: 4,
      rejected: 0,
    });
  });

  const bom = "\ufeff";
  const encodings: [string, (text: string) => Uint8Array, string][] = [
    ["UTF-8", (text) => Buffer.from(text), "utf-8"],
    ["UTF-8 with byte order mark", (text) => Buffer.from(bom + text), "utf-8"],
    ["UTF-16LE", (text) => Buffer.from(bom + text, "utf16le"), "utf-16le"],
    ["UTF-16BE", (text) => Buffer.from(bom + text, "utf16le").swap16(), "utf-16be"],
    ["windows-1252", (text) => Buffer.from(text, "latin1"), "windows-1252"],
    ["gzip", (text) => gzipSync(text), "utf-8"],
  ];
  it.each(encodings)("reads %s", async (_, encode, encoding) => {
    const path = await bench.file("a.csv", encode(table([good, good2], ";")));
    const result = await bench.import(path, ticketMapping);
    expect(result).toMatchObject({ rows: 2, importedRows: 2, encoding });
    expect((await bench.store.case("A1"))?.legs[0]?.serviceId).toBe("état civil");
  });

  it.each([",", ";", "\t", "|"])("finds out that %j separates the cells", async (delimiter) => {
    const path = await bench.file("a.csv", table([good, good2], delimiter));
    expect(await bench.import(path, ticketMapping)).toMatchObject({ rows: 2, importedRows: 2 });
  });

  it.each(["\n", "\r\n", "\r"])("reads lines that end with %j, the last one without", async (lineEnd) => {
    const text = csv([ticketHeader, good, good2], ",", lineEnd).slice(0, -lineEnd.length);
    expect(await bench.import(await bench.file("a.csv", text), ticketMapping)).toMatchObject({
      importedRows: 2,
    });
  });

  it("counts each row once: imported, ignored by a rule, or rejected", async () => {
    const rows = [
      good,
      ["T1", "TEST", "2026-11-23", "08:32", "", ""],
      ["A3", "passports", "2026-11-31", "08:32", "", ""],
      ["A4", "passports", "2026-11-23", "8 o'clock", "", ""],
      ["", "passports", "2026-11-23", "08:33", "", ""],
      ["A5", "", "2026-11-23", "08:33", "", ""],
      ["A6", "passports", "2026-11-23"],
      ["A7", "passports", "2026-11-23", "08:34", "", "", "more", "and more"],
      ["A8", "passports", "1026-11-23", "08:34", "", ""],
      ["A\u00009", "passports", "2026-11-23", "08:34", "", ""],
      ["A10", "x".repeat(200), "2026-11-23", "08:34", "", ""],
    ];
    const path = await bench.file("a.csv", `${table(rows)}\r\n\r\n`);
    const result = await bench.import(path, ticketMapping);
    expect(result).toMatchObject({ rows: 11, importedRows: 1, ignoredRows: 1, rejectedRows: 9 });
    expect(result.ignored).toEqual({ tests: 1 });
    const listed = await bench.store.rejects(50);
    expect(listed.rejects.map((reject) => reject.line).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(listed.rejects.find((reject) => reject.line === 5)?.fault.message).toContain(
      `arrival: "2026-11-23 8 o'clock" is not a time`,
    );
  });

  it("ignores, but counts, the empty rows that spreadsheets leave", async () => {
    const path = await bench.file("a.csv", `${table([good])},,,,,\r\n,,\r\n\r\n`);
    expect(await bench.import(path, ticketMapping)).toMatchObject({
      rows: 3,
      importedRows: 1,
      ignoredRows: 2,
      ignored: { "empty rows": 2 },
    });
  });

  it("keeps nothing of a bad row in the store but the columns in use", async () => {
    const path = await bench.file("a.csv", table([["A1", "passports", "never", "08:31", "", "Jean Martin"]]));
    await bench.import(path, ticketMapping);
    const [reject] = (await bench.store.rejects(1)).rejects;
    expect(JSON.parse(reject?.raw ?? "")).toEqual({
      ticket: "A1",
      service: "passports",
      date: "never",
      arrival: "08:31",
      end: "",
    });
    expect(JSON.stringify(reject)).not.toContain("Martin");
  });

  it("writes rejected rows to a file that can be mended and imported", async () => {
    const rows = [
      good,
      ["A3", "pass;ports", "31/11/2026", "08:32", "", 'said "no"'],
      ["A4", "x", "2026-11-23", "9:00", "", "", "extra"],
    ];
    const path = await bench.file("a.csv", table(rows, ";"));
    const { rejectsFile } = await bench.import(path, ticketMapping);
    expect(rejectsFile).toBe(join(bench.folder, "rejects.csv"));
    const text = await readFile(rejectsFile ?? "", "utf8");
    const lines = text.split("\r\n");
    expect(lines[0]).toBe("\ufeffticket;service;date;arrival;end;note;line;code;reason");
    expect(lines[1]).toMatch(/^A3;"pass;ports";31\/11\/2026;08:32;;"said ""no""";3;invalid_input;/);
    expect(lines[2]).toBe(
      "A4;x;2026-11-23;9:00;;;4;invalid_input;The row has 7 cells, the header has 6.;extra",
    );

    // Unmended, it is rejected again; mended, each row counts once.
    expect(await bench.import(rejectsFile ?? "", ticketMapping)).toMatchObject({ rows: 2, rejectedRows: 2 });
    await writeFile(rejectsFile ?? "", text.replace("31/11/2026", "2026-11-23").replace(".;extra", "."));
    expect(await bench.import(rejectsFile ?? "", ticketMapping)).toMatchObject({
      rows: 2,
      importedRows: 2,
      rejectsFile: null,
    });
  });

  it("never writes over a reject file", async () => {
    const path = await bench.file("a.csv", table([["A3", "x", "never", "08:32", "", ""]]));
    await bench.import(path, ticketMapping);
    const { rejectsFile } = await bench.import(path, ticketMapping);
    expect(rejectsFile).toBe(join(bench.folder, "rejects-2.csv"));
  });

  it("rejects a row that contradicts what is in the log, with its line", async () => {
    await bench.import(await bench.file("a.csv", table([good])), ticketMapping);
    const changed = good.with(1, "passports");
    const result = await bench.import(await bench.file("b.csv", table([good2, changed])), ticketMapping);
    expect(result).toMatchObject({
      rows: 2,
      importedRows: 1,
      rejectedRows: 1,
      events: { received: 4, accepted: 2, duplicates: 1, rejected: 1 },
    });
    expect(await readFile(result.rejectsFile ?? "", "utf8")).toMatch(/,3,payload_mismatch,/);
    expect((await bench.store.case("A1"))?.legs[0]?.serviceId).toBe("état civil");
  });

  it("loses one line to a quote that is never closed, not the rest of the file", async () => {
    const lines = table([good, good2]).split("\r\n");
    lines.splice(1, 0, 'A9,"passports,2026-11-23,08:31,,');
    const result = await bench.import(await bench.file("a.csv", lines.join("\n")), ticketMapping);
    expect(result).toMatchObject({ rows: 3, importedRows: 2, rejectedRows: 1 });
    expect(await readFile(result.rejectsFile ?? "", "utf8")).toContain(",2,invalid_input,");
  });

  it("takes a file that was cut off within a cell up to there", async () => {
    const whole = table([good, ["A3", "x", "2026-11-23", "08:31", "", 'two\nlines, "quoted"']]);
    const result = await bench.import(await bench.file("a.csv", whole.slice(0, -14)), ticketMapping);
    expect(result).toMatchObject({ rows: 2, importedRows: 1, rejectedRows: 1 });
    const [reject] = (await bench.store.rejects(1)).rejects;
    expect(reject).toMatchObject({ line: 3, fault: { message: expect.stringContaining("cut off here") } });
  });

  it("goes on after a cell of millions of characters", async () => {
    for (const open of ["", '"']) {
      const huge = `${open}${"x".repeat(3_000_000)}${open}`;
      const text = `${ticketHeader.join(",")}\nA1,x,2026-11-23,08:31,,${huge}\n${good2.with(5, "").join(",")}\n`;
      const result = await bench.import(await bench.file("a.csv", text), ticketMapping);
      expect(result).toMatchObject({ rows: 2, importedRows: 1, rejectedRows: 1 });
    }
  });

  it("imports the rest where a few bytes are broken, and rejects those rows", async () => {
    const bytes = Buffer.concat([
      Buffer.from(table([good, good.with(0, "Aé2"), good.with(0, "Aé3")])),
      Buffer.from("A4,"),
      Buffer.from([0xc3, 0x28]),
      Buffer.from(",2026-11-23,08:31,,\r\n"),
    ]);
    const result = await bench.import(await bench.file("a.csv", bytes), ticketMapping);
    expect(result).toMatchObject({ rows: 4, importedRows: 3, rejectedRows: 1, encoding: "utf-8" });
  });

  it("reads any encoding that the mapping names", async () => {
    const bytes = Buffer.from(table([good.with(1, "Urz\u00b1d")]), "latin1");
    const path = await bench.file("a.csv", bytes);
    await bench.import(path, { ...ticketMapping, file: { encoding: "iso-8859-2" } });
    expect((await bench.store.case("A1"))?.legs[0]?.serviceId).toBe("Urząd");
  });

  it("names sites and services, and leaves alone what somebody entered", async () => {
    const path = await bench.file("a.csv", table([good]));
    await bench.import(path, ticketMapping);
    const first = await bench.store.directory();
    expect(first.sites).toEqual([{ id: "mairie", name: "Mairie", timeZone: "Europe/Paris" }]);
    expect(first.services).toMatchObject([
      { id: "état civil", name: "Service état civil", channels: ["counter"] },
    ]);

    const target = { fromMs: 0, withinSeconds: 600, share: 0.9, shortAbandonSeconds: 30 };
    const [service] = first.services;
    if (service === undefined) throw new Error("there is no service");
    await bench.store.putDirectory({
      sites: [{ id: "mairie", name: "Mairie annexe", timeZone: "Indian/Reunion" }],
      services: [{ ...service, name: "État civil", targets: [target] }],
      roster: [],
    });
    await bench.import(path, { ...ticketMapping, channel: "phone", subject: "phone-{ticket}" });
    const second = await bench.store.directory();
    expect(second.sites[0]).toMatchObject({ name: "Mairie annexe", timeZone: "Indian/Reunion" });
    expect(second.services[0]).toMatchObject({
      name: "État civil",
      channels: ["counter", "phone"],
      targets: [target],
    });
  });

  it("stops when asked, keeps what it has, and goes on from there the next time", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => good.with(0, `A${index}`));
    const path = await bench.file("a.csv", table(rows));
    const stop = new AbortController();
    const stopped = await bench.import(path, ticketMapping, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(stopped.complete).toBe(false);
    expect(stopped.rows).toBeLessThan(20_000);
    expect(stopped.importedRows).toBe(stopped.rows);
    const rest = await bench.import(path, ticketMapping);
    expect(rest.events).toEqual({
      received: 40_000,
      accepted: 40_000 - stopped.events.accepted,
      duplicates: stopped.events.accepted,
      rejected: 0,
    });
  });
});

describe("what is no table", () => {
  it.each([
    ["an empty file", Buffer.alloc(0), "is empty"],
    ["a spreadsheet", Buffer.from("PK\u0003\u0004 and so on"), "as CSV (UTF-8)"],
    ["UTF-16 without a mark", Buffer.from("ticket,service", "utf16le"), "not text"],
    ["a gzip file that is cut off", gzipSync(table([good, good2])).subarray(0, 60), "damaged or cut off"],
    ["an xz file that is none", Buffer.from("fd377a585a00000000", "hex"), "damaged or cut off"],
  ])("%s is refused with what to do", async (_, bytes, message) => {
    const path = await bench.file("a.csv", bytes);
    await expect(bench.import(path, ticketMapping)).rejects.toMatchObject({
      code: "file_unreadable",
      message: expect.stringContaining(message),
    });
  });

  it("a missing file and a folder are named", async () => {
    await expect(bench.import(join(bench.folder, "none.csv"), ticketMapping)).rejects.toThrow(
      "there is no such file",
    );
    await expect(bench.import(bench.folder, ticketMapping)).rejects.toThrow("this is a folder");
  });

  it("without the program xz, says how to go on", async () => {
    const path = await bench.file("a.csv.xz", Buffer.from("fd377a585a000000", "hex"));
    const programs = process.env["PATH"];
    process.env["PATH"] = bench.folder;
    try {
      await expect(bench.import(path, ticketMapping)).rejects.toThrow("Decompress the file first");
    } finally {
      process.env["PATH"] = programs;
    }
  });
});

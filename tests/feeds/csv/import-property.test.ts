/**
 * Hostile files: whatever comes, nothing crashes, every row is accounted for, and importing a file
 * again adds nothing. `VIGIE_IMPORT_RUNS=10000` runs as many as the release gate asks for.
 */
import { rm } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Fault } from "../../../shared/faults.ts";
import { type Bench, csv, openBench, ticketHeader, ticketMapping } from "./setup.ts";

/** How long the test may take is left open, since this many were asked for. */
const numRuns = Number(process.env["VIGIE_IMPORT_RUNS"] ?? 200);

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('"', ",", ";", "\t", "\n", "\r", "\0", "é", "Ż", "=", "\ufeff", " "),
    maxLength: 20,
  }),
  fc.integer({ min: 1_000, max: 200_000 }).map((length) => "x".repeat(length)),
);
const row = fc.tuple(
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 30 }).map((n) => `A${n}`) },
    { weight: 1, arbitrary: odd },
  ),
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom("passports", "état civil", "TEST") },
    { weight: 1, arbitrary: odd },
  ),
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom("2026-11-23", "2026-10-25") },
    { weight: 1, arbitrary: odd },
  ),
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom("08:31", "2:15:30", "23:59:59") },
    { weight: 1, arbitrary: odd },
  ),
  fc.constantFrom("", "08:41", "00:10", "2:20", "25:00"),
  odd,
);
const ragged = fc.array(fc.string({ maxLength: 5 }), { maxLength: 9 });

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  utf8: (text) => Buffer.from(text),
  utf8Marked: (text) => Buffer.from(`\ufeff${text}`),
  utf16le: (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  utf16be: (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  windows1252: (text) => Buffer.from(text.replaceAll(/[^\0-\xff]/gu, "?"), "latin1"),
};

const file = fc.record({
  rows: fc.array(fc.oneof({ weight: 6, arbitrary: row }, { weight: 1, arbitrary: ragged }), {
    maxLength: 15,
  }),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  encoding: fc.constantFrom(...Object.keys(encodings)),
  /** Share of the file that is left; 1 where it was not cut off. */
  kept: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  /** A stray quote is put there, if anywhere. */
  strayQuote: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  /** A byte is overwritten there, if anywhere. */
  wrongByte: fc.option(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })),
  ),
});

it(`accounts for every row of ${numRuns} hostile files`, { timeout: 0 }, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(file, async ({ rows, delimiter, lineEnd, encoding, kept, strayQuote, wrongByte }) => {
      run += 1;
      let text = csv([ticketHeader, ...rows], delimiter, lineEnd);
      if (strayQuote !== null) {
        const place = Math.floor(strayQuote * text.length);
        text = `${text.slice(0, place)}"${text.slice(place)}`;
      }
      const bytes = encodings[encoding]?.(text) ?? Buffer.alloc(0);
      if (wrongByte !== null) bytes[Math.floor(wrongByte[0] * (bytes.length - 1))] = wrongByte[1];
      const path = await bench.file("hostile.csv", bytes.subarray(0, Math.ceil(kept * bytes.length)));
      const mapping = { ...ticketMapping, source: `urn:test:run-${run}` };
      const isWhole = kept === 1 && strayQuote === null && wrongByte === null;
      const first = await tryImport(path, mapping);
      if (first === null) {
        expect(isWhole).toBe(false);
        return;
      }
      expect(first.rows).toBe(first.importedRows + first.ignoredRows + first.rejectedRows);
      const { received, accepted, duplicates, rejected } = first.events;
      expect(received).toBe(accepted + duplicates + rejected);
      expect(first.complete).toBe(true);
      if (isWhole) {
        const isBlankLine = (cells: readonly string[]) => cells.length < 2 && !cells[0]?.trim();
        expect(first.rows).toBe(rows.filter((cells) => !isBlankLine(cells)).length);
      }

      const second = await tryImport(path, mapping);
      expect(second).toMatchObject({ rows: first.rows, events: { received, accepted: 0 } });
    }),
    { numRuns },
  );
});

/** Null where the file as a whole is refused, which only a Fault may do. */
async function tryImport(path: string, mapping: unknown) {
  try {
    const result = await bench.import(path, mapping);
    if (result.rejectsFile !== null) await rm(result.rejectsFile);
    return result;
  } catch (error) {
    if (error instanceof Fault && ["file_unreadable", "mapping_invalid"].includes(error.code)) return null;
    throw error;
  }
}

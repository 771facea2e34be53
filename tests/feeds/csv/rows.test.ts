import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHeader } from "../../../electron/feeds/csv/header.ts";
import type { FileRow } from "../../../electron/feeds/csv/plain-rows.ts";
import { readQuotedRows } from "../../../electron/feeds/csv/quoted-rows.ts";
import { readRows } from "../../../electron/feeds/csv/rows.ts";
import { csv } from "./setup.ts";

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function collect(rows: AsyncGenerator<FileRow[]>): Promise<FileRow[]> {
  const all: FileRow[] = [];
  for await (const some of rows) all.push(...some);
  return all;
}

function headerOf(text: string) {
  return readHeader(text, ["a", "b"], undefined, "test");
}

const cellWithoutQuote = fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/["\r\n,;|\t]/g, "é"));
const anyCell = fc.oneof(
  cellWithoutQuote,
  fc.string({ unit: fc.constantFrom('"', "\n", "\r\n", ";", "x", "é", " ") }),
);

describe("rows of a table", () => {
  it("are the same by the fast way and by the parser, wherever chunks end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cellWithoutQuote, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (cells, lineEnd, endsWithLine, size) => {
          const whole = csv([["a", "b"], ...cells], ";", lineEnd);
          const text = endsWithLine ? whole : whole.slice(0, -lineEnd.length);
          const header = headerOf(text);
          const start = { lines: 0, atHeader: true };
          expect(await collect(readRows(inPieces(text, size), header))).toEqual(
            await collect(readQuotedRows(Buffer.alloc(0), inPieces(text, size), header, start)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("keep every cell, whatever is in it, and count lines right", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant("k"), anyCell), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 40 }),
        async (cells, size) => {
          const text = csv([["a", "b"], ...cells], ";", "\n");
          const rows = await collect(readRows(inPieces(text, size), headerOf("a;b\n")));
          expect(rows.map((row) => row.cells)).toEqual(cells);
          let line = 2;
          for (const row of rows) {
            expect(row.line).toBe(line);
            line += csv([row.cells], ";", "\n").split("\n").length - 1;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("skip blank lines, but count them", async () => {
    const rows = await collect(readRows(inPieces('\na;b\n\n1;2\n\n\n"3";4\n\n5;6', 5), headerOf("\na;b\n")));
    expect(rows.map((row) => [row.line, row.cells[0]])).toEqual([
      [4, "1"],
      [7, "3"],
      [9, "5"],
    ]);
  });
});

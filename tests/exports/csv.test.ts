import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCsv } from "../../electron/exports/csv.ts";
import type { ExportDescription } from "../../shared/domain/export.ts";
import { plainCell } from "../../shared/domain/export-text.ts";
import { descriptionOf, firstMs, hostileTexts, textsOf } from "./description.ts";

/** As a reader sees it that knows nothing of us. */
function read(description: ExportDescription): string[][] {
  return parse(writeCsv(description), {
    delimiter: description.language === "fr" ? ";" : ",",
    bom: true,
    relaxColumnCount: true,
    skipEmptyLines: false,
  });
}

/** The rows of the table: from the line of titles to the next empty line. */
function tableIn(rows: readonly string[][], firstTitle: string): string[][] {
  const start = rows.findIndex(([cell]) => cell === firstTitle) + 1;
  const length = rows.slice(start).findIndex((row) => row.length === 1 && row[0] === "");
  return rows.slice(start, start + length);
}

describe("a CSV file", () => {
  it("says above its table what it is about, and below it what the figures mean", () => {
    const rows = read(descriptionOf({}, { isDemo: true }));
    expect(rows.slice(0, 10)).toEqual([
      ["Attente – Passeports"],
      ["Données de démonstration"],
      ["Période", "du 23/11/2026 au 24/11/2026, par jour"],
      ["Accueil", "tous les accueils"],
      ["Démarche", "Passeports"],
      ["Canal", "guichet"],
      ["Base", "servis"],
      ["Fuseau horaire", "Europe/Paris"],
      ["Dossiers", "1\u202f234"],
      ["Établi", "le 24/11/2026 17:30 par Nadia F."],
    ]);
    expect(rows.at(-2)).toEqual(["Définitions, version 1"]);
    expect(rows.at(-1)?.[0]).toBe("Attente");
  });

  it("has the decimal comma and the semicolon in French, the point and the comma in English", () => {
    expect(tableIn(read(descriptionOf()), "Début")).toEqual([
      ["2026-11-23", "240", "1200,5", "1234"],
      ["2026-11-24", "", "", "0"],
    ]);
    const english = read(descriptionOf({}, { language: "en" }));
    expect(tableIn(english, "Start")[0]).toEqual(["2026-11-23", "240", "1200.5", "1234"]);
  });

  it("keeps both of the hours that come twice in autumn apart", () => {
    const twiceMs = Date.parse("2026-10-25T02:15:00+02:00");
    const description = descriptionOf({
      question: { ...descriptionOf().question, step: "interval" },
      columns: [{ key: "fromMs", unit: "instant" }],
      rows: [[twiceMs], [twiceMs + 3_600_000]],
    });
    expect(tableIn(read(description), "Début")).toEqual([
      ["2026-10-25 02:15", "2026-10-25T00:15:00Z"],
      ["2026-10-25 02:15", "2026-10-25T01:15:00Z"],
    ]);
  });

  it("never lets a text be a formula, and never touches a number", () => {
    const cells = tableIn(read(descriptionOf(textsOf(hostileTexts))), "name").map(([cell]) => cell ?? "");
    expect(cells).toHaveLength(hostileTexts.length);
    for (const cell of cells) expect(cell).not.toMatch(/^[\s\ufeff]*[=+\-@|%＝＋－＠]/);
    const negative = descriptionOf({ columns: [{ key: "change", unit: "count" }], rows: [[-2.5]] });
    expect(tableIn(read(negative), "change")).toEqual([["-2,5"]]);
  });

  it("gives every text back as it was written, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", minLength: 1 }), { minLength: 1 }),
        fc.constantFrom("fr" as const, "en" as const),
        (texts, language) => {
          const cells = textsOf(texts.map((text) => `x${text}`));
          const rows = tableIn(read(descriptionOf(cells, { language })), "name");
          expect(rows).toEqual(texts.map((text) => [plainCell(`x${text}`)]));
        },
      ),
    );
  });

  it("gives every number back, to the last digit and never in powers of ten", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        const rows = read(
          descriptionOf(
            { columns: [{ key: "value", unit: "seconds" }], rows: [[value]] },
            { language: "en" },
          ),
        );
        const [cell = ""] = tableIn(rows, "value")[0] ?? [];
        expect(cell).not.toMatch(/e/i);
        expect(Math.abs(Number(cell) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-15 + 1e-20);
      }),
    );
  });

  it("begins its days where they begin in the time zone of the site", () => {
    expect(
      tableIn(read(descriptionOf({ timeZone: "Indian/Reunion", rows: [[firstMs, 1, 2, 3]] })), "Début"),
    ).toEqual([["2026-11-23", "1", "2", "3"]]);
  });
});

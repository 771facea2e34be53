import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartDefinitions } from "../../../shared/domain/chart-definitions.ts";
import { describeExport, fileWord } from "../../../shared/domain/export.ts";
import { durationText, exportFormat } from "../../../shared/domain/export-format.ts";
import { levelDefinitions, levelVariants } from "../../../shared/domain/service-level.ts";
import { descriptionOf, firstMs, tableOf } from "../../exports/description.ts";

describe("what an export says", () => {
  it("names every definition in French, each variant of the service level too", () => {
    const described = descriptionOf({ definitions: { ...chartDefinitions } });
    for (const { name, text } of described.definitions) {
      expect(Object.keys(chartDefinitions)).not.toContain(name);
      expect(Object.values(chartDefinitions)).not.toContain(text);
    }
    for (const variant of levelVariants) {
      const { definitions } = descriptionOf({ definitions: { serviceLevel: levelDefinitions[variant] } });
      expect(definitions[0]?.text).toMatch(/^\(?servis/);
    }
  });

  it("has a file name that sorts by chart and date, whatever the names are", () => {
    const { fileStem } = describeExport({
      table: tableOf(),
      stretch: null,
      language: "fr",
      siteName: "Mairie du 5ᵉ / annexe",
      serviceName: "État civil",
      madeAtMs: 0,
      madeBy: "Nadia F.",
      isDemo: false,
    });
    expect(fileStem).toBe("vigie_attentes_2026-11-23_2026-11-24_mairie-du-5-annexe_etat-civil_guichet");
  });

  it("holds the points that are looked at more closely, and says so", () => {
    const { rows, facts, fileStem } = descriptionOf({}, { stretch: { fromMs: firstMs, toMs: firstMs } });
    expect(rows).toEqual([[firstMs, 240, 1_200.5, 1_234]]);
    expect(fileStem).toBe("vigie_attentes_2026-11-23_2026-11-24_extrait_passeports_guichet");
    const words = facts.map(({ label, value }) => `${label} : ${value}`);
    expect(words).toContain("Extrait, du premier au dernier point : le 23/11/2026 00:00");
    expect(words).toContain("Dossiers de toute la période : 1\u202f234");
  });

  it("never leaves the folder, whatever a service is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(fileWord(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
      }),
    );
    expect(fileWord("../../etc/passwd")).toBe("etc-passwd");
  });

  it("tells the hours apart that come twice in autumn, and no others", () => {
    const format = exportFormat("fr", "Europe/Paris", "interval");
    const twiceMs = Date.parse("2026-10-25T02:15:00+02:00");
    expect(format.cell(twiceMs, "instant")).toBe("25/10/2026 02:15 UTC+2");
    expect(format.cell(twiceMs + 3_600_000, "instant")).toBe("25/10/2026 02:15 UTC+1");
    expect(format.cell(twiceMs + 2 * 3_600_000, "instant")).toBe("25/10/2026 03:15");
  });

  it("writes durations as spreadsheets do, days counted on as hours", () => {
    expect([0, 59.6, 400, 100_800].map(durationText)).toEqual(["0:00:00", "0:01:00", "0:06:40", "28:00:00"]);
  });
});

/** Every export, opened by programs that nobody here wrote. Those that are not installed are skipped. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderExport } from "../../electron/exports/render.ts";
import { type ExportFormatName, exportFormats } from "../../shared/domain/export.ts";
import { findChromium } from "../helpers/chromium.ts";
import { descriptionOf } from "./description.ts";

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const hasPdfToText = has("pdftotext", "-v");
const hasOpenPyxl = has("python3", "-c", "import openpyxl");
const office = ["soffice", "libreoffice"].find((program) => has(program, "--version"));
const browserPath = findChromium();

let folder: string;
const path = (format: ExportFormatName) => join(folder, `export.${format}`);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vigie-exports-"));
  const description = descriptionOf({}, { isDemo: true });
  for (const format of exportFormats) writeFileSync(path(format), await renderExport(description, format));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stdout;
}

describe("an export is read", () => {
  it.skipIf(!hasPdfToText)("as PDF by pdftotext (skipped where it is not installed)", () => {
    const text = run("pdftotext", "-layout", path("pdf"), "-");
    expect(text).toContain("Attente – Passeports");
    expect(text).toContain("Données de démonstration");
    expect(text).toContain("du 23/11/2026 au 24/11/2026, par jour");
    expect(text).toMatch(/lun\. 23\/11\/2026\s+0:04:00\s+0:20:01\s+1\s234/);
    expect(text).toContain("9 sur 10");
    expect(text).toContain("Définitions, version 1");
  });

  it.skipIf(!hasOpenPyxl)("as XLSX by openpyxl (skipped where it is not installed)", () => {
    const script = [
      "import json, sys, openpyxl",
      "sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]",
      "print(json.dumps([[[str(cell.value), cell.data_type, cell.number_format] for cell in row] for row in sheet.iter_rows(min_row=2)]))",
    ].join("\n");
    const rows = JSON.parse(run("python3", "-c", script, path("xlsx"))) as [string, string, string][][];
    expect(rows[0]?.[0]).toEqual(
      ["2026-11-23 00:00:00", "d", "yyyy\\-mm\\-dd"].map((text) => text.replaceAll("\\", "")),
    );
    // It takes a duration's format for that of a date, as spreadsheets do, and counts it from its own start.
    expect(rows[0]?.[1]?.[0]).toMatch(/0:04:00$/);
    expect(rows[0]?.[3]).toEqual(["1234", "n", "#,##0"]);
    expect(rows[1]?.[1]?.[0]).toBe("None");
  });

  it.skipIf(office === undefined)(
    "as XLSX and CSV by LibreOffice (skipped where it is not installed)",
    () => {
      const out = join(folder, "office");
      run(office ?? "", "--headless", "--convert-to", "csv", "--outdir", out, path("xlsx"));
      const [name = ""] = readdirSync(out);
      expect(readFileSync(join(out, name), "utf8")).toContain("2026-11-23");
      run(office ?? "", "--headless", "--convert-to", "pdf", "--outdir", out, path("csv"));
      expect(readdirSync(out).some((file) => file.endsWith(".pdf"))).toBe(true);
    },
  );

  it.skipIf(browserPath === undefined)(
    "as PNG and SVG by a browser (skipped where none is installed)",
    async () => {
      const browser = await chromium.launch({
        ...(browserPath === undefined ? {} : { executablePath: browserPath }),
        args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
      });
      try {
        const page = await browser.newPage();
        const sizeOf = (format: "png" | "svg") => {
          const type = format === "png" ? "image/png" : "image/svg+xml";
          const source = `data:${type};base64,${readFileSync(path(format)).toString("base64")}`;
          return page.evaluate(async (src) => {
            const image = new Image();
            image.src = src;
            await image.decode();
            return [image.naturalWidth, image.naturalHeight] as const;
          }, source);
        };
        const [width, height] = await sizeOf("svg");
        expect(width).toBe(960);
        expect(height).toBeGreaterThan(400);
        expect(await sizeOf("png")).toEqual([2 * width, 2 * height]);
      } finally {
        await browser.close();
      }
    },
  );
});

/** Descriptions of exports for tests: two days in Paris, with whatever differs. */
import type { ChartTable } from "../../shared/domain/chart.ts";
import { describeExport, type ExportDescription, type ExportFacts } from "../../shared/domain/export.ts";

export const firstMs = Date.parse("2026-11-23T00:00:00+01:00");
const dayMs = 24 * 60 * 60 * 1_000;

export function tableOf(change: Partial<ChartTable> = {}): ChartTable {
  return {
    question: {
      chart: "waits",
      firstDate: "2026-11-23",
      lastDate: "2026-11-24",
      step: "day",
      base: "served",
      siteId: null,
      serviceId: null,
      channel: "counter",
      comparedFirstDate: null,
    },
    timeZone: "Europe/Paris",
    columns: [
      { key: "fromMs", unit: "instant" },
      { key: "waitP50Seconds", unit: "seconds" },
      { key: "waitP90Seconds", unit: "seconds" },
      { key: "waitCount", unit: "count" },
    ],
    rows: [
      [firstMs, 240, 1_200.5, 1_234],
      [firstMs + dayMs, null, null, 0],
    ],
    caseCount: 1_234,
    definitionsVersion: 1,
    definitions: { wait: "joining the queue → first call" },
    ...change,
  };
}

export function descriptionOf(
  change: Partial<ChartTable> = {},
  facts: Partial<ExportFacts> = {},
): ExportDescription {
  return describeExport({
    table: tableOf(change),
    stretch: null,
    language: "fr",
    siteName: null,
    serviceName: "Passeports",
    madeAtMs: Date.parse("2026-11-24T17:30:00+01:00"),
    madeBy: "Nadia F.",
    isDemo: false,
    ...facts,
  });
}

/** One column of texts, as a table. */
export function textsOf(texts: readonly string[]): Partial<ChartTable> {
  return { columns: [{ key: "name", unit: "label" }], rows: texts.map((text) => [text]) };
}

/** Texts that spreadsheets have taken for formulas, or that have broken files. */
export const hostileTexts = [
  "=1+1",
  '=HYPERLINK("http://evil","x")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\n=1+1",
  "\r=1+1",
  " =1+1",
  "\u00a0=1+1",
  "\ufeff=1+1",
  "\u0000=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  "|calc",
  "%0A=1",
  'a;b,c"d\ne\r\nf',
  "'quoted",
  "</t><f>1+1</f>",
  "<script>alert(1)</script>",
  "]]>&amp;",
  "\ud800 alone",
  "\u0001\u0008\u001fx",
] as const;

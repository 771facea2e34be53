/** PDF on A4: title, facts, the chart as lines and letters, the table with its head on each page, definitions. */
import pdfMake from "pdfmake";
import type { Content, ContentTable, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { ExportColumn, ExportDescription } from "../../shared/domain/export.ts";
import { type ExportFormat, exportFormat } from "../../shared/domain/export-format.ts";
import { printable } from "../../shared/domain/export-text.ts";
import { exportWords } from "../../shared/domain/export-words.ts";
import { drawChart } from "./chart-svg.ts";
import { fontFiles } from "./fonts.ts";
import { fontFamily, palette } from "./palette.ts";

const margin = 40;
/** More columns than that need the long side of the sheet. */
const mostUpright = 7;

/** A4: what lies between its margins, in points, and how large a chart is drawn for it to have letters as large as the table's. */
const sheets = {
  portrait: { inner: 515, drawn: { width: 860, height: 360 }, fontSize: 8.5 },
  landscape: { inner: 761, drawn: { width: 1180, height: 380 }, fontSize: 7 },
} as const;

pdfMake.setFonts({
  [fontFamily]: {
    normal: fontFiles.normal,
    bold: fontFiles.bold,
    italics: fontFiles.normal,
    bolditalics: fontFiles.bold,
  },
});
// A text of ours names neither files nor addresses; only the letters are read from the disk.
const readable: ReadonlySet<string> = new Set(Object.values(fontFiles));
pdfMake.setLocalAccessPolicy((path) => readable.has(path));
pdfMake.setUrlAccessPolicy(() => false);

/** The file's bytes. */
export async function writePdf(description: ExportDescription): Promise<Uint8Array> {
  return new Uint8Array(await pdfMake.createPdf(documentOf(description)).getBuffer());
}

function documentOf(description: ExportDescription): TDocumentDefinitions {
  const words = exportWords(description.language);
  const { timeZone, question, language } = description;
  const format = exportFormat(language, timeZone, question.step);
  const table = tableOf(description, format);
  const orientation = table.width > mostUpright ? "landscape" : "portrait";
  const { inner, drawn, fontSize } = sheets[orientation];
  const chart = drawChart(description, drawn);
  const made = description.facts.at(-1);
  const footer = [description.demoLabel, made === undefined ? null : `${made.label} ${made.value}`, "Vigie"];
  return {
    pageSize: "A4",
    pageOrientation: orientation,
    pageMargins: [margin, margin, margin, margin + 16],
    info: { title: plain(description.title), creator: "Vigie", producer: "Vigie" },
    defaultStyle: { font: fontFamily, fontSize: 9, color: palette.ink, lineHeight: 1.25 },
    content: [
      headingOf(description),
      factsOf(description),
      chart === null
        ? { text: words.nothing, margin: [0, 24, 0, 24], color: palette.secondInk, fontSize: 11 }
        : [
            { text: capital(chart.unitWord), color: palette.thirdInk, fontSize: 8, margin: [0, 12, 0, 0] },
            { svg: chart.svg, width: inner, margin: [0, 2, 0, 14] },
          ],
      { ...table.content, fontSize },
      { text: plain(description.definitionsTitle), bold: true, margin: [0, 16, 0, 4] },
      ...description.definitions.map(
        ({ name, text }): Content => ({
          text: [{ text: `${plain(name)}${words.colon}`, bold: true }, plain(text)],
          fontSize: 8.5,
          color: palette.secondInk,
          margin: [0, 0, 0, 3],
        }),
      ),
    ],
    footer: (page, pages) => ({
      columns: [
        { text: plain(footer.filter((part) => part !== null).join(" · ")) },
        { text: `${words.page} ${page}/${pages}`, alignment: "right", width: 80 },
      ],
      margin: [margin, 14, margin, 0],
      fontSize: 8,
      color: palette.thirdInk,
    }),
  };
}

function headingOf(description: ExportDescription): Content {
  const title: Content = { text: plain(description.title), fontSize: 17, bold: true };
  if (description.demoLabel === null) return title;
  const label: Content = {
    text: plain(description.demoLabel),
    bold: true,
    noWrap: true,
    fontSize: 8.5,
    color: palette.warn,
    background: palette.warnSoft,
    margin: [0, 6, 0, 0],
  };
  return {
    columns: [
      { ...title, width: "*" },
      { ...label, width: "auto" },
    ],
    columnGap: 12,
  };
}

/** Two facts on each line, so that the chart stays on the first page. */
function factsOf({ facts, language }: ExportDescription): Content {
  const half = Math.ceil(facts.length / 2);
  const column = (part: ExportDescription["facts"]): Content => ({
    stack: part.map(({ label, value }) => ({
      text: [
        { text: `${plain(label)}${exportWords(language).colon}`, color: palette.thirdInk },
        { text: plain(value), color: palette.ink },
      ],
    })),
  });
  return {
    columns: [column(facts.slice(0, half)), column(facts.slice(half))],
    columnGap: 16,
    margin: [0, 6, 0, 0],
  };
}

interface DrawnTable {
  readonly content: ContentTable;
  /** How many columns it has. */
  readonly width: number;
}

/** Columns without a single figure are left out: paper is narrow. */
function tableOf({ columns, rows }: ExportDescription, format: ExportFormat): DrawnTable {
  const shown = columns.flatMap((column, index) =>
    index === 0 || rows.some((row) => (row[index] ?? null) !== null) ? [{ ...column, index }] : [],
  );
  const head = shown.map(
    (column): TableCell => ({
      text: plain(column.title),
      bold: true,
      color: palette.secondInk,
      alignment: alignmentOf(column),
    }),
  );
  const body = rows.map((row) =>
    shown.map(
      (column): TableCell => ({
        text: plain(format.cell(row[column.index] ?? null, column.unit)),
        alignment: alignmentOf(column),
        noWrap: column.unit !== "label",
      }),
    ),
  );
  const content: ContentTable = {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: shown.map(({ unit }) => (unit === "instant" || unit === "label" ? "auto" : "*")),
      body: [head, ...body],
    },
    layout: {
      hLineWidth: (line, { table }) =>
        line === 0 || line === table.body.length ? 0 : line === 1 ? 0.8 : 0.4,
      vLineWidth: () => 0,
      hLineColor: (line) => (line === 1 ? palette.strongLine : palette.line),
      paddingTop: () => 2.5,
      paddingBottom: () => 1.5,
      paddingLeft: (column) => (column === 0 ? 0 : 6),
      paddingRight: () => 4,
    },
  };
  return { content, width: shown.length };
}

function alignmentOf({ unit }: ExportColumn): "left" | "right" {
  return unit === "instant" || unit === "label" ? "left" : "right";
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The letters have no narrow space of French numbers; one that does not break stands for it. */
function plain(text: string): string {
  return printable(text).replaceAll("\u202f", "\u00a0");
}

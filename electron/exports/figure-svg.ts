/** A chart with all that must go with it, as one SVG: title, facts, drawing, definitions. */
import type { ExportDescription } from "../../shared/domain/export.ts";
import { printable } from "../../shared/domain/export-text.ts";
import { exportWords } from "../../shared/domain/export-words.ts";
import { drawChart } from "./chart-svg.ts";
import { textWidth, wrapLines } from "./lines.ts";
import { fontStack, palette } from "./palette.ts";

const width = 960;
const margin = 32;
const inner = width - 2 * margin;
const chartHeight = 400;

interface Written {
  readonly svg: string;
  /** Where the next thing may begin. */
  readonly bottom: number;
}

interface Letters {
  readonly size: number;
  readonly colour: string;
  readonly weight?: "bold";
}

const title: Letters = { size: 22, colour: palette.ink, weight: "bold" };
const unit: Letters = { size: 13, colour: palette.secondInk };
const fact: Letters = { size: 12, colour: palette.secondInk };
const note: Letters = { size: 10.5, colour: palette.thirdInk };

/** The whole picture. */
export function figureSvg(description: ExportDescription): string {
  const chart = drawChart(description, { width: inner, height: chartHeight });
  const words = exportWords(description.language);
  const head = heading(description, chart?.unitWord ?? "");
  const facts = paragraph(
    description.facts
      .map(({ label, value }) => `${label}${words.colon}${value}`.replaceAll(" ", "\u00a0"))
      .join("\u00a0· "),
    fact,
    head.bottom + 6,
  );
  const top = facts.bottom + 14;
  const drawing =
    chart === null
      ? text(words.nothing, { size: 14, colour: palette.secondInk }, margin, top + 40)
      : `<g transform="translate(${margin} ${top})">${chart.svg}</g>`;
  const bottom = top + (chart === null ? 80 : chartHeight) + 14;
  const notes = paragraph(
    [
      `${description.definitionsTitle}.`,
      ...description.definitions.map(({ name, text: meaning }) => `${name}${words.colon}${meaning}.`),
    ].join(" "),
    note,
    bottom,
  );
  const height = notes.bottom + margin - 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(description.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    head.svg,
    facts.svg,
    drawing,
    `<path d="M${margin} ${bottom - 8}H${width - margin}" stroke="${palette.line}"/>`,
    notes.svg,
    "</svg>",
  ].join("\n");
}

function heading(description: ExportDescription, unitWord: string): Written {
  const baseline = margin + title.size - 2;
  const demo = description.demoLabel;
  const demoWidth = demo === null ? 0 : textWidth(demo, fact.size) * 1.12 + 24;
  const [first = "", ...more] = wrapLines(description.title, inner - demoWidth - 130, title.size);
  const lines = [first, ...more];
  const parts = lines.map(
    (line, index) =>
      // The unit follows the last line of the title wherever that ends.
      `<text x="${margin}" y="${baseline + index * (title.size + 6)}" ${style(title)}>${escaped(line)}${
        index === lines.length - 1
          ? `<tspan dx="10" ${style(unit)} font-weight="normal">${escaped(unitWord)}</tspan>`
          : ""
      }</text>`,
  );
  if (demo !== null) {
    const left = width - margin - demoWidth;
    parts.push(
      `<rect x="${left}" y="${margin - 2}" width="${demoWidth}" height="24" rx="12" fill="${palette.warnSoft}"/>`,
      `<text x="${left + demoWidth / 2}" y="${margin + 14}" text-anchor="middle" ${style({ size: fact.size, colour: palette.warn, weight: "bold" })}>${escaped(demo)}</text>`,
    );
  }
  return { svg: parts.join("\n"), bottom: baseline + more.length * (title.size + 6) + 8 };
}

function paragraph(words: string, letters: Letters, top: number): Written {
  const leading = letters.size * 1.5;
  const lines = wrapLines(words, inner, letters.size);
  return {
    svg: lines
      .map((line, index) => text(line, letters, margin, top + letters.size + index * leading))
      .join("\n"),
    bottom: Math.ceil(top + lines.length * leading),
  };
}

function text(words: string, letters: Letters, x: number, y: number): string {
  return `<text x="${x}" y="${y}" ${style(letters)}>${escaped(words)}</text>`;
}

function style({ size, colour, weight }: Letters): string {
  const bold = weight === undefined ? "" : ` font-weight="${weight}"`;
  return `font-family="${fontStack}" font-size="${size}" fill="${colour}"${bold}`;
}

function escaped(words: string): string {
  return printable(words)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

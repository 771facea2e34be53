/** What the cells of a column look like: dates, times, a few words, or what nobody should read. */
import { compileTimeFormat } from "./import-time-format.ts";

export type ColumnKind = "dateTime" | "date" | "time" | "number" | "text" | "empty";

export interface ColumnFacts {
  readonly name: string;
  readonly kind: ColumnKind;
  /** How its dates and times are written; empty for other kinds. */
  readonly format: string;
  /** Its texts and how often each comes, the most frequent first. */
  readonly texts: readonly { readonly text: string; readonly count: number }[];
  /** By its name or its cells it is about the person: never read, never shown. */
  readonly isPersonal: boolean;
}

/** Ways to write a date, the most likely one first. */
export const dateFormats = [
  "DD/MM/YYYY",
  "YYYY-MM-DD",
  "DD.MM.YYYY",
  "DD-MM-YYYY",
  "MM/DD/YYYY",
  "YYYY/MM/DD",
  "DD/MM/YY",
  "YYYYMMDD",
] as const;

/** Ways to write a time of day. */
export const timeFormats = ["HH:mm:ss", "HH:mm", "HHhmm", "HH:mm:ss.SSS"] as const;

/** Ways to write both in one cell. */
export const dateTimeFormats: readonly string[] = dateFormats.flatMap((date) => [
  ...timeFormats.map((time) => `${date} ${time}`),
  ...["HH:mm:ss", "HH:mm:ssZ", "HH:mm:ss.SSSZ", "HH:mm"].map((time) => `${date}T${time}`),
  `${date} HH:mm:ssZ`,
]);

/** A column is of a kind where this share of its cells fits it. */
const enoughShare = 0.7;
const keptTexts = 60;
const earliestMs = Date.UTC(1990, 0, 1);
const latestMs = Date.UTC(2100, 0, 1);

/** Says what each column of a table holds, judged by some of its rows. */
export function describeColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnFacts[] {
  return columns.map((name, index) => {
    const cells = rows.map((row) => (row[index] ?? "").trim()).filter((text) => text !== "");
    const { kind, format } = kindOf(cells);
    return { name, kind, format, texts: frequencies(cells), isPersonal: isPersonal(name, cells) };
  });
}

function kindOf(cells: readonly string[]): Pick<ColumnFacts, "kind" | "format"> {
  if (cells.length === 0) return { kind: "empty", format: "" };
  const shapes = [
    ["dateTime", dateTimeFormats],
    ["date", dateFormats],
    ["time", timeFormats],
  ] as const;
  const found = shapes
    .flatMap(([kind, formats]) => {
      const fit = bestFormat(formats, cells);
      return fit === null ? [] : [{ kind, ...fit }];
    })
    .sort((a, b) => b.count - a.count);
  const [best] = found;
  if (best !== undefined && best.count >= cells.length * enoughShare) {
    return { kind: best.kind, format: best.format };
  }
  // Cells that mean "nothing" may be many: where all others are times, the column is one of times.
  const [rest] = found.filter(({ count }) => count >= 2 && count >= wordsOf(cells).length * enoughShare);
  if (rest !== undefined) return { kind: rest.kind, format: rest.format };
  const numbers = cells.filter((text) => /^[+-]?\d+(?:[.,]\d+)?$/.test(text)).length;
  return { kind: numbers >= cells.length * enoughShare ? "number" : "text", format: "" };
}

function wordsOf(cells: readonly string[]): readonly string[] {
  return cells.filter((text) => !isEmptyWord(text));
}

/** Whether a text is a usual way to say that there is nothing. */
export function isEmptyWord(text: string): boolean {
  return /^(?:[-–—?.*_]+|n\/?a|nul+|none|vide|néant|0)$/i.test(text);
}

/** The format that fits most cells; of several that fit as many, the one whose dates lie closest together. */
function bestFormat(
  formats: readonly string[],
  cells: readonly string[],
): { readonly format: string; readonly count: number } | null {
  let best: { format: string; count: number; spanMs: number } | null = null;
  for (const format of formats) {
    const fit = fitOf(format, cells);
    if (fit.count === 0) continue;
    if (
      best === null ||
      fit.count > best.count ||
      (fit.count === best.count && fit.spanMs < best.spanMs / 2)
    ) {
      best = { format, ...fit };
    }
  }
  return best;
}

function fitOf(pattern: string, cells: readonly string[]): { count: number; spanMs: number } {
  const format = compileTimeFormat(pattern);
  if (typeof format === "string") throw new Error(`${pattern}: ${format}`);
  const read = { localMs: 0, offsetMs: 0 };
  let count = 0;
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const text of cells) {
    if (!format.read(text, read)) continue;
    if (format.hasDate && !(read.localMs >= earliestMs && read.localMs < latestMs)) continue;
    count += 1;
    firstMs = Math.min(firstMs, read.localMs);
    lastMs = Math.max(lastMs, read.localMs);
  }
  return { count, spanMs: format.hasDate ? lastMs - firstMs : 0 };
}

/** The cells of a column that are times by its format; NaN for those that are none. */
export function readColumn(format: string, cells: readonly string[]): number[] {
  const compiled = compileTimeFormat(format);
  const read = { localMs: 0, offsetMs: 0 };
  return cells.map((text) =>
    typeof compiled !== "string" && compiled.read(text.trim(), read) ? read.localMs : Number.NaN,
  );
}

function frequencies(cells: readonly string[]): { text: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const text of cells) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, keptTexts);
}

/** A column's name without accents, signs and capitals. */
export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const personalName =
  /\b(?:nom|noms|prenoms?|name|firstname|lastname|surname|usager|citoyen|citizen|customer|client|cliente|demandeur|beneficiaire|telephone|tel|phone|mobile|portable|mail|e mail|email|adresse|address|naissance|birth|nir|nss|iban|vorname|nachname|kunde|remarques?|commentaires?|observations?|observacao|notes?|comments?)\b/;
const officeName =
  /\b(?:agent|guichet|service|demarche|site|file|accueil|operateur|queue|office|agence|bureau|counter|motif|channel|canal)\b/;
const personalCell = /^(?:\S+@\S+\.\S+|(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4})$/;

function isPersonal(name: string, cells: readonly string[]): boolean {
  const plain = plainName(name);
  if (personalName.test(plain) && !officeName.test(plain)) return true;
  const personal = cells.filter((text) => personalCell.test(text)).length;
  return cells.length > 0 && personal >= cells.length / 2;
}

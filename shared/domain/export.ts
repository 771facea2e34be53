/** What an exported file says: one description, from which every format is made. */
import { z } from "zod";
import type { MessageLanguage } from "./backup-message.ts";
import { type ChartColumn, type ChartTable, chartQuestionSchema } from "./chart.ts";
import { comparedRange } from "./chart-compare.ts";
import { type CellValue, exportFormat } from "./export-format.ts";
import { type ExportWords, exportWords } from "./export-words.ts";
import { levelDefinitions, levelVariants } from "./service-level.ts";

export const exportFormats = ["png", "svg", "pdf", "csv", "xlsx"] as const;
export const exportFormatSchema = z.enum(exportFormats);
export type ExportFormatName = z.infer<typeof exportFormatSchema>;

export const mediaTypes: Record<ExportFormatName, string> = {
  png: "image/png",
  svg: "image/svg+xml",
  pdf: "application/pdf",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A stretch of a chart over time that is looked at more closely: starts of its first and last point, ms. */
export const exportStretchSchema = z.object({ fromMs: z.number(), toMs: z.number() });
export type ExportStretch = z.infer<typeof exportStretchSchema>;

export const exportRequestSchema = z.object({
  question: chartQuestionSchema,
  /** Null: all of the period. */
  stretch: exportStretchSchema.nullable().default(null),
  format: exportFormatSchema,
  language: z.enum(["fr", "en"]),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** All that a description is made of; its text is in `language`. */
export interface ExportFacts {
  readonly table: ChartTable;
  /** Null: all of the period. */
  readonly stretch: ExportStretch | null;
  readonly language: MessageLanguage;
  /** Null: all of them. */
  readonly siteName: string | null;
  readonly serviceName: string | null;
  readonly madeAtMs: number;
  readonly madeBy: string;
  readonly isDemo: boolean;
}

export interface ExportColumn extends ChartColumn {
  readonly title: string;
}

/** Plain data: it can be handed to another thread. */
export interface ExportDescription {
  readonly language: MessageLanguage;
  readonly question: ChartTable["question"];
  readonly timeZone: string;
  readonly title: string;
  /** Null where the data is the house's own. */
  readonly demoLabel: string | null;
  /** Filters, period, time zone, how many cases, when and by whom. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly definitionsTitle: string;
  readonly definitions: readonly { readonly name: string; readonly text: string }[];
  /** Without its ending. */
  readonly fileStem: string;
}

/** Describes an export. */
export function describeExport(facts: ExportFacts): ExportDescription {
  const { table, stretch, language, siteName, serviceName, isDemo } = facts;
  const words = exportWords(language);
  const { question, definitionsVersion } = table;
  const kind = words.charts[question.chart];
  const { channel } = question;
  return {
    language,
    question,
    timeZone: table.timeZone,
    title: serviceName === null ? kind : `${kind} – ${serviceName}`,
    demoLabel: isDemo ? words.demo : null,
    facts: factsOf(facts, words),
    columns: table.columns.map((column) => ({ ...column, title: columnTitle(column.key, words) })),
    rows: rowsWithin(facts).map((row) =>
      row.map((value, index) =>
        table.columns[index]?.key === "weekday" ? weekdayName(value, language) : value,
      ),
    ),
    definitionsTitle: `${words.definitionsTitle} ${definitionsVersion}`,
    definitions: Object.entries(table.definitions).map(([name, text]) => ({
      name: words.figures[name] ?? name,
      text: meaningOf(name, text, words),
    })),
    fileStem: [
      "vigie",
      words.fileNames[question.chart],
      question.firstDate,
      question.lastDate,
      ...(stretch === null ? [] : [words.stretchFile]),
      ...[siteName, serviceName, channel === null ? null : words.channels[channel]].flatMap((name) =>
        name === null ? [] : [fileWord(name)],
      ),
    ].join("_"),
  };
}

/** The rows that are seen: those of a chart that is not over time are seen whole. */
function rowsWithin({ table, stretch }: Pick<ExportFacts, "table" | "stretch">): ChartTable["rows"] {
  const start = table.columns.findIndex(({ unit }) => unit === "instant");
  if (stretch === null || start === -1) return table.rows;
  return table.rows.filter((row) => {
    const atMs = Number(row[start]);
    return atMs >= stretch.fromMs && atMs <= stretch.toMs;
  });
}

function factsOf(facts: ExportFacts, words: ExportWords): ExportDescription["facts"] {
  const { table, stretch, language, siteName, serviceName, madeAtMs, madeBy } = facts;
  const { question, timeZone, caseCount } = table;
  const { firstDate, lastDate, comparedFirstDate, channel, base, step } = question;
  const format = exportFormat(language, timeZone, step);
  const dates = (first: string, last: string) => words.dates(format.date(first), format.date(last));
  const period = dates(firstDate, lastDate);
  const isOverTime = table.columns.some(({ unit }) => unit === "instant");
  const beside =
    comparedFirstDate === null ? null : comparedRange(step, { firstDate, lastDate }, comparedFirstDate);
  return [
    { label: words.period, value: isOverTime ? `${period}, ${words.steps[step]}` : period },
    ...(stretch === null
      ? []
      : [
          {
            label: words.stretch,
            value: words.dates(format.dateTime(stretch.fromMs), format.dateTime(stretch.toMs)),
          },
        ]),
    ...(beside === null
      ? []
      : [{ label: words.comparedWith, value: dates(beside.firstDate, beside.lastDate) }]),
    { label: words.site, value: siteName ?? words.everySite },
    { label: words.service, value: serviceName ?? words.everyService },
    { label: words.channel, value: channel === null ? words.everyChannel : words.channels[channel] },
    { label: words.base, value: words.bases[base] },
    { label: words.timeZone, value: timeZone },
    { label: stretch === null ? words.cases : words.casesOfPeriod, value: format.count(caseCount) },
    { label: words.made, value: words.madeBy(format.dateTime(madeAtMs), madeBy) },
  ];
}

/** What a figure means; the service level means what its variant says. */
function meaningOf(name: string, text: string, words: ExportWords): string {
  const variant = levelVariants.find((one) => levelDefinitions[one] === text);
  return (variant === undefined ? words.definitions[name] : words.levels?.[variant]) ?? text;
}

/** A column's title: that of its figure, and what of it stands there. */
function columnTitle(key: string, words: ExportWords): string {
  const suffix = Object.keys(words.suffixes).find((one) => key.endsWith(one)) ?? "";
  const figure = key.slice(0, key.length - suffix.length);
  const title = words.columns[figure] ?? figure;
  return suffix === "" ? title : `${title} (${words.suffixes[suffix] ?? suffix})`;
}

/** A weekday counted from 1, Monday, by its name. */
function weekdayName(value: CellValue, language: MessageLanguage): CellValue {
  if (typeof value !== "number") return value;
  const locale = language === "en" ? "en-GB" : "fr-FR";
  const monday = Date.UTC(2024, 0, 1);
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(
    monday + (value - 1) * 86_400_000,
  );
}

/** A name as file names can carry it on every system: no accents, no spaces, at most forty characters. */
export function fileWord(name: string): string {
  const word = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, "");
  return word === "" ? "x" : word;
}

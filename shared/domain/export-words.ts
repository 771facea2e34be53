/** The words of exported files, in French and English. */
import type { MessageLanguage } from "./backup-message.ts";
import type { Channel } from "./channel.ts";
import type { ChartKind, ChartStep } from "./chart.ts";
import { english } from "./export-words-english.ts";
import { french } from "./export-words-french.ts";
import type { FigureBase } from "./figure.ts";
import type { LevelVariant } from "./service-level.ts";

export interface ExportWords {
  readonly charts: Record<ChartKind, string>;
  /** As file names say them: lower-case letters, digits and hyphens. */
  readonly fileNames: Record<ChartKind, string>;
  readonly steps: Record<ChartStep, string>;
  readonly channels: Record<Channel, string>;
  readonly bases: Record<FigureBase, string>;
  /** Titles of columns by their key. */
  readonly columns: Readonly<Record<string, string>>;
  /** What each figure means, by its name in `figureDefinitions`; where one is missing, the table's own text stands. */
  readonly definitions: Readonly<Record<string, string>>;
  /** What each variant of the service level divides by what; null: the table's own text stands. */
  readonly levels: Record<LevelVariant, string> | null;
  /** Names of the figures that definitions are about. */
  readonly figures: Readonly<Record<string, string>>;
  /** What columns beside a figure's own are, by the ending of their key; longer endings first. */
  readonly suffixes: Readonly<Record<string, string>>;
  readonly legend: Record<"typical" | "compared" | "expected" | "arrivals", string>;
  /** What stands at the end of a line, by the key of its column. */
  readonly lines: Readonly<Record<string, string>>;
  /** Between a label and its value. */
  readonly colon: string;
  readonly period: string;
  /** Where only a stretch of the period is shown. */
  readonly stretch: string;
  /** The same in a file name. */
  readonly stretchFile: string;
  readonly comparedWith: string;
  readonly step: string;
  readonly timeZone: string;
  readonly site: string;
  readonly service: string;
  readonly channel: string;
  readonly base: string;
  readonly cases: string;
  readonly casesOfPeriod: string;
  readonly made: string;
  readonly definitionsTitle: string;
  readonly everySite: string;
  readonly everyService: string;
  readonly everyChannel: string;
  readonly startUtc: string;
  readonly demo: string;
  readonly nothing: string;
  readonly page: string;
  dates(first: string, last: string): string;
  madeBy(when: string, who: string): string;
  weekOf(date: string): string;
  /** The waits beyond the last bound. */
  longerThan(bound: string): string;
}

export function exportWords(language: MessageLanguage): ExportWords {
  return language === "en" ? english : french;
}

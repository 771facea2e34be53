/** The mail that a report goes with, and the name of its file. */

import type { Message, MessageLanguage } from "./backup-message.ts";
import { dateWords } from "./date-words.ts";
import { fileWord } from "./export.ts";
import type { ReportPeriod } from "./report.ts";

export interface ReportFacts {
  readonly period: ReportPeriod;
  readonly firstDate: string;
  readonly lastDate: string;
  /** Null: all of them. */
  readonly siteName: string | null;
  readonly isDemo: boolean;
}

/** `vigie_rapport_2026-11-16_2026-11-22_mairie.pdf` */
export function reportFileName(facts: ReportFacts, language: MessageLanguage): string {
  const { firstDate, lastDate, siteName } = facts;
  const parts = ["vigie", language === "en" ? "report" : "rapport", firstDate, lastDate];
  return `${[...parts, ...(siteName === null ? [] : [fileWord(siteName)])].join("_")}.pdf`;
}

export function reportMessage(facts: ReportFacts, language: MessageLanguage): Message {
  const format = dateWords(language === "en" ? "en-GB" : "fr-FR", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const date = (text: string) => format.format(Date.parse(`${text}T00:00:00Z`));
  const { siteName, isDemo } = facts;
  const [first, last] = [date(facts.firstDate), date(facts.lastDate)];
  if (language === "en") {
    const where = siteName ?? "all sites";
    return {
      title: `Report: ${where}, from ${first} to ${last}`,
      paragraphs: [
        `The report of ${where} from ${first} to ${last} is attached.`,
        ...(isDemo ? ["Its figures are demonstration data."] : []),
        "Vigie sends it by itself; change or stop that on the report page.",
      ],
      link: null,
    };
  }
  const where = siteName ?? "tous les accueils";
  return {
    title: `Rapport : ${where}, du ${first} au ${last}`,
    paragraphs: [
      `Le rapport de ${where} du ${first} au ${last} est joint.`,
      ...(isDemo ? ["Ses chiffres sont des données de démonstration."] : []),
      "Vigie l’envoie d’elle-même ; cela se change ou s’arrête sur la page du rapport.",
    ],
    link: null,
  };
}

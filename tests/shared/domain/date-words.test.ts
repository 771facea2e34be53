import { describe, expect, it } from "vitest";
import { dateWords } from "../../../shared/domain/date-words.ts";

const at = (date: string) => Date.parse(`${date}T12:00:00Z`);
const long = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;

describe("a date in words", () => {
  it.each([
    ["fr-FR", "2026-12-01", "1er décembre 2026"],
    ["fr", "2026-12-11", "11 décembre 2026"],
    ["fr-FR", "2026-12-31", "31 décembre 2026"],
    ["en-GB", "2026-12-01", "1 December 2026"],
  ])("is written as the language writes it: %s, %s", (locale, date, words) => {
    expect(dateWords(locale, long).format(at(date))).toBe(words);
  });

  it("knows the first of a month in a range too", () => {
    expect(dateWords("fr-FR", long).formatRange(at("2026-12-01"), at("2026-12-31"))).toMatch(
      /^1er\s?–\s?31 décembre 2026$/,
    );
    expect(dateWords("fr-FR", long).formatRange(at("2026-11-30"), at("2026-12-01"))).toMatch(
      /^30 novembre.*1er décembre 2026$/,
    );
  });

  it("keeps figures as they are", () => {
    const short = { day: "numeric", month: "numeric", timeZone: "UTC" } as const;
    expect(dateWords("fr-FR", short).format(at("2026-12-01"))).toMatch(/^0?1\/12$/);
    expect(dateWords("fr-FR", { day: "numeric", timeZone: "UTC" }).format(at("2026-12-01"))).toBe("1");
  });
});

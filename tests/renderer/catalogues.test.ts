/** The catalogues of the screens: complete, in both languages, with the same gaps to fill. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { formatter } from "@lingui/format-po";
import { describe, expect, it } from "vitest";
import { placeholdersOf } from "./placeholders.ts";

const folder = fileURLToPath(new URL("../../renderer/i18n/", import.meta.url));
const po = formatter({ lineNumbers: false });

interface Entry {
  readonly catalogue: string;
  /** As it stands in the code, in French. */
  readonly message: string;
  readonly translation: string;
}

async function read(locale: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const file of readdirSync(`${folder}${locale}`)) {
    const parsed = await po.parse(readFileSync(`${folder}${locale}/${file}`, "utf8"), {
      locale,
      sourceLocale: "fr",
      filename: file,
    });
    for (const [id, { message, translation }] of Object.entries(parsed)) {
      entries.push({ catalogue: file, message: message ?? id, translation: translation ?? "" });
    }
  }
  return entries;
}

const [french, english] = [await read("fr"), await read("en")];

describe("the catalogues", () => {
  it("say every message in English", () => {
    expect(english.filter(({ translation }) => translation === "")).toEqual([]);
  });

  it("have the same messages in both languages", () => {
    const names = (entries: readonly Entry[]) =>
      entries.map(({ catalogue, message }) => `${catalogue}: ${message}`).sort();
    expect(names(english)).toEqual(names(french));
    expect(french.filter(({ translation }) => translation === "")).toEqual([]);
  });

  it("fill the same gaps in both languages", () => {
    const wrong = english.filter(({ message, translation }) => {
      const wanted = placeholdersOf(message).join();
      return translation !== "" && placeholdersOf(translation).join() !== wanted;
    });
    expect(wrong).toEqual([]);
  });

  it("say the same message in the same words wherever it stands", () => {
    const seen = new Map<string, Set<string>>();
    for (const { message, translation } of english) {
      seen.set(message, (seen.get(message) ?? new Set()).add(translation));
    }
    expect([...seen].filter(([, words]) => words.size > 1)).toEqual([]);
  });
});

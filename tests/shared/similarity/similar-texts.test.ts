import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jaccard, shinglesOf } from "../../../shared/similarity/shingles.ts";
import { nearDuplicate, similarPairs, similarTexts } from "../../../shared/similarity/similar-texts.ts";
import { judge, makeCorpus } from "./near-duplicates.ts";
import { publicParagraphs } from "./public-texts.ts";

describe("near duplicates", () => {
  const corpus = makeCorpus(publicParagraphs(150), 20261124);

  test("on a corpus of public texts and their rewritings, precision and recall are at least 0.9", () => {
    const { precision, recall, wanted } = judge(corpus, similarPairs(corpus.texts));
    console.log(
      `near duplicates: ${corpus.texts.length} texts, ${wanted} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  test("the signatures find nearly every pair that comparing all with all finds, and no other one", () => {
    const shingles = corpus.texts.map((text) => shinglesOf(text));
    const exact: string[] = [];
    for (const [second, own] of shingles.entries()) {
      for (const [first, other] of shingles.slice(0, second).entries()) {
        if (jaccard(own, other) >= nearDuplicate) exact.push(`${first}-${second}`);
      }
    }
    const found = similarPairs(corpus.texts).map(({ first, second }) => `${first}-${second}`);
    expect(exact).toEqual(expect.arrayContaining(found));
    expect(found.length).toBeGreaterThanOrEqual(exact.length * 0.99);
  });

  test("reports of one problem make a group, whoever wrote them; another problem stays out", () => {
    const reports = [
      "L’imprimante du guichet 3 n’imprime plus les tickets depuis ce matin.",
      "Le site des rendez-vous affiche une page blanche après la connexion.",
      "L'IMPRIMANTE du guichet 3 n'imprime plus de tickets depuis ce matin",
      "Depuis ce matin l’imprimante du guichet 3 n’imprime plus les tickets, encore.",
      "",
      "",
    ];
    expect(similarTexts(reports)).toEqual([[0, 2, 3]]);
  });

  test("a template and what was made of it are alike: a placeholder is a placeholder, filled in or masked", () => {
    expect(
      similarPairs(["Bonjour {nom}, votre carte est prête.", "Bonjour [masqué], votre carte est prête."]),
    ).toEqual([{ first: 0, second: 1, similarity: 1 }]);
  });

  test("groups do not depend on the order of the texts", () => {
    const texts = corpus.texts.slice(0, 60);
    const namesOf = (list: readonly string[]) =>
      similarTexts(list)
        .map((group) => group.map((index) => list[index] ?? "").sort())
        .sort();
    const expected = namesOf(texts);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...texts], { minLength: texts.length, maxLength: texts.length }),
        (shuffled) => {
          expect(namesOf(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });
});

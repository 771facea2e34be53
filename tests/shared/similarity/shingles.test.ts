import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Signature, signatureOfShingles } from "../../../shared/similarity/min-hash.ts";
import { containment, jaccard, type Shingles, shinglesOf } from "../../../shared/similarity/shingles.ts";
import { wordsOf } from "../../../shared/similarity/words.ts";

/** What two signatures say of the Jaccard similarity: the share of places at which they agree. */
function estimatedJaccard(a: Signature, b: Signature): number {
  return a.filter((value, place) => value === b[place]).length / a.length;
}

const shingleSet = fc
  .uniqueArray(fc.nat({ max: 0xffffffff }), { minLength: 1, maxLength: 60 })
  .map((values): Shingles => Uint32Array.from(values).sort());

describe("words", () => {
  test("say where they stand, and are the same whatever their case and accents", () => {
    const text = "Été à l’Œuvre, {nom de la personne} !";
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "Été",
      "à",
      "l",
      "Œuvre",
      "{nom de la personne}",
    ]);
    const hashes = (words: string) => wordsOf(words).map(({ hash }) => hash);
    expect(hashes("ETE a l'oeuvre [masqué]")).toEqual(hashes(text));
    expect(hashes("e\u0301te\u0301 à l’œuvre {x}")).toEqual(hashes(text));
  });
});

describe("shingles", () => {
  test("by hand: six words make five pairs, of which a text with one other word shares three", () => {
    const a = shinglesOf("votre carte est prête au guichet");
    const b = shinglesOf("votre carte est prête en mairie");
    expect(a).toHaveLength(5);
    expect(jaccard(a, b)).toBeCloseTo(3 / 7);
    expect(containment(shinglesOf("carte est prête"), a)).toBe(1);
    expect(containment(a, shinglesOf("carte est prête"))).toBeCloseTo(2 / 5);
  });

  test("the order of words counts, repeating them does not, and nothing resembles nothing", () => {
    expect(jaccard(shinglesOf("a b"), shinglesOf("b a"))).toBe(0);
    expect(jaccard(shinglesOf("a b a b a b"), shinglesOf("a b a"))).toBe(1);
    expect(jaccard(shinglesOf(""), shinglesOf("…"))).toBe(0);
    expect(jaccard(shinglesOf("Merci"), shinglesOf("merci !"))).toBe(1);
  });

  test("Jaccard is that of the sets", () => {
    fc.assert(
      fc.property(shingleSet, shingleSet, (a, b) => {
        const right = new Set(b);
        const shared = [...a].filter((value) => right.has(value)).length;
        expect(jaccard(a, b)).toBeCloseTo(shared / new Set([...a, ...b]).size);
      }),
    );
  });
});

describe("signatures", () => {
  test("agree on equal sets, and estimate Jaccard without bias", () => {
    fc.assert(
      fc.property(shingleSet, (a) => {
        expect(estimatedJaccard(signatureOfShingles(a), signatureOfShingles(a.slice()))).toBe(1);
      }),
    );
    // 40 pairs of Jaccard 1/3, small consecutive numbers: what a weak family of hashes gets wrong.
    const errors = Array.from({ length: 40 }, (_, pair) => {
      const from = (first: number) => Uint32Array.from({ length: 100 }, (_one, index) => first + index);
      const [a, b] = [from(pair * 1_000), from(pair * 1_000 + 50)];
      return estimatedJaccard(signatureOfShingles(a), signatureOfShingles(b)) - 1 / 3;
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.2);
  });
});

import { describe, expect, it } from "vitest";
import { findSensitiveWords } from "../../../shared/domain/sensitive-words.ts";

describe("words that must not stand in a note", () => {
  it.each([
    ["Elle était malade, en arrêt de travail.", ["health malade", "health arrêt de travail"]],
    ["Il parle de sa femme et de son divorce", ["family sa femme", "family divorce"]],
    ["à cause de SON ACCENT", ["origin SON ACCENT"]],
    ["il est syndiqué et musulman", ["opinions syndiqué", "opinions musulman"]],
    [
      "She is pregnant; her husband called. Sick leave.",
      ["health pregnant", "family husband", "health Sick"],
    ],
    ["malades, malade, maladie : malade", ["health malades", "health malade", "health maladie"]],
  ])("are found in %j", (text, expected) => {
    expect(findSensitiveWords(text).map(({ topic, word }) => `${topic} ${word}`)).toEqual(expected);
  });

  it.each([
    "La famille de documents « passeport » est complète.",
    "L’accent mis sur l’accueil a porté ; les deux pièces vont conjointement.",
    "Politique d’accueil : le syndic de copropriété a écrit.",
    "An illustration of the will to help; the origin of the queue.",
    "A reformulé la demande d’une dame très inquiète.",
  ])("are none in %j", (text) => {
    expect(findSensitiveWords(text)).toEqual([]);
  });
});

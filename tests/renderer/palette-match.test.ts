import { expect, it } from "vitest";
import { beginningFirst, matches } from "../../renderer/palette/match.ts";

it.each([
  ["État civil Mairie annexe", "etat", true],
  ["État civil Mairie annexe", "annexe ÉTAT", true],
  ["Passeports et cartes d’identité", "identite", true],
  ["Appeler un renfort", "enfort", false],
  ["A042", "a0", true],
  ["A042", "", true],
  ["Ouvrir l’historique", "historique", true],
])("%s – “%s”: %s", (text, query, expected) => {
  expect(matches(text, query)).toBe(expected);
});

it("puts what begins with the words first, accents or not, and leaves the rest as it was", () => {
  const labels = ["Fiche : État civil", "Fiche : État des lieux", "État civil", "Élections"];
  expect(beginningFirst(labels, (label) => label, " etat")).toEqual([
    "État civil",
    "Fiche : État civil",
    "Fiche : État des lieux",
    "Élections",
  ]);
  expect(beginningFirst(labels, (label) => label, "")).toEqual(labels);
});

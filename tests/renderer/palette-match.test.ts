import { expect, it } from "vitest";
import { matches } from "../../renderer/palette/match.ts";

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

import { expect, it } from "vitest";
import { shortName } from "../../../renderer/coaching/sessions/short-name.ts";

it.each([
  ["David Morel", "D. Morel"],
  ["Jean-Luc Petit", "J.-L. Petit"],
  ["Élise de la Tour", "É. de la Tour"],
  ["Amina B.", "Amina B."],
  ["Rachid K", "Rachid K"],
  ["Amina", "Amina"],
  ["  Nora   Agent ", "N. Agent"],
])("%j is short as %j", (name, short) => {
  expect(shortName(name)).toBe(short);
});

import { expect, test } from "vitest";
import { piecesOf } from "../../../renderer/coaching/replies/marked-text.ts";

test("the pieces are the text, with passages and what speaks of the case in their places", () => {
  const text = "Bonjour, le 12 mars. Nous restons à votre disposition.";
  const pieces = piecesOf(text, {
    references: [{ kind: "date", start: 12, end: 19 }],
    passages: [{ start: 21, end: 53, words: 5, from: { kind: "reply", replyId: "r" } }],
  });
  expect(pieces.map((piece) => [piece.kind, piece.text])).toEqual([
    ["own", "Bonjour, le "],
    ["reference", "12 mars"],
    ["own", ". "],
    ["passage", "Nous restons à votre disposition"],
    ["own", "."],
  ]);
  expect(piecesOf("", { references: [], passages: [] })).toEqual([]);
});

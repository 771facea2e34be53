/** A reply cut into pieces to be shown: its own words, passages that stand elsewhere, what speaks of the case. */
import type { ReplyAnalysis } from "../../../shared/domain/reply.ts";

export type TextPiece =
  | { readonly kind: "own"; readonly text: string; readonly start: number }
  | { readonly kind: "reference"; readonly text: string; readonly start: number }
  | {
      readonly kind: "passage";
      readonly text: string;
      readonly start: number;
      /** Place of the passage in the analysis. */
      readonly index: number;
    };

/** The pieces in the order of the text; together they are the text. */
export function piecesOf(
  text: string,
  { passages, references }: Pick<ReplyAnalysis, "passages" | "references">,
): TextPiece[] {
  const marks = [
    ...passages.map(({ start, end }, index) => ({ kind: "passage" as const, start, end, index })),
    ...references.map(({ start, end }) => ({ kind: "reference" as const, start, end, index: -1 })),
  ].sort((a, b) => a.start - b.start);
  const pieces: TextPiece[] = [];
  let at = 0;
  const own = (end: number) => {
    if (end > at) pieces.push({ kind: "own", text: text.slice(at, end), start: at });
  };
  for (const { kind, start, end, index } of marks) {
    own(start);
    const common = { text: text.slice(start, end), start };
    pieces.push(kind === "passage" ? { kind, ...common, index } : { kind, ...common });
    at = end;
  }
  own(text.length);
  return pieces;
}

import { useLingui } from "@lingui/react/macro";
import { Fragment } from "react";
import type { ReplyDetail } from "../../../shared/contract/reply.ts";
import { piecesOf } from "./marked-text.ts";

/** The words of a reply; what stands elsewhere is underlined and numbered, what speaks of the case is bold. */
export function ReplyText({ reply }: { readonly reply: ReplyDetail }) {
  const { t } = useLingui();
  return (
    <p className="reply-text">
      {piecesOf(reply.text, reply.analysis).map((piece) => {
        if (piece.kind === "own") return <Fragment key={piece.start}>{piece.text}</Fragment>;
        if (piece.kind === "reference") {
          return (
            <b key={piece.start} className="reply-reference">
              {piece.text}
            </b>
          );
        }
        const number = piece.index + 1;
        const kind = reply.sources[piece.index]?.kind ?? "reply";
        return (
          <mark key={piece.start} className={`reply-passage reply-passage-${kind}`}>
            <span className="visually-hidden">
              {kind === "template"
                ? t`Passage ${number}, texte type : `
                : t`Passage ${number}, déjà écrit : `}
            </span>
            {piece.text}
            <sup aria-hidden="true">{number}</sup>
          </mark>
        );
      })}
    </p>
  );
}

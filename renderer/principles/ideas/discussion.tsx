import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Idea } from "../../../shared/domain/idea.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { TextField } from "../../ui/text-field.tsx";
import { useCommentIdea } from "./use-ideas.ts";

/** What people said about an idea, and room to say more. */
export function Discussion({ idea }: { readonly idea: Idea }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const comment = useCommentIdea();
  const sentenceOf = useFaultSentence();
  const { dateTime } = useFormat();
  const timeZone = useTimeZone();
  const count = idea.comments.length;
  const isReady = text.trim() !== "";
  return (
    <section className="detail-part" aria-labelledby="idea-discussion">
      <h3 id="idea-discussion">
        {t`Discussion`} <small className="number">{count === 0 ? "" : count}</small>
      </h3>
      <ol>
        {idea.comments.map(({ id, text: said, by, atMs }) => (
          <li key={id} className="told">
            <small className="number">
              {by} · {dateTime(atMs, timeZone)}
            </small>
            <p className="detail-text">{said}</p>
          </li>
        ))}
      </ol>
      <form
        className="principle-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) comment.mutate({ id: idea.id, text }, { onSuccess: () => setText("") });
        }}
      >
        <TextField
          label={t`Votre commentaire`}
          value={text}
          onChange={setText}
          maxLength={2_000}
          rows={2}
          isInvalid={comment.error !== null}
          error={comment.error === null ? undefined : sentenceOf(comment.error)}
        />
        <div>
          <Button type="submit" isDisabled={!isReady} isPending={comment.isPending}>
            {t`Commenter`}
          </Button>
        </div>
      </form>
    </section>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import type { Question } from "./awaited.tsx";

/** Says that an answer is not that of now, since it could not be read again. */
export function KeptNote({
  question,
  error,
}: {
  readonly question: Question<unknown>;
  readonly error: Error;
}) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const { time } = useFormat();
  const readAt = time(question.dataUpdatedAt, useTimeZone());
  const sentence = sentenceOf(error);
  return (
    <div role="alert" className="kept-note">
      <p className="number">
        <Trans>
          <strong>Pas à jour : ce qui suit a été lu à {readAt}.</strong> {sentence}
        </Trans>
      </p>
      <Button isPending={question.isFetching} onPress={() => question.refetch()}>
        {t`Réessayer`}
      </Button>
    </div>
  );
}

import { useLingui } from "@lingui/react/macro";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

/** The place of a chart whose figures are on their way, or could not be read. */
export function ChartSkeleton(props: {
  readonly error: Error | null;
  readonly retry: () => unknown;
  readonly isWide?: boolean;
}) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  return (
    <section className={props.isWide === true ? "panel chart-panel-wide" : "panel"}>
      {props.error === null ? (
        <Skeleton rows={6} label={t`Les chiffres arrivent`} />
      ) : (
        <EmptyState
          title={t`Les chiffres n’ont pas pu être lus.`}
          action={<Button onPress={() => props.retry()}>{t`Réessayer`}</Button>}
        >
          {sentenceOf(props.error)}
        </EmptyState>
      )}
    </section>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import type { ComparisonGap, PrincipleFigure } from "../../shared/domain/principle-figure.ts";
import { useMayOpen } from "../shell/screen-access.ts";
import { Explain } from "../ui/explain.tsx";
import { useFormat } from "../ui/format.ts";
import { useFigureWords } from "./principle-words.ts";
import { useValueWords } from "./value-words.ts";

/** A figure with its definition, of how many it is, and what it was before or why that is not known. */
export function PrincipleFigureView({ figure }: { readonly figure: PrincipleFigure }) {
  const { t } = useLingui();
  const format = useFormat();
  const { label, definition } = useFigureWords()(figure.id);
  const { value, n, unit, gap, address } = figure;
  const valueWords = useValueWords();
  const isOpen = useMayOpen()(address);
  const look = value === null ? "principle-value principle-unknown" : "principle-value";
  const shown =
    value !== null ? (
      valueWords(value, unit)
    ) : gap === "too_few" ? (
      <Trans>moins de cinq : pas montré</Trans>
    ) : (
      <Trans>pas encore mesuré</Trans>
    );
  const count = n === null ? null : format.number(n);
  // The mark stays with the last word, so that it never stands alone in a line.
  const words = label.split(" ");
  const last = words.pop();
  return (
    <div className="principle-figure">
      <span className="principle-label">
        {words.join(" ")}{" "}
        <span className="principle-label-end">
          {last}{" "}
          <Explain label={t`Définition : ${label}`} title={label}>
            {definition}
          </Explain>
        </span>
      </span>
      {isOpen ? (
        <a href={`#${address}`} className={look}>
          {shown}
        </a>
      ) : (
        <span className={look}>{shown}</span>
      )}
      {value === null ? null : (
        <small>
          {count === null ? null : <span>{t`n = ${count}`}</span>}
          <span>
            <Before figure={figure} />
          </span>
        </small>
      )}
    </div>
  );
}

function Before({
  figure: { previous, previousN, unit, comparisonGap },
}: {
  readonly figure: PrincipleFigure;
}) {
  const { t } = useLingui();
  const format = useFormat();
  const valueWords = useValueWords();
  const gapWords = useGapWords();
  if (previous === null) return comparisonGap === null ? null : gapWords(comparisonGap);
  const before = valueWords(previous, unit);
  if (previousN === null) return t`avant : ${before}`;
  const count = format.number(previousN);
  return t`avant : ${before} (n = ${count})`;
}

/** Why nothing is set beside a figure. */
function useGapWords(): (gap: ComparisonGap) => string {
  const { t } = useLingui();
  return (gap) => {
    switch (gap) {
      case "nothing_known":
        return t`avant : rien de connu`;
      case "too_few":
        return t`avant : moins de cinq`;
      case "few_days":
        return t`avant : trop peu de jours`;
    }
  };
}

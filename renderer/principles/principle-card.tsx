import { Trans } from "@lingui/react/macro";
import { useId } from "react";
import type { PrincipleCard } from "../../shared/domain/principle-figure.ts";
import { usePrincipleName } from "../coaching/words.ts";
import { useMayOpen } from "../shell/screen-access.ts";
import { useNextStepWords } from "./next-step-words.ts";
import { PrincipleEvidenceList } from "./principle-evidence.tsx";
import { PrincipleFigureView } from "./principle-figure.tsx";
import { TrendLine } from "./trend-line.tsx";
import "./principle-card.css";

/** One principle: how the house stands, how that goes, what it is made of, and what to do next. */
export function PrincipleCardView(props: {
  readonly card: PrincipleCard;
  readonly place: number;
  readonly siteId: string | null;
}) {
  const titleId = useId();
  const principleName = usePrincipleName();
  const stepWords = useNextStepWords();
  const mayOpen = useMayOpen();
  const { card, place, siteId } = props;
  const [lead, ...others] = card.figures;
  return (
    <section className="principle-card" aria-labelledby={titleId}>
      <h2 id={titleId}>
        <span className="principle-place" aria-hidden="true">
          {place}
        </span>
        {principleName(card.principle)}
      </h2>
      {lead === undefined ? null : (
        <div className="principle-lead">
          <PrincipleFigureView figure={lead} />
          <TrendLine points={card.trend} unit={lead.unit} />
        </div>
      )}
      {others.length === 0 ? null : (
        <div className="principle-others">
          {others.map((figure) => (
            <PrincipleFigureView key={figure.id} figure={figure} />
          ))}
        </div>
      )}
      <PrincipleEvidenceList evidence={card.evidence} siteId={siteId} />
      {card.nextStep === null ? (
        <p className="principle-step principle-fine">
          <span aria-hidden="true">✓</span> <Trans>Rien ne presse</Trans>
        </p>
      ) : !mayOpen(card.nextStep.address) ? (
        <p className="principle-step principle-elsewhere">
          <span aria-hidden="true">→</span> {stepWords(card.nextStep)}
        </p>
      ) : (
        <a className="principle-step" href={`#${card.nextStep.address}`}>
          <span aria-hidden="true">→</span> {stepWords(card.nextStep)}
        </a>
      )}
    </section>
  );
}

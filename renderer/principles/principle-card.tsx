import { Trans, useLingui } from "@lingui/react/macro";
import { useId } from "react";
import type { PrincipleCard, PrincipleFigure } from "../../shared/domain/principle-figure.ts";
import { usePrincipleName } from "../coaching/words.ts";
import { useMayOpen } from "../shell/screen-access.ts";
import { Explain } from "../ui/explain.tsx";
import { type Format, useFormat } from "../ui/format.ts";
import { useNextStepWords } from "./next-step-words.ts";
import { useFigureWords } from "./principle-words.ts";
import { TrendLine } from "./trend-line.tsx";
import "./principle-card.css";

/** One principle: how the house stands, how that goes, and what to do next. */
export function PrincipleCardView({ card, place }: { readonly card: PrincipleCard; readonly place: number }) {
  const titleId = useId();
  const principleName = usePrincipleName();
  const stepWords = useNextStepWords();
  const mayOpen = useMayOpen();
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
          <Figure figure={lead} />
          <TrendLine points={card.trend} unit={lead.unit} />
        </div>
      )}
      <div className="principle-others">
        {others.map((figure) => (
          <Figure key={figure.id} figure={figure} />
        ))}
      </div>
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

function Figure({ figure }: { readonly figure: PrincipleFigure }) {
  const { t } = useLingui();
  const format = useFormat();
  const { label, definition } = useFigureWords()(figure.id);
  const { value, previous, n, unit, address } = figure;
  const isOpen = useMayOpen()(address);
  const words = value === null ? <Trans>pas encore mesuré</Trans> : valueWords(value, unit, format, t`j`);
  const look = value === null ? "principle-value principle-unknown" : "principle-value";
  const count = n === null ? "" : format.number(n);
  const before = previous === null ? "" : valueWords(previous, unit, format, t`j`);
  return (
    <div className="principle-figure">
      <span className="principle-label">
        {label}{" "}
        <Explain label={t`Définition : ${label}`} title={label}>
          {definition}
        </Explain>
      </span>
      {isOpen ? (
        <a href={`#${address}`} className={look}>
          {words}
        </a>
      ) : (
        <span className={look}>{words}</span>
      )}
      <small>
        {value !== null && n !== null ? t`n = ${count}` : null}
        {value !== null && previous !== null ? (
          <>
            {n === null ? null : " · "}
            {t`avant : ${before}`}
          </>
        ) : null}
      </small>
    </div>
  );
}

/** A value with its unit, as the language writes it. */
function valueWords(value: number, unit: PrincipleFigure["unit"], format: Format, dayLetter: string): string {
  if (unit === "share") return format.percent(value);
  if (unit === "seconds") return format.duration(value);
  if (unit === "days") return `${format.number(Math.round(value * 10) / 10)} ${dayLetter}`;
  return format.number(Math.round(value));
}

import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { FigureRow } from "../../shared/domain/figure.ts";
import { Definition } from "./definition.tsx";
import type { TrendFormat } from "./trend-format.ts";

export interface KeyFiguresProps {
  readonly total: FigureRow;
  readonly version: number | undefined;
  readonly format: TrendFormat;
}

const none = "–";

/** The period in four figures, each with what it rests on and its definition. */
export function KeyFigures({ total, version, format }: KeyFiguresProps) {
  const { t } = useLingui();
  const offered = total.arrivals + total.transfersIn;
  const inTarget = format.count(total.inTarget);
  const counted = format.count(total.targetBase);
  const abandoned = format.count(total.abandoned);
  const came = format.count(offered);
  const handled = format.count(total.handleCount);
  const transfers = format.count(total.transfersIn);
  return (
    <section className="key-figures" aria-label={t`Chiffres clés de la période`}>
      <KeyFigure
        title={t`Servis dans l’objectif`}
        value={total.serviceLevel === null ? none : format.share(total.serviceLevel)}
        detail={t`${inTarget} sur ${counted}`}
        definition={<Definition figure="service_level" version={version} />}
      />
      <KeyFigure
        title={t`Abandons`}
        value={offered === 0 ? none : format.share(total.abandoned / offered)}
        detail={t`${abandoned} sur ${came}`}
        definition={<Definition figure="abandonment" version={version} />}
      />
      <KeyFigure
        title={t`Durée de traitement`}
        value={total.handleMeanSeconds === null ? none : format.clock(total.handleMeanSeconds)}
        detail={t`moyenne, n = ${handled}`}
        definition={<Definition figure="handle" version={version} />}
      />
      <KeyFigure
        title={t`Arrivées`}
        value={format.count(total.arrivals)}
        detail={t`et ${transfers} par transfert`}
        definition={<Definition figure="arrivals" version={version} />}
      />
    </section>
  );
}

function KeyFigure(props: {
  readonly title: string;
  readonly value: string;
  readonly detail: string;
  readonly definition: ReactNode;
}) {
  return (
    <div className="key-figure">
      <p className="key-figure-title">
        {props.title}
        {props.definition}
      </p>
      <p className="key-figure-value number">{props.value}</p>
      <p className="key-figure-detail number">{props.detail}</p>
    </div>
  );
}

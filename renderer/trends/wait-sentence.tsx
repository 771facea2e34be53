import { Plural, Trans } from "@lingui/react/macro";
import type { WaitInsight } from "./insight.ts";
import type { TrendFormat } from "./trend-format.ts";

export interface WaitSentenceProps {
  readonly insight: WaitInsight | null;
  readonly format: TrendFormat;
  /** Points are quarter hours of one day; otherwise they are days. */
  readonly isDay: boolean;
}

/** When people waited longest, and how often that was over the target. */
export function WaitSentence({ insight, format, isDay }: WaitSentenceProps) {
  if (insight === null) return <Trans>Aucune attente n’a été mesurée sur cette période.</Trans>;
  const when = format.point(insight.highest);
  const p90 = format.wait(insight.p90Seconds);
  const p50 = format.wait(insight.p50Seconds ?? 0);
  const n = format.count(insight.highest.waitCount);
  return (
    <>
      <Trans>
        Attente la plus longue : {when}, où 9 personnes sur 10 ont attendu au plus {p90} et la moitié au plus{" "}
        {p50} (n = {n}).
      </Trans>{" "}
      {insight.overTarget === null ? null : <OverTarget overTarget={insight.overTarget} isDay={isDay} />}
    </>
  );
}

function OverTarget(props: {
  readonly overTarget: NonNullable<WaitInsight["overTarget"]>;
  readonly isDay: boolean;
}) {
  const { points, of } = props.overTarget;
  if (points === 0) return <Trans>L’objectif n’a jamais été dépassé pour 9 personnes sur 10.</Trans>;
  return props.isDay ? (
    <Trans>
      Au-delà de l’objectif pour 9 personnes sur 10 : {points} sur{" "}
      <Plural value={of} one="# quart d’heure" other="# quarts d’heure" />.
    </Trans>
  ) : (
    <Trans>
      Au-delà de l’objectif pour 9 personnes sur 10 : {points} sur{" "}
      <Plural value={of} one="# jour" other="# jours" />.
    </Trans>
  );
}

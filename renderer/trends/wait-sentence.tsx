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
  if (points === 0) {
    return <Trans>Jamais plus d’une personne sur dix n’a attendu au-delà de l’objectif.</Trans>;
  }
  return props.isDay ? (
    <Trans>
      Au moins une personne sur dix a attendu au-delà de l’objectif pendant{" "}
      <Plural value={points} one="# quart d’heure" other="# quarts d’heure" /> sur {of}.
    </Trans>
  ) : (
    <Trans>
      Au moins une personne sur dix a attendu au-delà de l’objectif pendant{" "}
      <Plural value={points} one="# jour" other="# jours" /> sur {of}.
    </Trans>
  );
}

import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { expectedSuffix } from "../../shared/domain/chart-series.ts";
import { weekdayOf } from "../../shared/queueing/intervals.ts";
import type { ChartRow } from "./chart-data.ts";
import type { SeriesKind } from "./chart-shape.ts";
import { beyondTypical, type Extreme, extremeOf, overTarget, type Part, sumOf } from "./insight.ts";
import type { PointScale, TrendFormat } from "./trend-format.ts";

export interface ChartSentenceProps {
  readonly kind: SeriesKind;
  readonly rows: readonly ChartRow[];
  readonly scale: PointScale;
  readonly format: TrendFormat;
}

/** What a chart over time shows, in one or two sentences. */
export function ChartSentence(props: ChartSentenceProps) {
  const { kind } = props;
  switch (kind) {
    case "waits":
      return <WaitSentence {...props} />;
    case "arrivals":
      return <ArrivalSentence {...props} />;
    case "level":
      return <LevelSentence {...props} />;
    case "handle":
      return <LengthSentence {...props} />;
    case "abandonment":
      return <ExtremeSentence {...props} column="abandonment" which="highest" />;
    case "occupancy":
      return <ExtremeSentence {...props} column="occupancy" which="highest" />;
    case "experience":
      return <ExtremeSentence {...props} column="experience" which="lowest" />;
  }
}

function WaitSentence({ rows, scale, format }: ChartSentenceProps) {
  const highest = extremeOf(rows, "waitP90Seconds", "highest");
  if (highest === null) return <Trans>Aucune attente n’a été mesurée sur cette période.</Trans>;
  const when = format.point(highest.row.fromMs, scale);
  const p90 = format.wait(highest.value);
  const p50 = format.wait(highest.row.value("waitP50Seconds") ?? 0);
  const n = format.count(highest.row.value("waitCount") ?? 0);
  const over = overTarget(rows, "waitP90Seconds", "targetSeconds");
  return (
    <>
      <Trans>
        Attente la plus longue : {when}, où 9 personnes sur 10 ont attendu au plus {p90} et la moitié au plus{" "}
        {p50} (n = {n}).
      </Trans>{" "}
      {over === null ? null : <OverTarget part={over} scale={scale} />}{" "}
      <BeyondTypical rows={rows} column="waitP90Seconds" side="above" scale={scale} format={format} />
    </>
  );
}

function OverTarget({ part, scale }: { readonly part: Part; readonly scale: PointScale }) {
  const { points, of } = part;
  if (points === 0) {
    return <Trans>Jamais plus d’une personne sur dix n’a attendu au-delà de l’objectif.</Trans>;
  }
  if (scale.step === "interval") {
    return (
      <Trans>
        Au moins une personne sur dix a attendu au-delà de l’objectif pendant{" "}
        <Plural value={points} one="# quart d’heure" other="# quarts d’heure" /> sur {of}.
      </Trans>
    );
  }
  if (scale.step === "day") {
    return (
      <Trans>
        Au moins une personne sur dix a attendu au-delà de l’objectif pendant{" "}
        <Plural value={points} one="# jour" other="# jours" /> sur {of}.
      </Trans>
    );
  }
  return (
    <Trans>
      Au moins une personne sur dix a attendu au-delà de l’objectif en{" "}
      <Plural value={points} one="# point" other="# points" /> sur {of}.
    </Trans>
  );
}

/** The longest stretch beyond what is usual, where there is one. */
function BeyondTypical(props: {
  readonly rows: readonly ChartRow[];
  readonly column: string;
  readonly side: "above" | "below";
  readonly scale: PointScale;
  readonly format: TrendFormat;
}) {
  const { rows, column, side, scale, format } = props;
  const stretch = beyondTypical(rows, column, side);
  if (stretch === null || !scale.isOneDay) return null;
  const weekday = format.weekday(weekdayOf(stretch.first.fromMs, format.timeZone), "long");
  const minutes = scale.step === "hour" ? 60 : 15;
  const from = format.time(stretch.first.fromMs);
  const until = format.time(stretch.last.fromMs + minutes * 60_000);
  return side === "above" ? (
    <Trans>
      Au-dessus des {weekday}s habituels de {from} à {until}.
    </Trans>
  ) : (
    <Trans>
      En dessous des {weekday}s habituels de {from} à {until}.
    </Trans>
  );
}

function ArrivalSentence({ rows, scale, format }: ChartSentenceProps) {
  const busiest = extremeOf(rows, "arrivals", "highest");
  if (busiest === null || busiest.value === 0) return <Trans>Personne n’est arrivé sur cette période.</Trans>;
  const when = format.point(busiest.row.fromMs, scale);
  const most = format.count(busiest.value);
  const total = format.count(sumOf(rows, "arrivals"));
  const coming = Math.round(
    sumOf(rows, `arrivals${expectedSuffix}`) -
      rows.reduce(
        (sum, row) =>
          sum + (row.value(`arrivals${expectedSuffix}`) === null ? 0 : (row.value("arrivals") ?? 0)),
        0,
      ),
  );
  return (
    <>
      <Trans>
        Le plus d’arrivées : {when} ({most} sur {total}).
      </Trans>{" "}
      {coming <= 0 ? null : (
        <Trans>
          Encore <Plural value={coming} one="# arrivée prévue" other="# arrivées prévues" /> aujourd’hui.
        </Trans>
      )}{" "}
      <BeyondTypical rows={rows} column="arrivals" side="above" scale={scale} format={format} />
    </>
  );
}

function LevelSentence({ rows, scale, format }: ChartSentenceProps) {
  const lowest = extremeOf(rows, "serviceLevel", "lowest");
  if (lowest === null) return <Trans>Personne ne compte encore pour l’objectif sur cette période.</Trans>;
  const when = format.point(lowest.row.fromMs, scale);
  const share = format.share(lowest.value);
  const inTarget = format.count(lowest.row.value("inTarget") ?? 0);
  const counted = format.count(lowest.row.value("targetBase") ?? 0);
  return (
    <>
      <Trans>
        Au plus bas : {when}, {share} ({inTarget} sur {counted}).
      </Trans>{" "}
      <BeyondTypical rows={rows} column="serviceLevel" side="below" scale={scale} format={format} />
    </>
  );
}

function LengthSentence({ rows, scale, format }: ChartSentenceProps) {
  const longest = extremeOf(rows, "handleMeanSeconds", "highest");
  if (longest === null) return <Trans>Aucun traitement n’a été mesuré sur cette période.</Trans>;
  const when = format.point(longest.row.fromMs, scale);
  const length = format.clock(longest.value);
  const n = format.count(longest.row.value("handleCount") ?? 0);
  return (
    <Trans>
      Le plus long en moyenne : {when}, {length} (n = {n}).
    </Trans>
  );
}

function ExtremeSentence({
  rows,
  scale,
  format,
  column,
  which,
}: ChartSentenceProps & { readonly column: string; readonly which: "highest" | "lowest" }) {
  const { t } = useLingui();
  const found: Extreme | null = extremeOf(rows, column, which);
  if (found === null) return <Trans>Rien n’a été mesuré sur cette période.</Trans>;
  const when = format.point(found.row.fromMs, scale);
  const value = column === "experience" ? format.mean(found.value) : format.share(found.value);
  return which === "highest" ? t`Au plus haut : ${when}, ${value}.` : t`Au plus bas : ${when}, ${value}.`;
}

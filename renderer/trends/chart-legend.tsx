import { Plural, useLingui } from "@lingui/react/macro";
import { comparedSuffix, expectedSuffix } from "../../shared/domain/chart-series.ts";
import type { InterventionMark } from "../../shared/domain/intervention.ts";
import { type ChartRow, hasValues } from "./chart-data.ts";
import type { ChartShape } from "./chart-shape.ts";
import { typicalDays } from "./insight.ts";
import { houseWide, type Lane, LaneMark, lanesOf } from "./intervention-lanes.tsx";

/** What the lines, bands and ticks of a chart stand for; only of what is drawn. */
export function ChartLegend(props: { readonly shape: ChartShape; readonly rows: readonly ChartRow[] }) {
  const { t, i18n } = useLingui();
  const { shape, rows } = props;
  const [main] = shape.lines;
  const days = typicalDays(rows);
  const hasBand = hasValues(rows, `${main.key}TypicalHigh`);
  return (
    <ul className="chart-legend" aria-label={t`Légende`}>
      {shape.mark === "bar"
        ? null
        : shape.lines.map(({ key, look, label }) => (
            <li key={key} className={`legend-${look}`}>
              {i18n._(label)}
            </li>
          ))}
      {hasBand ? (
        <li className="legend-band">
          {shape.lines.length > 1
            ? `${t`jours semblables`} (${i18n._(main.label)}, `
            : `${t`jours semblables`} (`}
          <Plural value={days} one="# jour" other="# jours" />)
        </li>
      ) : null}
      {shape.mark === "bar" && hasBand ? <li className="legend-tick">{t`habituel`}</li> : null}
      {hasValues(rows, main.key + expectedSuffix) ? <li className="legend-tick">{t`prévision`}</li> : null}
      {shape.target !== null && hasValues(rows, shape.target) ? (
        <li className="legend-target">{t`objectif`}</li>
      ) : null}
      {hasValues(rows, main.key + comparedSuffix) ? (
        <li className="legend-compared">{t`période comparée`}</li>
      ) : null}
    </ul>
  );
}

/** What the marks above a chart stand for. */
export function LaneLegend(props: {
  readonly marks: readonly InterventionMark[];
  readonly lanes: readonly Lane[];
  /** Whether the chart is of the whole house, so that marks of the whole house need no word for it. */
  readonly isWholeHouse: boolean;
}) {
  const { t } = useLingui();
  const words = {
    backup: t`renforts (demandés, arrivés)`,
    reassignments: t`réaffectations`,
    alerts: t`alertes`,
    notes: t`notes d’accompagnement`,
    sessions: t`séances d’accompagnement tenues`,
  };
  const wider = props.isWholeHouse ? "" : ` (${t`toute la maison`})`;
  const lanes = lanesOf(props.marks, props.lanes);
  if (lanes.length === 0) return null;
  return (
    <ul className="lane-legend" aria-label={t`Interventions`}>
      {lanes.map((lane) => (
        <li key={lane}>
          <svg viewBox="-9 -9 18 18" className={`lane lane-${lane}`} aria-hidden="true">
            <LaneMark lane={lane} x={0} y={0} count={null} />
          </svg>
          {words[lane]}
          {houseWide.has(lane) ? wider : ""}
        </li>
      ))}
    </ul>
  );
}

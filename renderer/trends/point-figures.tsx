import { useLingui } from "@lingui/react/macro";
import {
  comparedSuffix,
  expectedHighSuffix,
  expectedLowSuffix,
  expectedSuffix,
  typicalHighSuffix,
  typicalLowSuffix,
} from "../../shared/domain/chart-series.ts";
import type { InterventionMark } from "../../shared/domain/intervention.ts";
import type { ChartRow } from "./chart-data.ts";
import type { ChartShape } from "./chart-shape.ts";
import { useColumnTitle } from "./chart-words.ts";
import { useInterventionWords } from "./intervention-words.ts";
import type { PointScale, TrendFormat } from "./trend-format.ts";

export interface PointFiguresProps {
  readonly row: ChartRow;
  readonly shape: ChartShape;
  /** A value of the main column in words. */
  readonly text: (value: number) => string;
  readonly format: TrendFormat;
  readonly scale: PointScale;
  readonly marks: readonly InterventionMark[];
}

/** Counts that say what a figure rests on, shown where the table has them. */
const countKeys = [
  "waitCount",
  "served",
  "abandoned",
  "inTarget",
  "targetBase",
  "handleCount",
  "answerCount",
];

/** The figures of one point, for the box beside it. */
export function PointFigures({ row, shape, text, format, scale, marks }: PointFiguresProps) {
  const { t } = useLingui();
  const titleOf = useColumnTitle();
  const interventions = useInterventionWords();
  const [main] = shape.lines;
  const orNone = (value: number | null) => (value === null ? "–" : text(value));
  const low = row.value(main.key + typicalLowSuffix);
  const high = row.value(main.key + typicalHighSuffix);
  const expected = row.value(main.key + expectedSuffix);
  const expectedLow = row.value(main.key + expectedLowSuffix);
  const expectedHigh = row.value(main.key + expectedHighSuffix);
  const comparedMs = row.value(`fromMs${comparedSuffix}`);
  const mark = marks.find((one) => one.fromMs === row.fromMs);
  return (
    <>
      <dl>
        {shape.lines.map(({ key }) => (
          <Figure key={key} title={titleOf(key)} value={orNone(row.value(key))} />
        ))}
        {countKeys.map((key) => {
          const count = row.value(key);
          return count === null ? null : (
            <Figure key={key} title={titleOf(key)} value={format.count(count)} />
          );
        })}
        {shape.target === null || row.value(shape.target) === null ? null : (
          <Figure title={titleOf(shape.target)} value={orNone(row.value(shape.target))} />
        )}
        {low === null || high === null ? null : (
          <Figure title={t`Jours semblables`} value={`${text(low)} – ${text(high)}`} />
        )}
        {expected === null ? null : (
          <Figure
            title={t`Prévu`}
            value={
              expectedLow === null || expectedHigh === null
                ? text(expected)
                : `${text(expected)} (${text(expectedLow)} – ${text(expectedHigh)})`
            }
          />
        )}
        {comparedMs === null ? null : (
          <Figure
            title={format.point(comparedMs, { ...scale, isOneDay: false })}
            value={orNone(row.value(main.key + comparedSuffix))}
          />
        )}
      </dl>
      {mark === undefined ? null : (
        <ul className="chart-box-marks">
          {interventions(mark).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Figure({ title, value }: { readonly title: string; readonly value: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </>
  );
}

import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { keptPoints } from "../../shared/domain/down-sample.ts";
import { Button } from "../ui/button.tsx";
import type { ChartRow } from "./chart-data.ts";
import type { Zoom } from "./trend-view.ts";
import "./zoom-brush.css";

export interface ZoomBrushProps {
  /** All points of the chart. */
  readonly rows: readonly ChartRow[];
  /** The column that is drawn small behind the brush. */
  readonly column: string;
  readonly value: Zoom | null;
  readonly onChange: (zoom: Zoom | null) => void;
  /** A point in words. */
  readonly textOf: (fromMs: number) => string;
}

const width = 1_000;
const height = 28;

/** Chooses the stretch of a chart that is looked at: two ends, by pointer or by arrow keys. */
export function ZoomBrush({ rows, column, value, onChange, textOf }: ZoomBrushProps) {
  const { t } = useLingui();
  const last = rows.length - 1;
  const indexOf = (fromMs: number) =>
    Math.max(
      0,
      rows.findLastIndex((row) => row.fromMs <= fromMs),
    );
  const whole = [0, last];
  const settled = value === null ? whole : [indexOf(value.fromMs), indexOf(value.toMs)];
  const [dragged, setDragged] = useState<number[] | null>(null);
  const ends = dragged ?? settled;
  const wordsAt = (index: number | undefined) => textOf(rows[index ?? 0]?.fromMs ?? 0);
  const labels = [t`Début : ${wordsAt(ends[0])}`, t`Fin : ${wordsAt(ends[1])}`];

  function settle(next: number[]) {
    setDragged(null);
    const [from = 0, to = last] = next;
    const fromMs = rows[from]?.fromMs;
    const toMs = rows[to]?.fromMs;
    const isWhole =
      (from === 0 && to === last) || fromMs === undefined || toMs === undefined || fromMs >= toMs;
    onChange(isWhole ? null : { fromMs, toMs });
  }

  return (
    <div className="zoom-brush">
      <Slider
        className="zoom-slider"
        aria-label={t`Partie montrée`}
        minValue={0}
        maxValue={last}
        value={ends}
        onChange={setDragged}
        onChangeEnd={settle}
      >
        <SliderTrack className="zoom-track">
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            <path d={outline(rows, column)} />
          </svg>
          <span
            className="zoom-window"
            style={{
              left: `${((ends[0] ?? 0) / last) * 100}%`,
              right: `${(1 - (ends[1] ?? last) / last) * 100}%`,
            }}
          />
          {labels.map((label, index) => (
            <SliderThumb
              key={index === 0 ? "from" : "to"}
              index={index}
              className="zoom-thumb"
              aria-label={label}
            />
          ))}
        </SliderTrack>
      </Slider>
      {value === null ? null : (
        <Button variant="quiet" onPress={() => onChange(null)}>
          {t`Tout montrer`}
        </Button>
      )}
    </div>
  );
}

/** The column as a filled line, in the units of the drawing. */
function outline(rows: readonly ChartRow[], column: string): string {
  const values = rows.map((row) => row.value(column));
  const most = Math.max(1e-9, ...values.map((value) => value ?? 0));
  const points = keptPoints([values], 150).map((index) => {
    const x = (index / Math.max(1, rows.length - 1)) * width;
    return `L${x.toFixed(1)} ${(height - ((values[index] ?? 0) / most) * (height - 2)).toFixed(1)}`;
  });
  return `M0 ${height}${points.join("")}L${width} ${height}Z`;
}

import { useLingui } from "@lingui/react/macro";
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { dateWords } from "../../../shared/domain/date-words.ts";
import type { IdeaEffect } from "../../../shared/domain/idea-effect.ts";
import { useFormat } from "../../ui/format.ts";
import { useEffectFormat } from "./effect-format.ts";
import { useIdeaWords } from "./words.ts";

interface Datum {
  readonly atMs: number;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

const dayMs = 24 * 60 * 60 * 1000;
const chartHeight = 190;

const dotOf = (side: "before" | "after") => ({ r: 3, className: `effect-dot effect-dot-${side}` });

/** The daily values of a figure before and after the start of a trial, with the median of the days compared. */
export function EffectChart({ effect }: { readonly effect: IdeaEffect }) {
  const { t, i18n } = useLingui();
  const { figures } = useIdeaWords();
  const { date } = useFormat();
  const { value } = useEffectFormat(effect.figure);
  const short = dateWords(i18n.locale === "en" ? "en-GB" : "fr-FR", {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const data = effect.days.map(
    (day): Datum => ({
      atMs: Date.parse(day.date),
      before: day.side === "before" ? day.value : undefined,
      after: day.side === "after" ? day.value : undefined,
    }),
  );
  const startMs = Date.parse(effect.startDate);
  const [firstMs, lastMs] = [data[0]?.atMs ?? startMs, data.at(-1)?.atMs ?? startMs];
  const [fromMs, toMs] = [Math.min(firstMs, startMs) - dayMs / 2, Math.max(lastMs, startMs) + dayMs / 2];
  const borderMs = startMs - dayMs / 2;
  const median = (level: number | null, x1: number, x2: number) =>
    level === null || effect.shift === null ? null : (
      <ReferenceLine
        className="effect-median"
        segment={[
          { x: x1, y: level },
          { x: x2, y: level },
        ]}
      />
    );
  return (
    <ResponsiveContainer width="100%" height={chartHeight} className="effect-chart">
      <ComposedChart
        data={data}
        margin={{ top: 18, right: 26, bottom: 0, left: 0 }}
        aria-label={t`${figures[effect.figure]}, par jour`}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="atMs"
          type="number"
          domain={[fromMs, toMs]}
          tickFormatter={(atMs: number) => short.format(atMs)}
          tickCount={7}
          axisLine={false}
          tickLine={false}
          tickMargin={8}
          height={28}
        />
        <YAxis
          domain={[0, "auto"]}
          tickFormatter={(level: number) => value(level)}
          tickCount={4}
          axisLine={false}
          tickLine={false}
          width={56}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)" }}
          content={({ active, payload }) => {
            const datum = payload[0]?.payload as Datum | undefined;
            const level = datum?.before ?? datum?.after;
            if (!active || datum === undefined || level === undefined) return null;
            return (
              <div className="effect-box number">
                <strong>{date(datum.atMs, "UTC")}</strong>
                <p>{value(level)}</p>
              </div>
            );
          }}
        />
        <ReferenceLine
          className="effect-start"
          x={borderMs}
          label={{ value: t`début de l’essai`, position: "top", className: "effect-label" }}
        />
        <Line className="effect-before" dataKey="before" isAnimationActive={false} dot={dotOf("before")} />
        <Line className="effect-after" dataKey="after" isAnimationActive={false} dot={dotOf("after")} />
        {median(effect.medianBefore, fromMs, borderMs)}
        {median(effect.medianAfter, borderMs, toMs)}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

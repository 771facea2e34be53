import { useLingui } from "@lingui/react/macro";
import type { ChartKind, ChartStep } from "../../shared/domain/chart.ts";
import { abandonment, offered } from "../../shared/domain/chart-abandonment.ts";
import { comparedSuffix, typicalMiddleSuffix } from "../../shared/domain/chart-series.ts";
import type { FigureRow } from "../../shared/domain/figure.ts";
import { rowsOf } from "./chart-data.ts";
import { KeyFigure } from "./key-figure.tsx";
import type { TrendFormat } from "./trend-format.ts";
import { questionOf } from "./trend-question.ts";
import { useChart, type useTotals } from "./use-chart.ts";
import type { Trends } from "./use-trends.ts";

export interface KeyFiguresProps extends Pick<Trends, "view" | "isReady"> {
  readonly totals: ReturnType<typeof useTotals>;
  readonly format: TrendFormat;
  readonly onOpen: (chart: ChartKind) => void;
}

const none = "–";

/** The period in five figures, each with what it rests on, what is usual or was before, and its definition. */
export function KeyFigures({ view, isReady, totals, format, onOpen }: KeyFiguresProps) {
  const { t } = useLingui();
  const { own, compared, definitionsVersion: version } = totals;
  const level = useWhole({ view, isReady }, "level", "serviceLevel");
  const gaveUp = useWhole({ view, isReady }, "abandonment", "abandonment");
  const handling = useWhole({ view, isReady }, "handle", "handleMeanSeconds");
  const busy = useWhole({ view, isReady }, "occupancy", "occupancy");
  const felt = useWhole({ view, isReady }, "experience", "experience");
  if (own === undefined) return null;
  const before = (read: (row: FigureRow) => number | null) =>
    compared === undefined ? null : read(compared);
  const handled = format.count(own.handleCount);
  const answers = format.count(felt.count ?? 0);
  const aim = level.target === null ? null : format.share(level.target);
  const shared = { version, onOpen };

  function ofCounted(part: number, whole: number): string {
    const [few, all] = [format.count(part), format.count(whole)];
    return t`${few} sur ${all}`;
  }

  /** What the figure was in the compared period; else what is usual on such a day. */
  function beside(was: number | null, usual: number | null, text: (value: number) => string): string | null {
    const value = text(was ?? usual ?? 0);
    if (was !== null) return t`comparé : ${value}`;
    return usual === null ? null : t`habituel : ${value}`;
  }

  return (
    <section className="key-figures" aria-label={t`Chiffres clés de la période`}>
      <KeyFigure
        {...shared}
        chart="level"
        value={shareOrNone(own.serviceLevel, format)}
        isMissed={own.serviceLevel !== null && level.target !== null && own.serviceLevel < level.target}
        details={[
          ofCounted(own.inTarget, own.targetBase),
          aim === null ? null : t`objectif ${aim}`,
          beside(
            before((row) => row.serviceLevel),
            level.usual,
            format.share,
          ),
        ]}
      />
      <KeyFigure
        {...shared}
        chart="abandonment"
        value={shareOrNone(abandonment(own), format)}
        details={[
          ofCounted(own.abandoned, offered(own)),
          beside(before(abandonment), gaveUp.usual, format.share),
        ]}
      />
      <KeyFigure
        {...shared}
        chart="handle"
        value={own.handleMeanSeconds === null ? none : format.clock(own.handleMeanSeconds)}
        details={[
          t`moyenne, n = ${handled}`,
          beside(
            before((row) => row.handleMeanSeconds),
            handling.usual,
            format.clock,
          ),
        ]}
      />
      <KeyFigure
        {...shared}
        chart="occupancy"
        value={shareOrNone(busy.value, format)}
        details={[
          busy.value === null ? t`pas de données` : t`tous les agents ensemble`,
          beside(busy.compared, busy.usual, format.share),
        ]}
      />
      <KeyFigure
        {...shared}
        chart="experience"
        value={felt.value === null ? none : format.mean(felt.value)}
        details={[
          felt.value === null ? t`pas de données` : t`n = ${answers}, sur 100`,
          beside(felt.compared, felt.usual, format.mean),
        ]}
      />
    </section>
  );
}

function shareOrNone(value: number | null, format: TrendFormat): string {
  return value === null ? none : format.share(value);
}

/** The one point that a chart has for the whole period; empty where no step spans it. */
function useWhole(trends: Pick<Trends, "view" | "isReady">, chart: ChartKind, key: string) {
  const { view, isReady } = trends;
  const { period } = view;
  const step: ChartStep | null = period === "custom" ? null : period;
  const table = useChart({ ...questionOf(view, chart), step: step ?? "day" }, isReady && step !== null).data;
  const row = table === undefined || step === null ? undefined : rowsOf(table)[0];
  const read = (name: string) => row?.value(name) ?? null;
  return {
    value: read(key),
    compared: read(key + comparedSuffix),
    usual: read(key + typicalMiddleSuffix),
    target: read("targetShare"),
    count: read("answerCount"),
  };
}

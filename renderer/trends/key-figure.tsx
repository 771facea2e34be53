import { useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components";
import type { ChartKind } from "../../shared/domain/chart.ts";
import { LevelMark } from "../ui/level-mark.tsx";
import { chartTitles } from "./chart-words.ts";
import { Definition } from "./definition.tsx";

export interface KeyFigureProps {
  /** The chart that the figure is the sum of. */
  readonly chart: ChartKind;
  readonly value: string;
  /** What the figure rests on, and what is usual, was before or is aimed at; null for what is not known. */
  readonly details: readonly (string | null)[];
  /** Whether it is worse than what is aimed at. */
  readonly isMissed?: boolean;
  readonly version: number | undefined;
  readonly onOpen: (chart: ChartKind) => void;
}

/** One figure of a period, which opens its chart. */
export function KeyFigure({ chart, value, details, isMissed = false, version, onOpen }: KeyFigureProps) {
  const { t, i18n } = useLingui();
  const title = i18n._(chartTitles[chart]);
  return (
    <div className="key-figure">
      <div className="key-figure-title">
        <Button className="key-figure-open" aria-label={t`Agrandir : ${title}`} onPress={() => onOpen(chart)}>
          {title}
        </Button>
        <Definition figure={chart} version={version} />
      </div>
      <p className="key-figure-value">
        <LevelMark level={isMissed ? "warn" : "ok"} word={t`sous l’objectif`}>
          {value}
        </LevelMark>
      </p>
      <p className="key-figure-detail number">{details.filter((one) => one !== null).join(" · ")}</p>
    </div>
  );
}

import { memo } from "react";
import type { Level } from "../ui/level.ts";
import "./range-bar.css";

/** The bar ends at twice the target, so that the target's tick stands in the middle of every row. */
const barTargets = 2;
const barWidth = 52;
/** Even a wait of nothing leaves a mark. */
const leastMark = 4;

export interface RangeBarProps {
  readonly fromSeconds: number;
  /** Null where only the near end is known. */
  readonly toSeconds: number | null;
  readonly targetSeconds: number;
  readonly level: Level;
  readonly label: string;
}

/** A range of waits as a bar, with the target as a tick. */
export const RangeBar = memo(function RangeBar(props: RangeBarProps) {
  const at = (seconds: number) => Math.min(1, seconds / (props.targetSeconds * barTargets)) * barWidth;
  const from = Math.min(at(props.fromSeconds), barWidth - leastMark);
  const to = props.toSeconds === null ? barWidth : at(props.toSeconds);
  return (
    <svg
      className={`range-bar range-${props.level}`}
      viewBox={`0 0 ${barWidth} 14`}
      role="img"
      aria-label={props.label}
    >
      <rect className="range-track" x="0" y="3" width={barWidth} height="8" rx="4" />
      <rect className="range-mark" x={from} y="3" width={Math.max(leastMark, to - from)} height="8" rx="4" />
      <rect className="range-target" x={barWidth / barTargets - 1} y="0" width="2" height="14" />
    </svg>
  );
});

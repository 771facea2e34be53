import { useLingui } from "@lingui/react/macro";
import type { ExpectedWait } from "../../shared/domain/floor.ts";
import { useFormat } from "../ui/format.ts";
import type { Level } from "../ui/level.ts";
import { useFloor } from "./floor-context.tsx";
import type { ServiceCellProps } from "./service-cells.tsx";
import "./expected-wait.css";

/** The bar ends at twice the target, so that the target's tick stands in the middle of every row. */
const barTargets = 2;
const barWidth = 52;
/** Even a wait of nothing leaves a mark. */
const leastMark = 4;

/** The wait that whoever joins now can expect: from one in two to nine in ten, against the target. */
export function ExpectedWaitOf({ serviceKey }: ServiceCellProps) {
  const { t } = useLingui();
  const format = useFormat();
  const service = useFloor((floor) => floor.services.get(serviceKey));
  const expected = service?.expectedWait ?? null;
  if (service === undefined || expected === null) return <span>–</span>;
  const range = rangeWords(expected, (seconds) => format.duration(seconds));
  const target = format.duration(service.targetSeconds);
  const level = expectedLevel(expected, service.targetSeconds);
  const kept = expected.withinP90 === null ? null : format.percent(expected.withinP90);
  const count = format.number(expected.accuracyCount);
  const error = format.duration(expected.medianErrorSeconds ?? 0);
  return (
    <span
      className="expected-wait number"
      title={kept === null ? "" : t`Annonces tenues : ${kept} (n = ${count}), erreur médiane ${error}`}
    >
      <RangeBar
        expected={expected}
        targetSeconds={service.targetSeconds}
        level={level}
        label={t`${range}, objectif ${target}`}
      />
      <span aria-hidden="true">{range}</span>
    </span>
  );
}

/** Late at nine in ten is worth a look, late at one in two is bad. */
export function expectedLevel(expected: ExpectedWait, targetSeconds: number): Level {
  if (expected.p50Seconds > targetSeconds) return "bad";
  return expected.p90Seconds > targetSeconds ? "warn" : "ok";
}

/** Both ends as durations, or as one where they read the same. */
export function rangeWords(expected: ExpectedWait, duration: (seconds: number) => string): string {
  const [from, to] = [duration(expected.p50Seconds), duration(expected.p90Seconds)];
  if (from === to) return to;
  const unit = to.replace(/^[\d\s]+/u, "");
  const isSameUnit = unit !== "" && !/\d/u.test(unit) && from.endsWith(unit);
  return `${isSameUnit ? from.slice(0, -unit.length).trimEnd() : from}–${to}`;
}

interface RangeBarProps {
  readonly expected: ExpectedWait;
  readonly targetSeconds: number;
  readonly level: Level;
  readonly label: string;
}

function RangeBar({ expected, targetSeconds, level, label }: RangeBarProps) {
  const at = (seconds: number) => Math.min(1, seconds / (targetSeconds * barTargets)) * barWidth;
  const from = Math.min(at(expected.p50Seconds), barWidth - leastMark);
  const width = Math.max(leastMark, at(expected.p90Seconds) - from);
  return (
    <svg className={`range-bar range-${level}`} viewBox={`0 0 ${barWidth} 14`} role="img" aria-label={label}>
      <rect className="range-track" x="0" y="3" width={barWidth} height="8" rx="4" />
      <rect className="range-mark" x={from} y="3" width={width} height="8" rx="4" />
      <rect className="range-target" x={barWidth / barTargets - 1} y="0" width="2" height="14" />
    </svg>
  );
}

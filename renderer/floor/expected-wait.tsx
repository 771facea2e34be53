import { useLingui } from "@lingui/react/macro";
import { useFormat } from "../ui/format.ts";
import { useFloor } from "./floor-context.tsx";
import { RangeBar } from "./range-bar.tsx";
import type { ServiceCellProps } from "./service-cells.tsx";
import { expectedLevel, rangeWords, steadySeconds } from "./wait-range.ts";

/** The wait that whoever joins now can expect: from one in two to nine in ten, against the target. */
export function ExpectedWaitOf({ serviceKey }: ServiceCellProps) {
  const { t } = useLingui();
  const format = useFormat();
  const fromSeconds = useFloor(({ services }) =>
    steadySeconds(services.get(serviceKey)?.expectedWait?.p50Seconds),
  );
  const toSeconds = useFloor(({ services }) =>
    steadySeconds(services.get(serviceKey)?.expectedWait?.p90Seconds),
  );
  const targetSeconds = useFloor(({ services }) => services.get(serviceKey)?.targetSeconds ?? 0);
  if (fromSeconds === null || toSeconds === null) return <span>–</span>;
  const expected = { p50Seconds: fromSeconds, p90Seconds: toSeconds };
  const range = rangeWords(expected, format.duration);
  const target = format.duration(targetSeconds);
  return (
    <span className="expected-wait number">
      <RangeBar
        fromSeconds={fromSeconds}
        toSeconds={toSeconds}
        targetSeconds={targetSeconds}
        level={expectedLevel(expected, targetSeconds)}
        label={t`${range}, objectif ${target}`}
      />
      <span aria-hidden="true">{range}</span>
    </span>
  );
}

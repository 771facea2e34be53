import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import type { ExpectedWait } from "../../shared/domain/floor.ts";
import { useFormat } from "../ui/format.ts";
import { useFloor } from "./floor-context.tsx";
import type { Floor } from "./floor-store.ts";
import { RangeBar } from "./range-bar.tsx";
import { expectedLevel, rangeWords, steadySeconds } from "./wait-range.ts";

export interface ExpectedCallProps {
  readonly caseId: string;
  readonly serviceKey: string;
}

/** In how long someone who waits is likely to be called, by their place in line. */
export const ExpectedCall = memo(function ExpectedCall({ caseId, serviceKey }: ExpectedCallProps) {
  const { t } = useLingui();
  const format = useFormat();
  const fromSeconds = useFloor((floor) =>
    steadySeconds(rangeOf(floor, serviceKey, caseId)?.range.p50Seconds),
  );
  const toSeconds = useFloor((floor) => {
    const place = rangeOf(floor, serviceKey, caseId);
    return place === null || place.isAtLeast ? null : steadySeconds(place.range.p90Seconds);
  });
  const targetSeconds = useFloor(({ services }) => services.get(serviceKey)?.targetSeconds ?? 0);
  if (fromSeconds === null) return <span>–</span>;
  const least = format.duration(fromSeconds);
  const expected = { p50Seconds: fromSeconds, p90Seconds: toSeconds ?? fromSeconds };
  const range = toSeconds === null ? t`plus de ${least}` : rangeWords(expected, format.duration);
  const target = format.duration(targetSeconds);
  return (
    <span className="expected-wait number">
      <RangeBar
        fromSeconds={fromSeconds}
        toSeconds={toSeconds}
        targetSeconds={targetSeconds}
        level={expectedLevel(expected, targetSeconds)}
        label={t`appel prévu : ${range}, objectif ${target}`}
      />
      <span aria-hidden="true">{range}</span>
    </span>
  );
});

interface PlaceRange {
  readonly range: ExpectedWait["places"][number];
  /** The place is further back than what is known: it takes longer than this. */
  readonly isAtLeast: boolean;
}

/** What is known about the place of a case; null where nothing is. */
function rangeOf(floor: Floor, serviceKey: string, caseId: string): PlaceRange | null {
  const places = floor.services.get(serviceKey)?.expectedWait?.places ?? [];
  const place = floor.placesOf(serviceKey).get(caseId);
  const known = place === undefined ? undefined : places[place];
  if (known !== undefined) return { range: known, isAtLeast: false };
  const last = places.at(-1);
  return last === undefined ? null : { range: last, isAtLeast: true };
}

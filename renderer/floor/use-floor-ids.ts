import { useMemo } from "react";
import { useFloor } from "./floor-context.tsx";
import type { Floor } from "./floor-store.ts";

export type IdsReader = (floor: Floor) => readonly string[];

/**
 * Makes a reader of ids that are worked out from the floor, for `useFloor`: it works them out once for
 * each message and gives the same array until they change.
 *
 * @param read keep its identity until it reads something else
 */
export function useIdsReader(read: IdsReader): IdsReader {
  return useMemo(() => steadyIds(read), [read]);
}

/** Reads ids of rows that are worked out from the floor; the same array until they change. */
export function useFloorIds(read: IdsReader): readonly string[] {
  return useFloor(useIdsReader(read));
}

function steadyIds(read: IdsReader): IdsReader {
  let from: Floor | null = null;
  let revision = -1;
  let ids: readonly string[] = [];
  return (floor) => {
    if (floor === from && floor.revision === revision) return ids;
    from = floor;
    revision = floor.revision;
    const next = read(floor);
    const isSame = next.length === ids.length && next.every((id, index) => id === ids[index]);
    if (!isSame) ids = next;
    return ids;
  };
}

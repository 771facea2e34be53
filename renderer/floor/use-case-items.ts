import { useMemo, useRef, useState } from "react";
import { useFloor, useFloorStore } from "./floor-context.tsx";

/** A case as a member of the list; what its row shows is read by the row itself. */
export interface CaseItem {
  readonly id: string;
  /** What is read aloud and found by typing. */
  readonly label: string;
  readonly isWaiting: boolean;
}

/** Cases that are listed at first, and more each time the end of the list comes near. */
const portion = 50;

export interface CaseItems {
  readonly items: readonly CaseItem[];
  /** How many open cases stand below the last one listed. */
  readonly moreCount: number;
  readonly loadMore: () => void;
}

/**
 * The first members of the list, in order. A member keeps its identity until it has to look
 * different, and the list keeps its own while its members do: in a long queue, whoever joins at the
 * end costs nothing until the list is scrolled there.
 */
export function useCaseItems(serviceKey: string): CaseItems {
  const floor = useFloorStore();
  const ids = useFloor((current) => current.caseIdsOf(serviceKey));
  const [limit, setLimit] = useState(portion);
  const known = useRef(new Map<string, CaseItem>());
  const listed = useRef<readonly CaseItem[]>([]);
  const items = useMemo(() => {
    const next = new Map<string, CaseItem>();
    for (const id of ids.slice(0, limit)) {
      const row = floor.cases.get(id);
      if (row === undefined) continue;
      const label = row.ticket ?? id;
      const isWaiting = row.state === "waiting";
      const before = known.current.get(id);
      next.set(
        id,
        before?.label === label && before.isWaiting === isWaiting ? before : { id, label, isWaiting },
      );
    }
    known.current = next;
    const members = [...next.values()];
    const isSame =
      members.length === listed.current.length &&
      members.every((member, index) => member === listed.current[index]);
    if (!isSame) listed.current = members;
    return listed.current;
  }, [ids, floor, limit]);
  return {
    items,
    moreCount: Math.max(0, ids.length - limit),
    loadMore: () => setLimit((before) => before + portion),
  };
}

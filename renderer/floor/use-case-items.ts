import { useMemo, useRef } from "react";
import { useFloor, useFloorStore } from "./floor-context.tsx";

/** A case as a member of the list; what its row shows is read by the row itself. */
export interface CaseItem {
  readonly id: string;
  /** What is read aloud and found by typing. */
  readonly label: string;
  readonly isWaiting: boolean;
}

/** The members of the list in order. A member keeps its identity until it has to look different. */
export function useCaseItems(serviceKey: string): readonly CaseItem[] {
  const floor = useFloorStore();
  const ids = useFloor((current) => current.caseIdsOf(serviceKey));
  const known = useRef(new Map<string, CaseItem>());
  return useMemo(() => {
    const next = new Map<string, CaseItem>();
    for (const id of ids) {
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
    return [...next.values()];
  }, [ids, floor]);
}

/** Heights of the rows of the floor, in CSS pixels. A row does not change its height with its state, so that the list does not jump. */
import { useMemo } from "react";
import { useSettings } from "../client/queries.ts";
import { useMedia } from "../ui/use-media.ts";
import { useFloor } from "./floor-context.tsx";

const assignmentHeight = 18;

function useIsCompact(): boolean {
  return useSettings().data?.density === "compact";
}

/** Of a row of the case list. */
export function useCaseRowHeight(): number {
  return useIsCompact() ? 29 : 36;
}

/** Of a row of the services table; a little less in a low window. */
export function useServiceRowHeight(): number {
  const isLow = useMedia("(max-height: 760px)");
  if (useIsCompact()) return 32;
  return isLow ? 35 : 40;
}

export interface RowHeights {
  readonly rowHeight: number;
  readonly heightOf: (id: string) => number;
}

/** Of the rows of the agents list: one more line says where somebody was told to serve. */
export function useAgentRowHeights(): RowHeights {
  const rowHeight = useIsCompact() ? 58 : 67;
  const assigned = useFloor(({ agentList }) =>
    agentList.flatMap((agent) => (agent.assignedServiceIds === null ? [] : [agent.id])).join("\n"),
  );
  const heightOf = useMemo(() => {
    const withLine = new Set(assigned.split("\n"));
    return (id: string) => (withLine.has(id) ? rowHeight + assignmentHeight : rowHeight);
  }, [assigned, rowHeight]);
  return { rowHeight, heightOf };
}

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

/** What of the floor a person looks at; kept while they visit another screen. */
export interface FloorFocus {
  /** The service that was chosen; null: the one that needs help most. */
  readonly serviceKey: string | null;
  readonly selectedIds: ReadonlySet<string>;
  readonly chooseService: (serviceKey: string) => void;
  readonly select: (caseIds: ReadonlySet<string>) => void;
  /** Goes to a service with one of its cases selected. */
  readonly showCase: (serviceKey: string, caseId: string) => void;
}

const nothingSelected: ReadonlySet<string> = new Set();
const FocusContext = createContext<FloorFocus | null>(null);

export function FloorFocusProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<Pick<FloorFocus, "serviceKey" | "selectedIds">>({
    serviceKey: null,
    selectedIds: nothingSelected,
  });
  const changes = useMemo(
    (): Omit<FloorFocus, keyof typeof state> => ({
      chooseService: (serviceKey) => setState({ serviceKey, selectedIds: nothingSelected }),
      select: (selectedIds) => setState((before) => ({ ...before, selectedIds })),
      showCase: (serviceKey, caseId) => setState({ serviceKey, selectedIds: new Set([caseId]) }),
    }),
    [],
  );
  const focus = useMemo((): FloorFocus => ({ ...state, ...changes }), [state, changes]);
  return <FocusContext value={focus}>{children}</FocusContext>;
}

export function useFloorFocus(): FloorFocus {
  const focus = useContext(FocusContext);
  if (focus === null) throw new Error("No FloorFocusProvider above this component.");
  return focus;
}

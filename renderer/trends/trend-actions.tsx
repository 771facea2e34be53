import type { ReactNode } from "react";
import { CompareMenu } from "./compare-menu.tsx";
import type { Trends } from "./use-trends.ts";

export interface TrendActionsProps extends Pick<Trends, "view" | "setView"> {
  /** What else can be done with what is seen, the main action last. */
  readonly children?: ReactNode;
}

/** What can be done with the trends, on the right of their header. */
export function TrendActions({ view, setView, children }: TrendActionsProps) {
  return (
    <>
      <CompareMenu view={view} setView={setView} />
      {children}
    </>
  );
}

import {
  type FloorLayout,
  type FloorPanel,
  type SavedLayout,
  wholeFloor,
  withLayout,
} from "../../shared/domain/floor-layout.ts";
import { useChangeSettings, useSettings } from "../client/queries.ts";

export interface LayoutControl {
  readonly layout: FloorLayout;
  readonly siteId: string | null;
  readonly saved: readonly SavedLayout[];
  readonly shows: (panel: FloorPanel) => boolean;
  readonly change: (change: Partial<FloorLayout>) => void;
  readonly apply: (saved: SavedLayout) => void;
  readonly save: (name: string) => void;
  readonly forget: (name: string) => void;
}

const noLayouts: readonly SavedLayout[] = [];

/** How the floor is arranged, and the arrangements that were saved. */
export function useLayout(): LayoutControl {
  const settings = useSettings().data;
  const { mutate } = useChangeSettings();
  const layout = settings?.floorLayout ?? wholeFloor;
  const siteId = settings?.siteId ?? null;
  const saved = settings?.savedLayouts ?? noLayouts;
  return {
    layout,
    siteId,
    saved,
    shows: (panel) => !layout.hidden.includes(panel),
    change: (change) => mutate({ floorLayout: { ...layout, ...change } }),
    apply: ({ hidden, serviceIds, siteId: savedSite }) =>
      mutate({ floorLayout: { hidden, serviceIds }, siteId: savedSite }),
    save: (name) => mutate({ savedLayouts: withLayout(saved, { ...layout, name, siteId }) }),
    forget: (name) => mutate({ savedLayouts: saved.filter((one) => one.name !== name) }),
  };
}

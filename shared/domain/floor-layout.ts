/** How a person arranges the floor: which panels stand there, and for which services. */
import { z } from "zod";

/** Panels that may be put away; the services always stand there. */
export const floorPanels = ["key_figures", "outlook", "sites", "cases", "agents"] as const;
export const floorPanelSchema = z.enum(floorPanels);
export type FloorPanel = z.infer<typeof floorPanelSchema>;

export const floorLayoutSchema = z.object({
  hidden: z.array(floorPanelSchema),
  /** Services that are listed; null: all of the site. */
  serviceIds: z.array(z.string()).max(500).nullable(),
});
export type FloorLayout = z.infer<typeof floorLayoutSchema>;

export const savedLayoutSchema = floorLayoutSchema.extend({
  name: z.string().trim().min(1).max(40),
  /** The site it was saved for; null: all of them. */
  siteId: z.string().nullable(),
});
/** A layout under its name, together with the site that it shows. */
export type SavedLayout = z.infer<typeof savedLayoutSchema>;

export const wholeFloor: FloorLayout = { hidden: [], serviceIds: null };
export const mostSavedLayouts = 20;

/** The saved layouts with this one under its name, in the place of one that had it; the oldest goes beyond twenty. */
export function withLayout(saved: readonly SavedLayout[], layout: SavedLayout): SavedLayout[] {
  const others = saved.filter(({ name }) => name !== layout.name);
  return [...others, layout].slice(-mostSavedLayouts);
}

/** Whether what is shown now is just what was saved. */
export function isSameLayout(
  saved: SavedLayout,
  shown: FloorLayout & { readonly siteId: string | null },
): boolean {
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((one) => b.includes(one));
  if (saved.siteId !== shown.siteId || !same(saved.hidden, shown.hidden)) return false;
  if (saved.serviceIds === null || shown.serviceIds === null) return saved.serviceIds === shown.serviceIds;
  return same(saved.serviceIds, shown.serviceIds);
}

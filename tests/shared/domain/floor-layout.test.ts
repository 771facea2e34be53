import { describe, expect, it } from "vitest";
import {
  isSameLayout,
  mostSavedLayouts,
  type SavedLayout,
  withLayout,
} from "../../../shared/domain/floor-layout.ts";

const layout = (name: string, over: Partial<SavedLayout> = {}): SavedLayout => ({
  name,
  siteId: null,
  hidden: [],
  serviceIds: null,
  ...over,
});

describe("saved layouts", () => {
  it("keeps one per name, the newest last, twenty at most", () => {
    const first = withLayout([layout("matin"), layout("soir")], layout("matin", { hidden: ["agents"] }));
    expect(first.map(({ name }) => name)).toEqual(["soir", "matin"]);
    expect(first[1]?.hidden).toEqual(["agents"]);
    const many = Array.from({ length: 25 }, (_, index) => layout(`n${index}`));
    const kept = many.reduce<SavedLayout[]>((saved, one) => withLayout(saved, one), []);
    expect(kept).toHaveLength(mostSavedLayouts);
    expect(kept.at(-1)?.name).toBe("n24");
  });

  it("knows the one that is shown, in whatever order its parts were ticked", () => {
    const saved = layout("guichets", {
      hidden: ["agents", "outlook"],
      serviceIds: ["a", "b"],
      siteId: "hall",
    });
    const shown = { hidden: ["outlook" as const, "agents" as const], serviceIds: ["b", "a"], siteId: "hall" };
    expect(isSameLayout(saved, shown)).toBe(true);
    expect(isSameLayout(saved, { ...shown, siteId: null })).toBe(false);
    expect(isSameLayout(saved, { ...shown, serviceIds: null })).toBe(false);
    expect(isSameLayout(saved, { ...shown, serviceIds: ["b"] })).toBe(false);
  });
});

import { expect, it } from "vitest";
import { createFigures } from "../../electron/services/figure.ts";
import { type LevelVariant, levelDefinitions, levelVariants } from "../../shared/domain/service-level.ts";
import { onFresh, question } from "../store/contract/context.ts";
import { morningMs, visit } from "../store/events.ts";
import { openFreshSqlite } from "../store/fresh-sqlite.ts";

/** Phones: the target is 60 s, and giving up within 10 s is forgiven. */
const phone = { arrivedAtMs: morningMs, channel: "phone" } as const;

it(
  "gives the service level in the variant that was chosen, and says which that is",
  onFresh(openFreshSqlite, async (store) => {
    await store.append(
      [
        visit("in", { ...phone, waitSeconds: 20, handleSeconds: 60 }),
        visit("late", { ...phone, waitSeconds: 90, handleSeconds: 60 }),
        visit("forgiven", { ...phone, waitSeconds: 5, handleSeconds: null }),
        visit("early", { ...phone, waitSeconds: 30, handleSeconds: null }),
        visit("gone", { ...phone, waitSeconds: 200, handleSeconds: null }),
      ].flat(),
      "test",
    );
    let chosen: LevelVariant = "late_abandons_missed";
    const figures = createFigures(store, () => chosen);
    const shares: (number | null | undefined)[] = [];
    for (const variant of levelVariants) {
      chosen = variant;
      const { definitions, rows } = await figures.query(question());
      expect(definitions["serviceLevel"]).toBe(levelDefinitions[variant]);
      shares.push(rows[0]?.serviceLevel);
    }
    expect(shares).toEqual([1 / 4, 1 / 5, 1 / 2, 3 / 5]);
  }),
);

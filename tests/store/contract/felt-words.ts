import { expect, it } from "vitest";
import { event, minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const whole = { fromMs: 0, toMs: Date.UTC(2090, 0, 1), siteId: null };
const both = { ...whole, serviceIds: ["passports", "planning"], treated: null, limit: 10 };

function answer(subject: string, treated: number, words: string | undefined, minutes: number) {
  const data = { treated, ...(words === undefined ? {} : { words }) };
  return event("feedback.given", subject, morningMs + minutes * minuteMs, data);
}

/** How often each answer was given, and the words that people left. */
export function feltWordsContract(openFresh: OpenFresh): void {
  it(
    "counts answers by service, and gives words newest first, without names",
    onFresh(openFresh, async (store) => {
      const told = { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 60 };
      await store.append(
        [
          ...visit("c1", told),
          ...visit("c2", { ...told, service: "planning" }),
          ...visit("c3", told),
          answer("c1", 5, "Merci à Amina", 60),
          answer("c2", 2, "Trop long", 61),
          answer("c3", 5, undefined, 62),
          answer("unknown", 1, "Qui suis-je ?", 63),
        ],
        "test",
      );
      expect(await store.scoreCounts(whole)).toEqual(
        expect.arrayContaining([
          { serviceId: "passports", treated: 5, count: 2 },
          { serviceId: "planning", treated: 2, count: 1 },
        ]),
      );
      expect(await store.scoreCounts({ ...whole, siteId: "elsewhere" })).toEqual([]);
      expect(await store.feltWords(both)).toEqual([
        { atMs: morningMs + 61 * minuteMs, serviceId: "planning", treated: 2, words: "Trop long" },
        { atMs: morningMs + 60 * minuteMs, serviceId: "passports", treated: 5, words: "Merci à [masqué]" },
      ]);
      expect(await store.feltWords({ ...both, serviceIds: ["passports"] })).toHaveLength(1);
      expect(await store.feltWords({ ...both, treated: 2 })).toHaveLength(1);
      expect(await store.feltWords({ ...both, limit: 1 })).toHaveLength(1);
      expect(await store.feltWords({ ...both, toMs: morningMs })).toEqual([]);

      await store.append([answer("c1", 3, undefined, 90)], "test");
      expect(await store.feltWords({ ...both, serviceIds: ["passports"] })).toEqual([]);
      const digest = await store.projectionDigest();
      await store.rebuild();
      expect(await store.projectionDigest()).toBe(digest);
    }),
  );
}

import { expect, it } from "vitest";
import { minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh, question } from "./context.ts";

export function waitCountContract(openFresh: OpenFresh): void {
  it(
    "counts each wait once, of those asked for",
    onFresh(openFresh, async (store) => {
      const visits = [60, 120, 121, 600].map((waitSeconds, index) =>
        visit(`c${index}`, {
          arrivedAtMs: morningMs + index * minuteMs,
          waitSeconds,
          handleSeconds: index === 3 ? null : 60,
          service: index === 0 ? "planning" : "passports",
        }),
      );
      await store.append(visits.flat(), "http");
      const counts = async (asked: Parameters<typeof question>[0]) => {
        const { by: _, ...query } = question(asked);
        return store.waitCounts(query, [60, 120, 300]);
      };
      expect(await counts({})).toEqual({ counts: [1, 2, 3], total: 3 });
      expect(await counts({ base: "all" })).toEqual({ counts: [1, 2, 3], total: 4 });
      expect(await counts({ serviceId: "passports" })).toEqual({ counts: [0, 1, 2], total: 2 });
      expect(await counts({ toMs: morningMs })).toEqual({ counts: [0, 0, 0], total: 0 });
    }),
  );
}

import fc from "fast-check";
import { expect, it } from "vitest";
import { event, minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

/** The floor as it was at an instant. */
export function floorContract(openFresh: OpenFresh): void {
  it(
    "knows who was waiting and who was being served, to the millisecond",
    onFresh(openFresh, async (store) => {
      await store.append(visit("c", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 60 }), "http");
      const states = async (atMs: number) => (await store.legsAt(atMs)).map((leg) => leg.inService);
      expect(await states(morningMs - 1)).toEqual([]);
      expect(await states(morningMs)).toEqual([false]);
      expect(await states(morningMs + 59_999)).toEqual([false]);
      expect(await states(morningMs + 60_000)).toEqual([true]);
      expect(await states(morningMs + 119_999)).toEqual([true]);
      expect(await states(morningMs + 120_000)).toEqual([]);
    }),
  );

  it(
    "counts nobody as waiting who was called but not yet served, nor twice where the feed's clock is untidy",
    onFresh(openFresh, async (store) => {
      const arrival = { site: "bank", service: "loans", channel: "phone" } as const;
      await store.append(
        [
          event("case.arrived", "called", morningMs, arrival),
          event("case.called", "called", morningMs + 1000, {}),
          event("case.arrived", "untidy", morningMs, arrival),
          event("case.queued", "untidy", morningMs + 5000, {}),
          event("case.started", "untidy", morningMs + 4000, {}),
          event("case.called", "untidy", morningMs + 9000, {}),
        ],
        "http",
      );
      expect(await store.legsAt(morningMs + 6000)).toEqual([
        {
          siteId: "bank",
          serviceId: "loans",
          channel: "phone",
          queuedAtMs: expect.any(Number),
          carriedWaitMs: 0,
          inService: true,
        },
      ]);
    }),
  );

  it(
    "agrees with the visits themselves, however long they took",
    onFresh(openFresh, async (store) => {
      const lengths = [0, 1, 59, 600, 4000, 86_400, 3_000_000, 60_000_000];
      const visits = Array.from({ length: 300 }, (_, index) => ({
        arrivedAtMs: morningMs + ((index * 7919) % 5000) * minuteMs,
        waitSeconds: lengths[index % 8] ?? 0,
        handleSeconds: index % 4 === 0 ? null : (lengths[(index * 3) % 7] ?? 0),
      }));
      await store.append(
        visits.flatMap((told, index) => visit(`c${index}`, told)),
        "http",
      );
      const horizonMs = morningMs + 6000 * minuteMs;
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: morningMs, max: horizonMs }), async (atMs) => {
          const legs = await store.legsAt(atMs);
          const calledAtMs = (told: (typeof visits)[number]) => told.arrivedAtMs + told.waitSeconds * 1000;
          const waiting = visits.filter((told) => told.arrivedAtMs <= atMs && atMs < calledAtMs(told));
          const served = visits.filter(
            (told) =>
              told.handleSeconds !== null &&
              calledAtMs(told) <= atMs &&
              atMs < calledAtMs(told) + told.handleSeconds * 1000,
          );
          expect(legs.filter((leg) => !leg.inService)).toHaveLength(waiting.length);
          expect(legs.filter((leg) => leg.inService)).toHaveLength(served.length);
        }),
        { numRuns: 100 },
      );
    }),
  );

  it(
    "gives the last observation of each queue at an instant",
    onFresh(openFresh, async (store) => {
      const observed = (
        atMs: number,
        peopleWaiting: number,
        service = "passports",
        id = `${service}${atMs}`,
      ) =>
        event(
          "queue.observed",
          `hall/${service}`,
          atMs,
          { site: "hall", service, channel: "counter", peopleWaiting, openCounters: 3 },
          { id },
        );
      await store.append([observed(morningMs + 2000, 7), observed(morningMs, 4)], "http");
      await store.append([observed(morningMs + 1000, 5), observed(morningMs, 1, "planning")], "http");
      await store.append([observed(morningMs, 9, "passports", "a-first-by-id")], "http");
      const at = async (atMs: number) =>
        (await store.observationsAt(atMs)).map((seen) => [seen.serviceId, seen.peopleWaiting]).sort();
      expect(await at(morningMs - 1)).toEqual([]);
      expect(await at(morningMs)).toEqual([
        ["passports", 4],
        ["planning", 1],
      ]);
      expect(await at(morningMs + 1500)).toEqual([
        ["passports", 5],
        ["planning", 1],
      ]);
      expect((await store.observationsAt(morningMs + 9000))[0]).toEqual({
        siteId: "hall",
        serviceId: "passports",
        channel: "counter",
        atMs: morningMs + 2000,
        peopleWaiting: 7,
        openCounters: 3,
        ticketCalled: null,
      });
    }),
  );
}

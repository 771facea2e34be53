import fc from "fast-check";
import { expect, it } from "vitest";
import type { Store } from "../../../electron/store/store.ts";
import type { OccupancyQuery } from "../../../shared/domain/occupancy.ts";
import { event, minuteMs, morningMs } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const agents = ["alice", "bob", "carol"];

function signIns(ids: readonly string[] = agents, site = "hall") {
  return ids.map((id) => event("agent.signed_in", id, morningMs, { site }));
}

function state(id: string, minutes: number, to: "available" | "serving" | "wrap_up" | "paused") {
  return event("agent.state_changed", id, morningMs + minutes * minuteMs, { state: to });
}

function signOuts(minutes: number, ids: readonly string[] = agents) {
  return ids.map((id) => event("agent.signed_out", id, morningMs + minutes * minuteMs, {}));
}

async function rows(store: Store, asked: Partial<OccupancyQuery> = {}) {
  const whole = { fromMs: 0, toMs: Date.UTC(2090, 0, 1), by: "interval", siteId: null } as const;
  return store.occupancy({ ...whole, ...asked });
}

/** The agents' time on duty: a sum over a site, never a figure of one person. */
export function agentTimeContract(openFresh: OpenFresh): void {
  it(
    "is handling ÷ (handling + available), by hand",
    onFresh(openFresh, async (store) => {
      await store.append(
        [
          ...signIns(),
          state("alice", 5, "serving"),
          state("alice", 10, "wrap_up"),
          state("bob", 5, "paused"),
          ...signOuts(15),
        ],
        "test",
      );
      // Alice: 5 min available, 10 handling. Bob: 5 available. Carol: 15 available.
      expect(await rows(store)).toEqual([
        {
          key: "2026-03-02T09:00+01:00",
          fromMs: morningMs,
          occupancy: 10 / 35,
          handlingSeconds: 600,
          availableSeconds: 1_500,
        },
      ]);
      const [day] = await rows(store, { by: "day", siteId: "hall" });
      expect(day).toMatchObject({ key: "2026-03-02", occupancy: 10 / 35 });
      expect(await rows(store, { siteId: "annex" })).toEqual([]);
    }),
  );

  it(
    "says nothing of a quarter hour with fewer than three agents, at any step",
    onFresh(openFresh, async (store) => {
      await store.append(
        [
          ...signIns(),
          ...agents.map((id) => state(id, 1, "serving")),
          ...signOuts(15, ["carol"]),
          ...signOuts(30, ["alice", "bob"]),
        ],
        "test",
      );
      const [first, second] = await rows(store);
      expect(first).toMatchObject({ occupancy: 42 / 45 });
      expect(second).toMatchObject({ occupancy: null, handlingSeconds: 0, availableSeconds: 0 });
      expect((await rows(store, { by: "total" }))[0]).toMatchObject({ handlingSeconds: 42 * 60 });
    }),
  );

  it(
    "counts a state that goes on until the last event of the log, four hours at most",
    onFresh(openFresh, async (store) => {
      await store.append(
        [
          ...signIns(),
          event("case.arrived", "c1", morningMs + 20 * minuteMs, {
            site: "hall",
            service: "passports",
            channel: "counter",
          }),
        ],
        "test",
      );
      expect((await rows(store, { by: "total" }))[0]).toMatchObject({ availableSeconds: 3 * 20 * 60 });
      await store.append([event("case.abandoned", "c1", morningMs + 30 * 60 * minuteMs, {})], "test");
      expect((await rows(store, { by: "total" }))[0]).toMatchObject({ availableSeconds: 3 * 4 * 3_600 });
    }),
  );

  it(
    "names the site by the sign-in, also where it comes late",
    onFresh(openFresh, async (store) => {
      await store.append([...agents.map((id) => state(id, 5, "serving")), ...signOuts(10)], "test");
      expect(await rows(store)).toEqual([]);
      await store.append(signIns(), "test");
      expect((await rows(store))[0]).toMatchObject({ handlingSeconds: 900, availableSeconds: 900 });
    }),
  );

  it("is the same in whatever order events come, and after a rebuild", async () => {
    const told = fc.record({
      id: fc.constantFrom(...agents, "dan"),
      minutes: fc.oneof(fc.nat(40), fc.nat(2_000)),
      what: fc.constantFrom("in hall", "in annex", "out", "available", "serving", "paused"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(told, { maxLength: 25 }),
        fc.infiniteStream(fc.nat()),
        async (story, order) => {
          const events = story.map(({ id, minutes, what }, index) => {
            const atMs = morningMs + minutes * minuteMs;
            const identity = { id: `e${index}` };
            if (what === "out") return event("agent.signed_out", id, atMs, {}, identity);
            if (what === "in hall") return event("agent.signed_in", id, atMs, { site: "hall" }, identity);
            if (what === "in annex") return event("agent.signed_in", id, atMs, { site: "annex" }, identity);
            const to = what === "serving" ? "serving" : what === "paused" ? "paused" : "available";
            return event("agent.state_changed", id, atMs, { state: to }, identity);
          });
          const shuffled = events
            .map((one) => ({ one, at: order.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
          const fresh = await openFresh();
          try {
            for (const one of shuffled) await fresh.store.append([one], "test");
            const digest = await fresh.store.projectionDigest();
            const before = await rows(fresh.store, { by: "total" });
            await fresh.store.rebuild();
            expect(await fresh.store.projectionDigest()).toBe(digest);
            expect(await rows(fresh.store, { by: "total" })).toEqual(before);
          } finally {
            await fresh.dispose();
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
}

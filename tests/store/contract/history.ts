import fc from "fast-check";
import { expect, it } from "vitest";
import type { Store } from "../../../electron/store/store.ts";
import { foldAgent } from "../../../shared/domain/agent.ts";
import { foldBackupCall, isBackupOpen } from "../../../shared/domain/backup.ts";
import { isOpen } from "../../../shared/domain/case.ts";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import { compareEvents, type VigieEvent } from "../../../shared/domain/event.ts";
import { event, minuteMs, morningMs, visit } from "../events.ts";
import { storyOf } from "../stories.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const dayMs = 24 * 60 * minuteMs;

async function all(batches: AsyncIterable<VigieEvent[]>): Promise<VigieEvent[]> {
  const events: VigieEvent[] = [];
  for await (const batch of batches) events.push(...batch);
  return events;
}

/** What was known at an instant of the past. */
export function historyContract(openFresh: OpenFresh): void {
  it(
    "gives all events of a time in order, however many share a millisecond",
    onFresh(openFresh, async (store) => {
      const crowd = Array.from({ length: 2_500 }, (_, index) =>
        event("case.arrived", `c${index}`, morningMs + (index < 1_600 ? 7 : index), {
          site: "hall",
          service: "passports",
          channel: "counter",
        }),
      );
      await store.append(crowd.toReversed(), "http");
      const ordered = crowd.toSorted(compareEvents);
      expect(await all(store.eventsBetween(morningMs, morningMs + dayMs))).toEqual(ordered);
      const some = ordered.filter(({ atMs }) => atMs >= morningMs + 7 && atMs < morningMs + 2_000);
      expect(await all(store.eventsBetween(morningMs + 7, morningMs + 2_000))).toEqual(some);
      expect(await all(store.eventsBetween(morningMs, morningMs))).toEqual([]);
    }),
  );

  it(
    "finds the next event, and says where there is none",
    onFresh(openFresh, async (store) => {
      await store.append(visit("c", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 60 }), "http");
      expect(await store.nextEventAtMs(0)).toBe(morningMs);
      expect(await store.nextEventAtMs(morningMs)).toBe(morningMs);
      expect(await store.nextEventAtMs(morningMs + 60_001)).toBe(morningMs + 120_000);
      expect(await store.nextEventAtMs(morningMs + 120_001)).toBeNull();
    }),
  );

  it("knows what was open and who was there at any instant, and nothing of what came later", async () => {
    await fc.assert(
      fc.asyncProperty(
        storyOf({ maxEvents: 40 }),
        fc.array(fc.nat(210), { minLength: 5 }),
        (story, minutes) =>
          onFresh(openFresh, async (store) => {
            await store.append(story, "http");
            for (const one of minutes) await expectAsKnown(store, story, morningMs + one * minuteMs);
          })(),
      ),
      { numRuns: 60 },
    );
  });

  it(
    "finds cases that have been open for months, and none that were over",
    onFresh(openFresh, async (store) => {
      const lengths = [1, 59, 600, 4_000, 86_400, 3_000_000, 60_000_000];
      const story = Array.from({ length: 120 }, (_, index) =>
        visit(`c${index}`, {
          arrivedAtMs: morningMs + ((index * 7_919) % 5_000) * minuteMs,
          waitSeconds: lengths[index % 7] ?? 0,
          handleSeconds: index % 4 === 0 ? null : (lengths[(index * 3) % 7] ?? 0),
        }),
      ).flat();
      await store.append(story, "http");
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 6_000 }), (minutes) =>
          expectAsKnown(store, story, morningMs + minutes * minuteMs),
        ),
        { numRuns: 60 },
      );
    }),
  );

  it(
    "tells which sources spoke in the three days before, and when they last did",
    onFresh(openFresh, async (store) => {
      const from = (source: string, atMs: number) =>
        event("agent.signed_out", "alice", atMs, {}, { source, id: `${source}${atMs}` });
      await store.append(
        [from("urn:a", morningMs), from("urn:a", morningMs + minuteMs), from("urn:b", morningMs - 4 * dayMs)],
        "http",
      );
      const atMs = morningMs + minuteMs;
      expect(await store.feedsBefore(atMs)).toEqual([
        { source: "urn:a", lastEventAtMs: morningMs, lastReceivedAtMs: morningMs, eventCount: 1 },
      ]);
      expect(await store.feedsBefore(atMs + 1)).toMatchObject([{ lastEventAtMs: atMs, eventCount: 2 }]);
    }),
  );
}

/** The store agrees with folds of the events before the instant, and of no others. */
async function expectAsKnown(store: Store, story: readonly VigieEvent[], atMs: number): Promise<void> {
  const before = story.filter((one) => one.atMs < atMs).toSorted(compareEvents);
  const stories = (prefix: string) => [
    ...Map.groupBy(
      before.filter((one) => one.type.startsWith(prefix)),
      (one) => one.subject,
    ).values(),
  ];
  const bySubject = (found: VigieEvent[][]) =>
    found.toSorted((a, b) => ((a[0]?.subject ?? "") < (b[0]?.subject ?? "") ? -1 : 1));
  expect(bySubject(await store.openCasesBefore(atMs))).toEqual(
    bySubject(stories("case.").filter((events) => isOpen(foldCase(events)?.state ?? "done"))),
  );
  expect(bySubject(await store.openBackupCallsBefore(atMs))).toEqual(
    bySubject(stories("backup.").filter((one) => isBackupOpen(foldBackupCall(one)?.state ?? "released"))),
  );
  const agents = stories("agent.").flatMap(
    (events) =>
      events.reduce(
        (fold, one) => foldAgent(fold, one),
        undefined as ReturnType<typeof foldAgent> | undefined,
      ) ?? [],
  );
  const byId = (folds: typeof agents) => folds.toSorted((a, b) => (a.agent.id < b.agent.id ? -1 : 1));
  expect(byId(await store.agentsBefore(atMs))).toEqual(byId(agents));
}

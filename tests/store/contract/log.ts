import { expect, it } from "vitest";
import { consoleSource } from "../../../shared/domain/case-action.ts";
import { event, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const arrival = event("case.arrived", "c1", morningMs, {
  site: "hall",
  service: "passports",
  channel: "counter",
  ticket: "A001",
});

/** Appending: what is taken in, what is known, what is refused; nothing twice and nothing lost. */
export function logContract(openFresh: OpenFresh): void {
  it(
    "takes an event in once, however often it is sent",
    onFresh(openFresh, async (store, fresh) => {
      expect(await store.append([arrival], "http")).toEqual([{ status: "accepted" }]);
      const reopened = await fresh.reopen();
      expect(await reopened.append([arrival, arrival], "http")).toEqual([
        { status: "duplicate" },
        { status: "duplicate" },
      ]);
      expect(await reopened.eventsOf("c1")).toEqual([arrival]);
    }),
  );

  it(
    "knows an event again whose payload was put together in another order",
    onFresh(openFresh, async (store) => {
      await store.append([arrival], "http");
      const { ticket, channel, service, site } = arrival.data;
      const reordered = { ...arrival, data: { ticket, channel, service, site } };
      expect(await store.append([reordered as typeof arrival], "http")).toEqual([{ status: "duplicate" }]);
    }),
  );

  it(
    "keeps the first content of an event, and another one in the reject list, also within one call",
    onFresh(openFresh, async (store) => {
      const other = { ...arrival, data: { ...arrival.data, ticket: "B999" } };
      const outcomes = await store.append([arrival, other, arrival], "calls.csv");
      expect(outcomes.map((outcome) => outcome.status)).toEqual(["accepted", "rejected", "duplicate"]);
      expect(outcomes[1]).toMatchObject({ fault: { code: "payload_mismatch", data: { id: arrival.id } } });
      expect(await store.eventsOf("c1")).toEqual([arrival]);
      const { total, rejects } = await store.rejects(10);
      expect(total).toBe(1);
      expect(rejects[0]).toMatchObject({
        feed: "calls.csv",
        line: null,
        fault: { code: "payload_mismatch" },
      });
      expect(JSON.parse(rejects[0]?.raw ?? "")).toMatchObject({ id: arrival.id, data: { ticket: "B999" } });
    }),
  );

  it.each([
    ["type", { ...event("case.no_show", "c1", morningMs, {}), id: arrival.id }],
    ["subject", { ...arrival, subject: "c2" }],
    ["time", { ...arrival, time: "2026-03-02T08:00:01Z", atMs: morningMs + 1000 }],
  ])("refuses a known event with another %s", (_what, changed) =>
    onFresh(openFresh, async (store) => {
      await store.append([arrival], "http");
      expect(await store.append([changed], "http")).toMatchObject([{ status: "rejected" }]);
      expect(await store.case("c2")).toBeUndefined();
    })(),
  );

  it(
    "tells events of different sources apart by their source",
    onFresh(openFresh, async (store) => {
      const elsewhere = { ...arrival, source: "urn:test:other", subject: "c2" };
      expect(await store.append([arrival, elsewhere], "http")).toEqual([
        { status: "accepted" },
        { status: "accepted" },
      ]);
    }),
  );

  it(
    "answers calls made at the same time each for itself",
    onFresh(openFresh, async (store) => {
      const calls = Array.from({ length: 40 }, (_, index) => [
        event("case.arrived", `c${index % 20}`, morningMs + (index % 20), arrival.data),
        event("case.called", `c${index}`, morningMs + 60_000, {}),
      ]);
      const outcomes = await Promise.all(calls.map((events) => store.append(events, "http")));
      expect(
        outcomes
          .slice(0, 20)
          .flat()
          .every((outcome) => outcome.status === "accepted"),
      ).toBe(true);
      expect(outcomes.slice(20).map(([first]) => first?.status)).toEqual(Array(20).fill("duplicate"));
      expect((await store.check()).events).toBe(60);
    }),
  );

  it(
    "gives the events of a subject in the order of its life",
    onFresh(openFresh, async (store) => {
      const events = visit("c1", { arrivedAtMs: morningMs, waitSeconds: 0, handleSeconds: 0 });
      await store.append(events.toReversed(), "http");
      expect(await store.eventsOf("c1")).toEqual(events);
      expect(await store.eventsOf("nobody")).toEqual([]);
    }),
  );

  it(
    "finds what the console did in one action, and takes no feed's word for it",
    onFresh(openFresh, async (store) => {
      const data = { toService: "planning", reason: "queue", by: "Claire", action: "act-1" };
      const own = event("case.reassigned", "c1", morningMs, data, { source: consoleSource });
      const foreign = event("case.reassigned", "c2", morningMs, data);
      const held = event(
        "case.held",
        "c3",
        morningMs,
        { by: "Claire", action: "act-1" },
        { source: consoleSource },
      );
      const undone = event(
        "case.undone",
        "c3",
        morningMs + 1,
        { by: "Claire", undoes: "act-1" },
        { source: consoleSource },
      );
      await store.append([own, foreign, held, undone], "http");
      expect(await store.eventsOfAction("act-1")).toEqual([held, own]);
      expect(await store.eventsOfAction("act-2")).toEqual([]);
    }),
  );

  it(
    "tells of each source how much came, and when",
    onFresh(openFresh, async (store) => {
      const before = Date.now();
      const late = { ...arrival, id: "late", subject: "c2", atMs: morningMs - 5000 };
      await store.append([arrival, { ...late, time: new Date(late.atMs).toISOString() }], "http");
      await store.append([arrival], "http");
      const [feed, ...others] = await store.feeds();
      expect(others).toEqual([]);
      expect(feed).toMatchObject({ source: "urn:test:feed", eventCount: 2, lastEventAtMs: morningMs });
      expect(feed?.lastReceivedAtMs).toBeGreaterThanOrEqual(before);
    }),
  );

  it(
    "keeps what a feed could not make an event of, the newest first",
    onFresh(openFresh, async (store, fresh) => {
      const fault = { code: "invalid_input", message: "time: not a time.", data: { field: "time" } } as const;
      const reject = { receivedAtMs: morningMs, feed: "a.csv", line: 7, fault, raw: "x;y" };
      await store.reject([reject, { ...reject, line: 8 }]);
      const { total, rejects } = await (await fresh.reopen()).rejects(1);
      expect(total).toBe(2);
      expect(rejects).toEqual([{ ...reject, line: 8, id: expect.any(Number) }]);
    }),
  );

  it(
    "keeps labels over a restart",
    onFresh(openFresh, async (store, fresh) => {
      expect(await store.label("demo")).toBeUndefined();
      await store.setLabel("demo", "yes");
      await store.setLabel("demo", "no");
      expect(await (await fresh.reopen()).label("demo")).toBe("no");
    }),
  );
}

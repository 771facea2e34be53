import { expect, it } from "vitest";
import { Fault } from "../../../shared/faults.ts";
import { event, minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh, question } from "./context.ts";

const arrived = (subject: string, atMs = morningMs) =>
  event("case.arrived", subject, atMs, { site: "hall", service: "passports", channel: "counter" });

/** Cases are the fold of their events, also when these come late, and change under a decision. */
export function caseContract(openFresh: OpenFresh): void {
  it(
    "tells the case, and keeps only those open that still need somebody",
    onFresh(openFresh, async (store, fresh) => {
      await store.append(
        visit("done", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 300 }),
        "http",
      );
      await store.append([arrived("waiting"), arrived("called")], "http");
      await store.append([event("case.called", "called", morningMs + 1000, { agent: "alice" })], "http");
      const reopened = await fresh.reopen();
      expect((await reopened.openCases()).map((open) => [open.id, open.state]).sort()).toEqual([
        ["called", "called"],
        ["waiting", "waiting"],
      ]);
      expect(await reopened.case("done")).toMatchObject({ state: "done", version: 4 });
      expect(await reopened.case("nobody")).toBeUndefined();
    }),
  );

  it(
    "keeps what comes before the arrival, and counts it as soon as the arrival comes",
    onFresh(openFresh, async (store) => {
      const [arrival, ...rest] = visit("c1", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 300 });
      await store.append(rest, "http");
      expect(await store.case("c1")).toBeUndefined();
      expect((await store.figures(question()))[0]?.served).toBe(0);
      await store.append(arrival === undefined ? [] : [arrival], "http");
      expect((await store.case("c1"))?.state).toBe("done");
      expect((await store.figures(question()))[0]).toMatchObject({
        arrivals: 1,
        served: 1,
        waitMeanSeconds: 60,
      });
    }),
  );

  it(
    "tells a case by its own events where an agent or a call has the same key",
    onFresh(openFresh, async (store) => {
      await store.append(
        [arrived("12"), event("agent.signed_in", "12", morningMs, { site: "hall" })],
        "http",
      );
      await store.append([event("feedback.given", "12", morningMs + 1, { treated: 5 })], "http");
      expect((await store.case("12"))?.version).toBe(1);
      expect((await store.agents()).map(({ agent }) => [agent.id, agent.state])).toEqual([
        ["12", "available"],
      ]);
    }),
  );

  it(
    "lets a decision see the cases that are known, and appends what it decides",
    onFresh(openFresh, async (store) => {
      await store.append([arrived("c1"), arrived("c2")], "http");
      const seen = await store.changeCases(["c1", "c2", "c3"], (cases) => ({
        events: [event("case.cancelled", "c1", morningMs + minuteMs, {})],
        result: [...cases.keys()],
      }));
      expect(seen).toEqual(["c1", "c2"]);
      expect((await store.case("c1"))?.state).toBe("cancelled");
    }),
  );

  it(
    "changes nothing where the decision throws, and goes on afterwards",
    onFresh(openFresh, async (store) => {
      await store.append([arrived("c1")], "http");
      const digest = await store.projectionDigest();
      const refused = store.changeCases(["c1"], () => {
        throw new Fault("case_changed", "Somebody changed the case meanwhile.");
      });
      await expect(refused).rejects.toMatchObject({ code: "case_changed" });
      expect(await store.projectionDigest()).toBe(digest);
      await store.append([event("case.called", "c1", morningMs + 1, {})], "http");
      expect((await store.case("c1"))?.state).toBe("called");
    }),
  );

  it(
    "lets decisions about one case follow each other, so that only the first finds it waiting",
    onFresh(openFresh, async (store) => {
      await store.append([arrived("c1")], "http");
      const take = (agent: string) =>
        store.changeCases(["c1"], (cases) =>
          cases.get("c1")?.state === "waiting"
            ? { events: [event("case.called", "c1", morningMs + 1, { agent })], result: true }
            : { events: [], result: false },
        );
      expect(await Promise.all([take("alice"), take("bob")])).toEqual([true, false]);
    }),
  );
}

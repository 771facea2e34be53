import { expect, it } from "vitest";
import { event, minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const dueAt = (minutes: number) => new Date(morningMs + minutes * minuteMs).toISOString();
const made = (subject: string, minutes: number, more: object = {}) =>
  event("commitment.made", subject, morningMs, {
    owner: "alice",
    dueAt: dueAt(minutes),
    what: "Rappeler",
    ...more,
  });
const kept = (subject: string, minutes: number) =>
  event("commitment.kept", subject, morningMs + minutes * minuteMs, { by: "Claire" });

/** What was promised to citizens, by when. */
export function commitmentContract(openFresh: OpenFresh): void {
  it(
    "gives open ones and those due in a time, the one due first in front, over a restart",
    onFresh(openFresh, async (store, fresh) => {
      await store.append([made("p1", 90), made("p2", 30), made("p3", 60), kept("p3", 10)], "test");
      const reopened = await fresh.reopen();
      expect((await reopened.openCommitments()).map(({ id }) => id)).toEqual(["p2", "p1"]);
      const due = await reopened.commitmentsDue(morningMs + 30 * minuteMs, morningMs + 90 * minuteMs);
      expect(due.map(({ id }) => id)).toEqual(["p2", "p3"]);
      expect(due[1]).toMatchObject({ keptAtMs: morningMs + 10 * minuteMs, settledBy: "Claire" });
      expect(await reopened.commitment("nothing")).toBeUndefined();
    }),
  );

  it(
    "takes place and service from the case, whichever of them comes first",
    onFresh(openFresh, async (store) => {
      await store.append([made("p1", 60, { case: "c1" }), made("c1", 60)], "test");
      expect(await store.commitment("p1")).toMatchObject({ caseId: "c1", siteId: null, serviceId: null });
      await store.append(visit("c1", { arrivedAtMs: morningMs, waitSeconds: 1, handleSeconds: 1 }), "test");
      const placed = { caseId: "c1", siteId: "hall", serviceId: "passports" };
      expect(await store.commitment("p1")).toMatchObject(placed);
      expect(await store.commitment("c1")).toMatchObject(placed);
    }),
  );

  it(
    "changes one by a decision over what is known, or not at all",
    onFresh(openFresh, async (store) => {
      await store.append([made("p1", 60)], "test");
      const seen = await store.changeCommitment("p1", (known) => ({
        events: [kept("p1", 5)],
        result: known?.keptAtMs,
      }));
      expect(seen).toBeNull();
      expect((await store.commitment("p1"))?.keptAtMs).toBe(morningMs + 5 * minuteMs);
      const refused = store.changeCommitment("none", () => {
        throw new Error("no");
      });
      await expect(refused).rejects.toThrow("no");
    }),
  );
}

import { expect, it } from "vitest";
import { type ActionFacts, actionTaken } from "../../../shared/domain/taken-action.ts";
import { morningMs } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const facts: ActionFacts = {
  kind: "reassign",
  siteId: "hall",
  serviceIds: ["passports", "civil"],
  agentIds: [],
  caseCount: 3,
  reason: "two counters closed",
  undoes: null,
  prediction: {
    horizonSeconds: 3_600,
    sides: [
      {
        serviceId: "passports",
        before: foreseen(1_200, 0.5),
        after: { ...foreseen(600, 0.8), lastWaiting: { p50Seconds: null, p90Seconds: null } },
      },
    ],
  },
};

/** What people did: kept with why, and with what was foreseen. */
export function actionContract(openFresh: OpenFresh): void {
  it(
    "keeps actions with their prediction, newest first, over a restart and a rebuild",
    onFresh(openFresh, async (store, fresh) => {
      const taken = (id: string, atMs: number, siteId = "hall") =>
        actionTaken({ id, by: "Claire", atMs }, { ...facts, siteId });
      await store.append(
        [taken("a", morningMs), taken("b", morningMs + 5), taken("c", morningMs, "annex")],
        "x",
      );
      const reopened = await fresh.reopen();
      const first = { ...facts, id: "a", by: "Claire", atMs: morningMs };
      expect((await reopened.actions(morningMs, morningMs + 6, "hall")).map(({ id }) => id)).toEqual([
        "b",
        "a",
      ]);
      expect(await reopened.actions(morningMs, morningMs + 5, "hall")).toEqual([first]);
      expect((await reopened.actions(morningMs, morningMs + 5, null)).map(({ id }) => id)).toEqual([
        "a",
        "c",
      ]);
      await reopened.rebuild();
      expect(await reopened.actions(morningMs, morningMs + 5, "hall")).toEqual([first]);
    }),
  );
}

function foreseen(p50Seconds: number, expected: number) {
  const wait = { p50Seconds, p90Seconds: p50Seconds * 2 };
  return {
    nextArrival: wait,
    lastWaiting: wait,
    serviceLevel: { expected, ifFew: expected, ifMany: expected / 2 },
  };
}

import { expect, it } from "vitest";
import { event, minuteMs, morningMs } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

/** Agents: state and assignment. */
export function agentContract(openFresh: OpenFresh): void {
  it(
    "keeps where an agent is assigned, over a restart and a rebuild, and tells listeners",
    onFresh(openFresh, async (store, fresh) => {
      const heard: (readonly string[] | null)[] = [];
      store.subscribe(({ agents }) => heard.push(...agents.map((fold) => fold.agent.assignedServiceIds)));
      await store.append([event("agent.signed_in", "dora", morningMs, { site: "hall" })], "http");
      await store.changeAgent("dora", (fold) => {
        expect(fold?.agent.state).toBe("available");
        const moved = event("agent.assigned", "dora", morningMs + minuteMs, {
          services: ["passports"],
          by: "Claire",
        });
        return { events: [moved], result: undefined };
      });
      expect(heard).toEqual([null, ["passports"]]);
      const reopened = await fresh.reopen();
      expect((await reopened.agents())[0]?.agent.assignedServiceIds).toEqual(["passports"]);
      const digest = await reopened.projectionDigest();
      await reopened.rebuild();
      expect(await reopened.projectionDigest()).toBe(digest);
      expect((await reopened.directory()).services.map((service) => service.id)).toEqual(["passports"]);
    }),
  );

  it(
    "says of an agent that nobody knows that there is none, and keeps nothing where the decision fails",
    onFresh(openFresh, async (store) => {
      const decided = store.changeAgent("nobody", (fold) => {
        expect(fold).toBeUndefined();
        throw new Error("refused");
      });
      await expect(decided).rejects.toThrow("refused");
      expect(await store.agents()).toEqual([]);
    }),
  );
}

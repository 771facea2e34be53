import { expect, it } from "vitest";
import type { Changed } from "../../../electron/store/store.ts";
import { event, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

/** Listeners hear of each commit once, in order, and of nothing else. */
export function subscriptionContract(openFresh: OpenFresh): void {
  it(
    "tells what a commit changed, as it is after it",
    onFresh(openFresh, async (store) => {
      const heard: Changed[] = [];
      const stop = store.subscribe((changed) => heard.push(changed));
      const events = visit("c1", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 300 });
      await store.append(events.slice(0, 2), "http");
      await store.append(
        [
          ...events.slice(2),
          event("agent.signed_in", "alice", morningMs, { site: "hall" }),
          event("queue.observed", "q", morningMs, {
            site: "hall",
            service: "passports",
            channel: "counter",
            peopleWaiting: 4,
          }),
        ],
        "http",
      );
      stop();
      await store.append(visit("c2", { arrivedAtMs: morningMs, waitSeconds: 1, handleSeconds: 1 }), "http");
      expect(heard).toHaveLength(2);
      expect(heard[0]?.events).toEqual(events.slice(0, 2));
      expect(heard[0]?.cases.map(({ id, state }) => [id, state])).toEqual([["c1", "called"]]);
      expect(heard[0]?.directory).toBe(true);
      expect(heard[1]?.cases.map(({ id, state }) => [id, state])).toEqual([["c1", "done"]]);
      expect(heard[1]?.agents.map(({ agent }) => agent.id)).toEqual(["alice"]);
      expect(heard[1]?.observations.map((seen) => seen.peopleWaiting)).toEqual([4]);
      expect(heard[1]?.feeds).toMatchObject([{ source: "urn:test:feed", eventCount: 6 }]);
      expect(heard[1]).toMatchObject({ directory: false, notes: false, rejects: false, backupCalls: [] });
    }),
  );

  it(
    "says nothing where nothing changed, nor of what was taken back",
    onFresh(openFresh, async (store) => {
      const events = visit("c1", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 300 });
      await store.append(events, "http");
      const heard: Changed[] = [];
      store.subscribe((changed) => heard.push(changed));
      await store.append(events, "http");
      const broken = store.changeCases(["c1"], () => {
        throw new Error("no decision");
      });
      await expect(broken).rejects.toThrow("no decision");
      expect(heard).toEqual([]);
    }),
  );

  it(
    "tells of notes, rejects and the directory",
    onFresh(openFresh, async (store) => {
      const heard: string[] = [];
      store.subscribe(({ notes, rejects, directory }) => {
        heard.push(`${notes ? "notes" : ""}${rejects ? "rejects" : ""}${directory ? "directory" : ""}`);
      });
      const tied = { caseId: null, replyId: null, momentAtMs: null };
      const draft = { agentId: "alice", ...tied, principle: null, text: "x" };
      const claire = { author: "Claire", authorKey: "claire" };
      await store.createNote({ ...draft, kind: "praise", visibility: "author" }, claire, null, morningMs);
      const fault = { code: "invalid_input", message: "x", data: {} } as const;
      await store.reject([{ receivedAtMs: 1, feed: "f", line: null, fault, raw: "" }]);
      await store.putDirectory({ sites: [], services: [], roster: [] });
      expect(heard).toEqual(["notes", "rejects", "directory"]);
    }),
  );
}

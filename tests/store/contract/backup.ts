import { expect, it } from "vitest";
import { event, minuteMs, morningMs } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const requested = (id: string, atMs: number) =>
  event("backup.requested", id, atMs, {
    site: "hall",
    service: "passports",
    agent: "dora",
    by: "Claire",
    expiresAt: new Date(atMs + 5 * minuteMs).toISOString(),
  });

/** Calls for backup. */
export function backupContract(openFresh: OpenFresh): void {
  it(
    "follows a call from request to release, over a restart",
    onFresh(openFresh, async (store, fresh) => {
      await store.append([requested("b1", morningMs)], "http");
      await store.append([event("backup.accepted", "b1", morningMs + 1000, {})], "http");
      const reopened = await fresh.reopen();
      await reopened.append([event("backup.arrived", "b1", morningMs + 2000, {})], "http");
      expect(await reopened.backupCall("b1")).toMatchObject({
        state: "arrived",
        agentId: "dora",
        version: 3,
      });
      expect(await reopened.backupCall("b2")).toBeUndefined();
    }),
  );

  it(
    "lists calls since an instant, and all that are still open",
    onFresh(openFresh, async (store) => {
      await store.append(
        [
          requested("old-open", morningMs - 3 * 86_400_000),
          requested("old-declined", morningMs - 86_400_000),
          event("backup.declined", "old-declined", morningMs - 86_000_000, {}),
          requested("today", morningMs),
        ],
        "http",
      );
      expect((await store.backupCalls(morningMs)).map((call) => call.id)).toEqual(["old-open", "today"]);
    }),
  );

  it(
    "lets only the first of two answers count",
    onFresh(openFresh, async (store) => {
      await store.append([requested("b1", morningMs)], "http");
      const answer = (type: "backup.accepted" | "backup.declined", atMs: number) =>
        store.changeBackupCall("b1", (call) =>
          call?.state === "requested"
            ? { events: [event(type, "b1", atMs, {})], result: true }
            : { events: [], result: false },
        );
      const answers = [answer("backup.accepted", morningMs + 1), answer("backup.declined", morningMs + 2)];
      expect(await Promise.all(answers)).toEqual([true, false]);
      expect((await store.backupCall("b1"))?.state).toBe("accepted");
    }),
  );
}

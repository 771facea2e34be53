import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

/** Rebuild, check and copies. */
export function copyContract(openFresh: OpenFresh): void {
  it(
    "counts what is there and finds no damage",
    onFresh(openFresh, async (store) => {
      const events = visit("c1", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 300 });
      const changed = events.slice(0, 1).map((event) => ({ ...event, subject: "c2" }));
      await store.append([...events, ...changed], "http");
      expect(await store.check()).toEqual({ ok: true, problems: [], events: 4, cases: 1, rejects: 1 });
      expect(await store.rebuild()).toEqual({ events: 4, cases: 1 });
    }),
  );

  it(
    "copies while events come in, and what was in before is in the copy",
    onFresh(openFresh, async (store) => {
      const folder = mkdtempSync(join(tmpdir(), "vigie-copy-"));
      try {
        const batch = (from: number) =>
          Array.from({ length: 500 }, (_, index) =>
            visit(`c${from + index}`, {
              arrivedAtMs: morningMs + (from + index) * 1000,
              waitSeconds: index,
              handleSeconds: 60,
            }),
          ).flat();
        await store.append(batch(0), "http");
        const copying = store.backup(join(folder, "copy"));
        for (let from = 500; from < 2500; from += 500) await store.append(batch(from), "http");
        expect((await copying).bytes).toBeGreaterThan(0);
        expect((await store.check()).cases).toBe(2500);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
  );

  it(
    "refuses calls once it is closed",
    onFresh(openFresh, async (store) => {
      const last = store.append(visit("c", { arrivedAtMs: 0, waitSeconds: 1, handleSeconds: 1 }), "http");
      await store.close();
      expect((await last).length).toBe(4);
      await expect(store.openCases()).rejects.toMatchObject({ code: "store_unreadable" });
      await expect(store.append([], "http")).rejects.toMatchObject({ code: "store_unreadable" });
      await store.close();
    }),
  );
}

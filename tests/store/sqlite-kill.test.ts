import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../../electron/store/open.ts";
import type { Store } from "../../electron/store/store.ts";
import { type Acknowledgement, startAppender } from "./appender.ts";
import { freshFolder } from "./fresh-sqlite.ts";

const kills = 20;

async function expectKept(store: Store, acknowledged: readonly Acknowledgement[]): Promise<void> {
  for (const { number } of acknowledged) {
    const ids = (await store.eventsOf(`c${number}`)).map((event) => event.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(`case.called:c${number}:${number * 1000 + (number % 900) * 1000}`);
  }
}

it(`loses nothing that was acknowledged in ${kills} kills, and keeps nothing twice`, async () => {
  const folder = freshFolder();
  onTestFinished(folder.clear);
  const path = join(folder.path, "vigie.db");
  const acknowledged: Acknowledgement[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    // From the last call on again: what the killed process had sent without an answer is sent once more.
    const first = acknowledged.at(-1)?.number ?? 1;
    const seen = await startAppender(path, first).readUntil((lines) => lines.length > 3 + ((kill * 7) % 25));
    expect(seen.every(({ outcome }) => outcome === "ok")).toBe(true);
    acknowledged.push(...seen);
    const store = await openStore(path);
    await expectKept(store, seen);
    await store.close();
  }
  const store = await openStore(path);
  await expectKept(store, acknowledged);
  expect(await store.check()).toMatchObject({ ok: true, rejects: 0 });
  const digest = await store.projectionDigest();
  await store.rebuild();
  expect(await store.projectionDigest()).toBe(digest);
  await store.close();
}, 600_000);

it("has one owner at a time: the second is told who, and a killed owner leaves no lock", async () => {
  const folder = freshFolder();
  onTestFinished(folder.clear);
  const path = join(folder.path, "vigie.db");
  const appender = startAppender(path, 1);
  let refusal: Promise<unknown> | undefined;
  await appender.readUntil((seen) => {
    refusal ??= openStore(path).then(
      (store) => store.close(),
      (error: unknown) => error,
    );
    return seen.length > 20;
  });
  expect(await refusal).toMatchObject({ code: "store_owned", data: { pid: appender.pid } });
  const store = await openStore(path);
  const again = openStore(path);
  await expect(again).rejects.toMatchObject({ code: "store_owned", data: { pid: process.pid } });
  await store.close();
  await (await openStore(path)).close();
});

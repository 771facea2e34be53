import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../electron/store/open.ts";
import { startAppender } from "./appender.ts";
import { freshFolder } from "./fresh-sqlite.ts";

/** Why no system call can be made to fail here; null where it can. */
function whyNot(): string | null {
  const traced = spawnSync("strace", ["-f", "-o", "/dev/null", process.execPath, "-e", "0"]);
  if (traced.error !== undefined) return "no strace";
  return traced.status === 0 ? null : "strace may not trace here";
}

const reason = whyNot();
const name = (what: string) => (reason === null ? what : `${what} (skipped: ${reason})`);

describe.skipIf(reason !== null)(name("a disk that refuses"), () => {
  it.each([
    ["is full", "pwrite64:error=ENOSPC:when=90..120", "store_full"],
    ["does not write", "pwrite64:error=EIO:when=90..120", "store_unreadable"],
    ["does not flush", "fsync,fdatasync:error=EIO:when=20..30", "store_unreadable"],
  ])("%s: the call fails as a whole, and all is well once it can again", async (_what, injected, code) => {
    const folder = freshFolder();
    onTestFinished(folder.clear);
    const path = join(folder.path, "vigie.db");
    await (await openStore(path)).close();
    const call = injected.slice(0, injected.indexOf(":"));
    const tracer = ["strace", "-f", "-o", "/dev/null", "-e", `trace=${call}`, "-e", `inject=${injected}`];
    const seen = await startAppender(path, 1, tracer).readUntil((lines) => {
      const failures = lines.filter(({ outcome }) => outcome !== "ok");
      const since = lines.length - lines.findLastIndex(({ outcome }) => outcome !== "ok");
      return failures.length > 0 && since > 10;
    });
    const failed = seen.filter(({ outcome }) => outcome !== "ok");
    expect(new Set(failed.map(({ outcome }) => outcome))).toEqual(new Set([code]));

    const store = await openStore(path);
    for (const { number, outcome } of seen) {
      const called = (await store.eventsOf(`c${number}`)).filter((event) => event.type === "case.called");
      expect([number, called.length]).toEqual([number, outcome === "ok" ? 1 : 0]);
    }
    expect((await store.check()).ok).toBe(true);
    const digest = await store.projectionDigest();
    await store.rebuild();
    expect(await store.projectionDigest()).toBe(digest);
    await store.close();
  });
});

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { build } from "vite";
import { expect, onTestFinished, test } from "vitest";
import { openIngestToken } from "../../../electron/http/ingest-token.ts";
import { openStore } from "../../../electron/store/open.ts";
import { arrival } from "./running-feed.ts";

const kills = 50;
const projectFolder = fileURLToPath(new URL("../../..", import.meta.url));
const source = fileURLToPath(new URL("./feed-process.ts", import.meta.url));

/** After how many acknowledged batches each process is killed, in the middle of the next ones. */
const [plan = []] = fc.sample(
  fc.array(fc.integer({ min: 1, max: 12 }), { minLength: kills, maxLength: kills }),
  {
    seed: 1,
    numRuns: 1,
  },
);

test(`${kills} × kill -9 while events are posted: nothing acknowledged is lost, nothing is there twice`, async () => {
  const folder = temporaryFolder(tmpdir());
  const script = await bundle();
  const token = openIngestToken(folder).value();
  const acknowledged = new Set<string>();
  const unanswered: Record<string, unknown>[] = [];
  let made = 0;

  /** Posts one batch: first what an earlier process did not answer for, then new events. */
  async function postBatch(url: string): Promise<boolean> {
    const batch = unanswered.splice(0, 5);
    while (batch.length < 5) {
      made += 1;
      batch.push(arrival(String(made)));
    }
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/cloudevents-batch+json",
        },
        body: JSON.stringify(batch),
      });
      const { results } = (await response.json()) as { results: { id: string; status: string }[] };
      for (const { id, status } of results) {
        expect(["accepted", "duplicate"]).toContain(status);
        acknowledged.add(id);
      }
      return true;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      unanswered.push(...batch);
      return false;
    }
  }

  async function postUntilKilled({ child, url }: FeedProcess, batchesBeforeKill: number): Promise<void> {
    let answered = 0;
    const senders = Array.from({ length: 4 }, async () => {
      while (await postBatch(url)) {
        answered += 1;
        if (answered === batchesBeforeKill) child.kill("SIGKILL");
      }
    });
    const ended = once(child, "exit");
    await Promise.all(senders);
    await ended;
  }

  for (const batchesBeforeKill of plan) {
    await postUntilKilled(await startFeed(script, folder), batchesBeforeKill);
  }

  const last = await startFeed(script, folder);
  while (unanswered.length > 0) await postBatch(last.url);
  last.child.kill("SIGKILL");
  await once(last.child, "exit");

  const store = await openStore(join(folder, "vigie.db"));
  onTestFinished(() => store.close());
  expect(acknowledged.size).toBe(made);
  const check = await store.check();
  expect(check).toMatchObject({ ok: true, problems: [], rejects: 0, events: made, cases: made });
  for (const id of acknowledged) expect(await store.eventsOf(`case-${id}`)).toHaveLength(1);
  const digest = await store.projectionDigest();
  await store.rebuild();
  expect(await store.projectionDigest()).toBe(digest);
}, 300_000);

interface FeedProcess {
  readonly child: ChildProcess;
  readonly url: string;
}

async function startFeed(script: string, folder: string): Promise<FeedProcess> {
  const child = spawn(process.execPath, [script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  if (child.stdout === null) throw new Error("the process has no output");
  const [url] = await Promise.race([
    once(createInterface(child.stdout), "line"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`the feed did not start (${code})`))),
  ]);
  return { child, url };
}

function temporaryFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, "vigie-kill-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The feed's process as one file: fifty starts of many small files would take minutes. */
async function bundle(): Promise<string> {
  // Inside the project, because the database driver is looked for from there.
  const outDir = temporaryFolder(join(projectFolder, "node_modules"));
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true, external: ["better-sqlite3"] },
    build: {
      ssr: source,
      outDir,
      rolldownOptions: { external: ["protobufjs/minimal"], output: { entryFileNames: "feed-process.js" } },
    },
  });
  return join(outDir, "feed-process.js");
}

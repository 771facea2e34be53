/** A real store behind the real HTTP feed, on a free port; both are gone after the test. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type RequestLimit, registerHttpFeed } from "../../../electron/feeds/http/http-feed.ts";
import { type IngestToken, openIngestToken } from "../../../electron/http/ingest-token.ts";
import { createGuardedServer } from "../../../electron/http/server.ts";
import { createClock } from "../../../electron/services/clock.ts";
import { createIngest, type Ingest } from "../../../electron/services/ingest.ts";
import { openStore } from "../../../electron/store/open.ts";
import type { Store } from "../../../electron/store/store.ts";

export interface RunningFeed {
  readonly port: number;
  readonly url: string;
  readonly store: Store;
  readonly token: IngestToken;
  /** Everything that lies on disk, as one buffer. */
  bytesOnDisk(): Buffer;
  /** Posts a body with the right token, unless headers say otherwise. */
  post(contentType: string, body: string, headers?: Record<string, string>): Promise<Response>;
}

export interface FeedChanges {
  /** Swaps the way into the log, for faults that a test can't bring about. */
  readonly replace?: (ingest: Ingest) => Ingest;
  readonly limit?: RequestLimit;
}

/** Starts it. */
export async function runFeed({
  replace = (ingest) => ingest,
  limit,
}: FeedChanges = {}): Promise<RunningFeed> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-feed-"));
  const store = await openStore(join(folder, "vigie.db"));
  const token = openIngestToken(folder);
  const server = createGuardedServer();
  const ingest = replace(createIngest(store, createClock()));
  registerHttpFeed(server, { ingest, token, ...(limit === undefined ? {} : { limit }) });
  const { port } = await server.listen(0);
  onTestFinished(async () => {
    await server.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${port}/v1/events`;
  return {
    port,
    url,
    store,
    token,
    bytesOnDisk: () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
    post: (contentType, body, headers = {}) =>
      fetch(url, {
        method: "POST",
        headers: { "content-type": contentType, authorization: `Bearer ${token.value()}`, ...headers },
        body,
      }),
  };
}

/** An arrival at a counter, as a feed sends it. */
export function arrival(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    specversion: "1.0",
    id,
    source: "test",
    type: "vigie.case.arrived",
    subject: `case-${id}`,
    time: "2026-11-24T09:00:00+01:00",
    datacontenttype: "application/json",
    data: { site: "hall", service: "passports", channel: "counter", ticket: "A001" },
    ...more,
  };
}

/** How many events and rejects a store holds. */
export async function heldBy(store: Store): Promise<{ events: number; rejects: number }> {
  const { events, rejects } = await store.check();
  return { events, rejects };
}

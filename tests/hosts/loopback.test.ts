import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import type { ContractRouterClient } from "@orpc/contract";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { type Config, readConfig } from "../../electron/config.ts";
import { type Loopback, startLoopback } from "../../electron/loopback.ts";
import type { contract } from "../../shared/contract/contract.ts";
import { sendRaw } from "../feeds/http/raw-http.ts";
import { arrival } from "../feeds/http/running-feed.ts";

type Client = ContractRouterClient<typeof contract>;

let screens: string;

beforeAll(() => {
  screens = mkdtempSync(join(tmpdir(), "vigie-screens-"));
  mkdirSync(join(screens, "assets"));
  writeFileSync(join(screens, "index.html"), "<!doctype html><title>Vigie</title>");
  writeFileSync(join(screens, "assets", "main-1a2b.js"), "export {};");
  return () => rmSync(screens, { recursive: true, force: true });
});

function newConfig(port = 0): Config {
  const folder = mkdtempSync(join(tmpdir(), "vigie-loopback-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return readConfig(["--browser", "--no-open", "--port", String(port)], { VIGIE_HOME: folder });
}

async function start(config = newConfig()): Promise<Loopback> {
  const running = await startLoopback(config, screens);
  onTestFinished(() => running.close());
  return running;
}

/** Trades the launch token as the page does; gives the Cookie header that a browser would send. */
async function signIn({ url, launchUrl }: Loopback): Promise<string> {
  const response = await fetch(`${url}session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: new URL(launchUrl).hash.replace("#launch=", "") }),
  });
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** Opens the socket with these headers: the socket, or the status of the refusal. */
function openSocket(port: number, headers: Record<string, string>): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers });
    socket.on("open", () => resolve(socket));
    socket.on("unexpected-response", (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on("error", reject);
  });
}

async function connect(running: Loopback, cookie: string): Promise<Client> {
  const socket = await openSocket(running.port, { cookie, origin: `http://127.0.0.1:${running.port}` });
  if (typeof socket === "number") throw new Error(`refused with ${socket}`);
  // The client is typed for a browser's WebSocket, of which this one is a superset.
  return createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
}

describe("the socket", () => {
  test("answers a page that has a session, and carries faults as they are", async () => {
    const running = await start();
    const client = await connect(running, await signIn(running));
    expect(await client.console.status()).toMatchObject({ host: "browser", storeFault: null });
    await expect(client.case.get({ id: "nobody" })).rejects.toMatchObject({
      code: "FAULT",
      data: { code: "not_found", data: { caseId: "nobody" } },
    });
    expect(await client.feed.http()).toEqual({
      url: `${running.url}v1/events`,
      token: expect.stringMatching(/^vigie_[\w-]{43}$/),
    });
  });

  test("shows what is posted, in order and without asking again", async () => {
    const running = await start();
    const client = await connect(running, await signIn(running));
    const access = await client.feed.http();
    const messages = await client.floor.watch({ siteId: null });
    const seen: string[] = [];
    let newestMs = 0;
    for await (const message of messages) {
      if (message.kind === "snapshot") {
        for (const id of ["1", "2", "3"]) {
          const response = await fetch(access?.url ?? "", {
            method: "POST",
            headers: {
              "content-type": "application/cloudevents+json",
              authorization: `Bearer ${access?.token}`,
            },
            body: JSON.stringify(arrival(id, { time: new Date().toISOString() })),
          });
          expect(response.status).toBe(202);
        }
      }
      expect(message.atMs).toBeGreaterThanOrEqual(newestMs);
      newestMs = message.atMs;
      seen.push(...message.cases.map((row) => row.id));
      if (seen.includes("case-3")) break;
    }
    expect(seen).toEqual(["case-1", "case-2", "case-3"]);
  });

  test.each([
    ["without a session", (origin: string) => ({ origin }), 401],
    ["with a made-up session", (origin: string) => ({ origin, cookie: "vigie_session_0=1.2.3" }), 401],
    ["from another site", () => ({ origin: "https://evil.example" }), 403],
    ["without an origin", () => ({}), 403],
  ])("is refused %s", async (_name, headers, status) => {
    const running = await start();
    const cookie = await signIn(running);
    const base = status === 403 ? { cookie } : {};
    const origin = `http://127.0.0.1:${running.port}`;
    expect(await openSocket(running.port, { ...base, ...headers(origin) })).toBe(status);
  });

  test("is on one path only", async () => {
    const running = await start();
    const lines = [
      `Host: 127.0.0.1:${running.port}`,
      `Origin: http://127.0.0.1:${running.port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ];
    expect((await sendRaw(running.port, ["GET /v1/events HTTP/1.1", ...lines])).status).toBe(404);
    expect((await sendRaw(running.port, ["GET /rpc HTTP/1.1", "Host: evil", ...lines.slice(1)])).status).toBe(
      403,
    );
  });

  test("is closed with the console, which does not wait for it", async () => {
    const running = await startLoopback(newConfig(), screens);
    const cookie = await signIn(running);
    const socket = await openSocket(running.port, { cookie, origin: running.url.slice(0, -1) });
    if (typeof socket === "number") throw new Error(`refused with ${socket}`);
    const closed = new Promise<number>((resolve) => socket.on("close", resolve));
    await running.close();
    expect(await closed).toBe(1001);
  });
});

describe("the screens", () => {
  test("are served anew each time, and their assets kept for ever", async () => {
    const { url } = await start();
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.text()).toContain("<title>Vigie");
    const asset = await fetch(`${url}assets/main-1a2b.js`);
    expect(asset.headers.get("cache-control")).toContain("immutable");
  });

  test("hide everything else on the disk", async () => {
    const { url, port } = await start();
    for (const path of [
      "/../session-key",
      "/..%2f..%2fetc%2fpasswd",
      "/%2e%2e/session-key",
      "/.git/config",
    ]) {
      const answer = await sendRaw(port, [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        "Accept: text/html",
        "Connection: close",
      ]);
      expect([403, 404]).toContain(answer.status);
    }
    expect((await fetch(`${url}assets/other.js`)).status).toBe(404);
  });
});

test("a restart logs nobody out", async () => {
  const config = newConfig();
  const first = await startLoopback(config, screens);
  const cookie = await signIn(first);
  await first.close();
  const second = await start({ ...config, port: first.port });
  expect(await (await connect(second, cookie)).console.status()).toMatchObject({ host: "browser" });
});

test("a taken port is a fault that names it, and nothing is left open", async () => {
  const other = await start();
  const config = newConfig(other.port);
  await expect(startLoopback(config, screens)).rejects.toMatchObject({
    code: "port_taken",
    data: { port: other.port },
  });
  // The store's owner is gone, so it opens at once.
  await start({ ...config, port: 0 });
});

test("a port taken by another Vigie of the same person is a fault that names its process", async () => {
  const config = newConfig();
  const running = await start(config);
  const second = { ...config, port: running.port, storePath: `${config.storePath}.second` };
  await expect(startLoopback(second, screens)).rejects.toMatchObject({
    code: "port_taken",
    data: { port: running.port, pid: process.pid, storePath: config.storePath },
  });
});

test("screens that were not built are a fault that says how to build them", async () => {
  await expect(startLoopback(newConfig(), "/nowhere")).rejects.toMatchObject({
    code: "file_unreadable",
    message: expect.stringContaining("npm run build"),
  });
});

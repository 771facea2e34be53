import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import type { ContractRouterClient } from "@orpc/contract";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { DraftKeeper } from "../../renderer/coaching/draft-keeper.ts";
import { DraftStore, newNote } from "../../renderer/coaching/draft-store.ts";
import type { contract } from "../../shared/contract/contract.ts";

type Client = ContractRouterClient<typeof contract>;

const kills = 20;
const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
const keystrokeEveryMs = 40;
const mostLostMs = 2_000;

interface Keystroke {
  readonly text: string;
  readonly atMs: number;
}

async function startConsole(home: string): Promise<{ child: ChildProcess; launchUrl: URL }> {
  const child = spawn(
    process.execPath,
    ["electron/cli.ts", "start", "--browser", "--no-open", "--port", "0"],
    {
      cwd: projectFolder,
      env: { ...process.env, VIGIE_HOME: home },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w.-]+/.exec(said)?.[0];
    if (address !== undefined) return { child, launchUrl: new URL(address) };
  }
  throw new Error(`The console ended:\n${said}`);
}

/** Opens the socket as the page does. */
async function connect({ origin, hash }: URL): Promise<{ client: Client; socket: WebSocket }> {
  const response = await fetch(`${origin}/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: hash.replace("#launch=", "") }),
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  const socket = new WebSocket(`${origin.replace("http", "ws")}/rpc`, { headers: { cookie, origin } });
  await once(socket, "open");
  // The client is typed for a browser's WebSocket, of which this one is a superset.
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  return { client: createORPCClient(link), socket };
}

/** Types into the draft of a page without a pause; gives every keystroke that came before the process died. */
function typeUntil(count: number, drafts: DraftStore, round: number): Promise<Keystroke[]> {
  const typed: Keystroke[] = [];
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const text = `${round}:${typed.length}`;
      drafts.change(newNote, { text });
      typed.push({ text, atMs: performance.now() });
      if (typed.length < count) return;
      clearInterval(timer);
      resolve(typed);
    }, keystrokeEveryMs);
  });
}

test(`at most two seconds of typing are lost in each of ${kills} kills`, async () => {
  const home = mkdtempSync(join(tmpdir(), "vigie-drafts-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  let before: readonly Keystroke[] = [];
  const lostMs: number[] = [];
  for (let round = 0; round <= kills; round += 1) {
    const { child, launchUrl } = await startConsole(home);
    const { client, socket } = await connect(launchUrl);
    const drafts = new DraftStore();
    const keeper = new DraftKeeper(drafts, client.note);
    await new Promise<void>((resolve) => {
      const stop = keeper.subscribe(() => {
        stop();
        resolve();
      });
    });
    if (before.length > 0) {
      const kept = drafts.drafts().get(newNote)?.fields.text;
      const found = before.find((keystroke) => keystroke.text === kept);
      lostMs.push((before.at(-1)?.atMs ?? 0) - (found?.atMs ?? Number.NEGATIVE_INFINITY));
    }
    drafts.start({});
    // Long enough for a first draft to be due, and each time killed somewhere else between two of them.
    before = await typeUntil(55 + ((round * 7) % 23), drafts, round);
    child.kill("SIGKILL");
    await once(child, "exit");
    socket.terminate();
  }
  expect(lostMs).toHaveLength(kills);
  expect(Math.max(...lostMs)).toBeLessThanOrEqual(mostLostMs);
}, 600_000);

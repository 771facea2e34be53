import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
const isBuilt = existsSync(join(projectFolder, "out/renderer/index.html"));
const withScreens = test.skipIf(!isBuilt);
const note = isBuilt ? "" : " (skipped: the screens are not built)";

interface Started {
  readonly process: ChildProcess;
  /** What it has said so far, both streams. */
  said(): string;
  /** Resolves when it has said something that matches; rejects where it ends before. */
  says(pattern: RegExp): Promise<string>;
  readonly ended: Promise<number | null>;
}

/** `vigie start` in a process of its own, in English and without a display. */
function start(home: string, ...flags: string[]): Started {
  const child = spawn(process.execPath, ["electron/cli.ts", "start", ...flags], {
    cwd: projectFolder,
    env: { PATH: process.env["PATH"], HOME: home, VIGIE_HOME: home, LANG: "en_GB.UTF-8" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    process: child,
    said: () => text,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text)?.[0];
          if (found !== undefined) resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`it ended without saying ${pattern}: ${text}`)));
      }),
  };
}

const launchAddress = /http:\/\/127\.0\.0\.1:\d+\/#launch=\S+/;

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), "vigie-launch-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

withScreens(
  `the start says why there is no window and prints an address that opens the console once${note}`,
  async () => {
    const home = newHome();
    const started = start(home, "--port", "0");
    const address = new URL(await started.says(launchAddress));
    expect(started.said()).toContain("there is no display here");
    const trade = () =>
      fetch(new URL("/session", address), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token: address.hash.replace("#launch=", "") }),
      });
    expect((await trade()).status).toBe(204);
    expect((await trade()).status).toBe(401);
    started.process.kill("SIGTERM");
    expect(await started.ended).toBe(0);
    const log = join(home, "vigie.log");
    expect(existsSync(log) ? readFileSync(log, "utf8") : "").not.toContain("launch");
  },
);

withScreens(
  `a second start on the same store names the first one's process and changes nothing${note}`,
  async () => {
    const home = newHome();
    const first = start(home, "--browser", "--no-open", "--port", "0");
    await first.says(launchAddress);
    const second = start(home, "--browser", "--no-open", "--port", "0");
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`process ${first.process.pid}`);
  },
);

withScreens(`a second start that wants a window opens the console that is running${note}`, async () => {
  const home = newHome();
  const first = start(home, "--browser", "--no-open", "--port", "0");
  const { origin } = new URL(await first.says(launchAddress));
  const second = start(home, "--browser", "--port", "0");
  expect(await second.ended).toBe(0);
  expect(second.said()).toContain(`process ${first.process.pid}`);
  const address = new URL(launchAddress.exec(second.said())?.[0] ?? "about:blank");
  expect(address.origin).toBe(origin);
  const response = await fetch(new URL("/session", address), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: address.hash.replace("#launch=", "") }),
  });
  expect(response.status).toBe(204);
});

withScreens(`a taken port is named, and no other is used instead${note}`, async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => {
      const address = other.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  onTestFinished(() => void other.close());
  const started = start(newHome(), "--browser", "--no-open", "--port", String(port));
  expect(await started.ended).toBe(1);
  expect(started.said()).toContain(`Port ${port} on 127.0.0.1 is used by another program`);
  expect(started.said()).not.toMatch(launchAddress);
});

test("the desktop window that can't be had is a fault where it was asked for", async () => {
  const started = start(newHome(), "--desktop");
  expect(await started.ended).toBe(1);
  expect(started.said()).toContain("The desktop window can't be opened.");
});

/** A console started for one test: its own data folder, its own port, ended with the test. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron, type Browser, type Page } from "@playwright/test";
import { openStore } from "../../electron/store/open.ts";
import type { DirectoryDraft } from "../../shared/domain/directory.ts";
import type { Settings } from "../../shared/domain/settings.ts";
import { electronRuntime } from "../helpers/electron-runtime.ts";

export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

export interface StartOptions {
  /** What a person chose before; with `onboarded` the first-start page is behind them. */
  readonly settings: Partial<Settings>;
  /** What a person entered before: sites, services, the backup roster. */
  readonly directory: DirectoryDraft | null;
  readonly demo: boolean;
}

/** Told of the page before anything is loaded into it. */
export type PageWatch = (page: Page) => void;

export interface RunningConsole {
  /** Where settings, tokens and the store are. */
  readonly home: string;
  readonly page: Page;
  /** Where events are posted. */
  readonly feedUrl: string;
  readonly ingestToken: string;
  close(): Promise<void>;
}

/** Makes a data folder that holds what a person chose and entered before. */
export async function makeHome({ settings, directory }: StartOptions): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "vigie-e2e-"));
  writeFileSync(join(home, "settings.json"), JSON.stringify(settings));
  if (directory !== null) {
    const store = await openStore(join(home, "vigie.db"));
    await store.putDirectory(directory);
    await store.close();
  }
  return home;
}

/** Starts the browser host on a data folder and opens its address in a new page. */
export async function startInBrowser(
  browser: Browser,
  home: string,
  { demo }: StartOptions,
  watch: PageWatch,
): Promise<RunningConsole> {
  const flags = ["--browser", "--no-open", "--port", "0", ...(demo ? ["--demo"] : [])];
  const child = spawn(process.execPath, ["electron/cli.ts", "start", ...flags], {
    cwd: projectFolder,
    env: { ...process.env, VIGIE_HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const launchUrl = await launchAddressOf(child);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  watch(page);
  await page.goto(launchUrl);
  return {
    home,
    page,
    feedUrl: new URL("/v1/events", launchUrl).href,
    ingestToken: tokenOf(home),
    async close() {
      await context.close();
      await end(child);
    },
  };
}

/** Starts the desktop window on a data folder. */
export async function startOnDesktop(
  home: string,
  { demo }: StartOptions,
  watch: PageWatch,
): Promise<RunningConsole> {
  const executablePath = electronRuntime();
  if (executablePath === undefined) throw new Error("There is no Electron runtime.");
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath,
    args: [
      ...(isRoot ? ["--no-sandbox"] : []),
      projectFolder,
      "--desktop",
      "--port",
      String(port),
      ...(demo ? ["--demo"] : []),
    ],
    cwd: projectFolder,
    env: { ...definedOnly(process.env), VIGIE_HOME: home },
  });
  const page = await app.firstWindow();
  watch(page);
  return {
    home,
    page,
    feedUrl: `http://127.0.0.1:${port}/v1/events`,
    ingestToken: tokenOf(home),
    close: () => app.close(),
  };
}

/** Ends what a test left in its data folder. */
export function removeHome(home: string): void {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

function tokenOf(home: string): string {
  return readFileSync(join(home, "ingest-token"), "utf8").trim();
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** The address that the start command prints; rejects with what it said where it ends instead. */
function launchAddressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w.-]+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => reject(new Error(`The console ended with ${code}:\n${said}`)));
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("No port was given."));
        else resolve(address.port);
      });
    });
  });
}

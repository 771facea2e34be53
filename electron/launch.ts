/** `vigie start`: chooses the host that this machine can show, says which and why, and runs it. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Fault } from "../shared/faults.ts";
import { type Config, readConfig } from "./config.ts";
import { findBrowser, hasDisplay, openBrowserWindow, windowArguments } from "./hosts/browser-window.ts";
import { findDesktopRuntime } from "./hosts/desktop-runtime.ts";
import { runningConsoles } from "./hosts/running.ts";
import { openSessions } from "./hosts/session.ts";
import { type BrowserReason, type LaunchWords, launchWords } from "./launch-words.ts";
import { launchAddress, startLoopback } from "./loopback.ts";

const projectFolder = fileURLToPath(new URL("..", import.meta.url));

/** A runtime that ends with an error this soon never showed a window, in milliseconds. */
const earlyEndMs = 10_000;

/** How long the console may take to close its store before it is ended, in milliseconds. */
const closeMs = 10_000;

/**
 * Runs the console until it is closed.
 *
 * @throws Fault such as `invalid_input`, `store_owned`, `port_taken`, or `not_found` where the desktop
 *   host was asked for and can't be had
 */
export async function launch(args: readonly string[]): Promise<void> {
  const config = readConfig(args, process.env);
  const words = launchWords(process.env);
  const reason = await tryDesktop(config, args, words);
  if (reason === null) return;
  if (config.host === "desktop") {
    throw new Fault("not_found", `The desktop window can't be opened. ${words.browserBecause(reason)}`, {
      reason,
    });
  }
  console.log(words.browserBecause(reason));
  await runInBrowser(config, words);
}

/** Runs the desktop host to its end; the reason where that is not possible or not wanted. */
async function tryDesktop(
  config: Config,
  args: readonly string[],
  words: LaunchWords,
): Promise<BrowserReason | null> {
  const isAsked = config.host === "desktop";
  if (config.host === "browser") return "asked";
  if (!config.open && !isAsked) return "no_window_wanted";
  if (!hasDisplay(process.platform, process.env)) return "no_display";
  if (!existsSync(join(projectFolder, "out/main/main.js"))) return "not_built";
  const runtime = findDesktopRuntime(config.dataFolder);
  let path = runtime.installed();
  if (path === undefined && (isAsked || !runtime.triedBefore())) {
    console.log(words.fetching);
    path = await runtime.fetch();
  }
  if (path === undefined) return "no_runtime";
  console.log(words.desktop);
  return (await runDesktop(path, args)) ? null : "runtime_failed";
}

/** Resolves when the desktop host has ended: false where it never came up. */
function runDesktop(path: string, args: readonly string[]): Promise<boolean> {
  const startedAtMs = performance.now();
  const desktop = spawn(path, [projectFolder, ...args], {
    stdio: "inherit",
    // Chromium refuses to start for root on Linux with its sandbox on.
    env: isLinuxRoot() ? { ...process.env, ELECTRON_DISABLE_SANDBOX: "1" } : process.env,
  });
  const end = () => desktop.kill();
  process.once("SIGTERM", end);
  // The terminal sends this one to the desktop host too, which then ends by itself.
  process.once("SIGINT", () => undefined);
  return new Promise((resolve, reject) => {
    desktop.once("error", () => resolve(false));
    desktop.once("exit", (code) => {
      process.off("SIGTERM", end);
      if (code === null || code === 0) resolve(true);
      else if (performance.now() - startedAtMs < earlyEndMs) resolve(false);
      else
        reject(new Fault("internal", `The desktop window ended unexpectedly (${code}).`, { exitCode: code }));
    });
  });
}

async function runInBrowser(config: Config, words: LaunchWords): Promise<void> {
  const console_ = await startLoopback(config).catch((error: unknown) => {
    const running = runningConsoles(config.dataFolder).find(
      ({ storePath }) => storePath === config.storePath,
    );
    const isOwned = error instanceof Fault && error.code === "store_owned";
    if (!isOwned || !config.open || running === undefined) throw error;
    console.log(words.alreadyRunning(running.pid, running.url));
    const token = openSessions(config.dataFolder).launchToken();
    return { url: running.url, launchUrl: launchAddress(running.url, token), close: null };
  });
  if (console_.close !== null) closeOnSignals(console_.close, words);
  await show(config, console_, words);
  if (console_.close !== null) console.log(words.howToStop);
}

/** Opens a window where that is wanted and possible, else prints the address. */
async function show(
  config: Config,
  { url, launchUrl }: { url: string; launchUrl: string },
  words: LaunchWords,
): Promise<void> {
  const browser =
    config.open && hasDisplay(process.platform, process.env)
      ? findBrowser(process.platform, process.env, existsSync)
      : undefined;
  if (browser !== undefined) {
    const profile = join(config.dataFolder, "browser-profile");
    const args = windowArguments(launchUrl, profile, { isRoot: isLinuxRoot() });
    if (await openBrowserWindow(browser, args)) {
      console.log(words.window(basename(browser), url));
      return;
    }
    console.log(words.windowFailed);
  }
  console.log(words.address(launchUrl));
}

function closeOnSignals(close: () => Promise<void>, words: LaunchWords): void {
  let isClosing = false;
  const end = () => {
    // Asked twice: the person does not want to wait.
    if (isClosing) process.exit(1);
    isClosing = true;
    console.log(words.stopping);
    setTimeout(() => process.exit(1), closeMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
}

function isLinuxRoot(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0;
}

/** A Chromium for the end-to-end tests: the one that is there, or one that is installed for them. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findBrowser } from "../../electron/hosts/browser-window.ts";

/** Names the executable to use, before any that would be found. */
const variable = "VIGIE_CHROMIUM";

/** The executable of a Chromium, Chrome or Edge; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env[variable];
  if (named !== undefined) return existsSync(named) ? named : undefined;
  const installed = findBrowser(process.platform, process.env, existsSync);
  if (installed !== undefined) return installed;
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : undefined;
}

/**
 * Finds a Chromium or installs one, and says which.
 *
 * @returns its executable, or why there is none
 */
export function ensureChromium(): { path: string } | { path: null; reason: string } {
  const found = findChromium();
  if (found !== undefined) return say(`End-to-end tests run in ${found}.`, found);
  const named = process.env[variable];
  if (named !== undefined) return { path: null, reason: `${variable} names ${named}, which is not there` };
  for (const [what, ...commands] of installers()) {
    console.log(
      `There is no Chromium here. Installing one ${what}: ${commands.map((one) => one.join(" ")).join(" && ")}`,
    );
    const isDone = commands.every(([command = "", ...args]) => run(command, args));
    const path = findChromium();
    if (isDone && path !== undefined)
      return say(`End-to-end tests run in ${path}, installed just now.`, path);
    console.log("That did not work.");
  }
  return { path: null, reason: "there is no Chromium and none could be installed" };
}

type Installer = [what: string, ...commands: string[][]];

/** The ways to install one on this machine, the most native first. */
function installers(): Installer[] {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const apt: Installer = [
    "from the system's packages",
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ];
  const playwright: Installer = [
    "with Playwright",
    ["npm", "exec", "--", "playwright", "install", "chromium", "--no-shell"],
  ];
  return isRootOnDebian ? [apt, playwright] : [playwright];
}

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    shell: process.platform === "win32",
  });
  return status === 0;
}

function say(sentence: string, path: string): { path: string } {
  console.log(sentence);
  return { path };
}

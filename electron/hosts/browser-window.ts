/** An app window of the browser that is installed: no tabs, no address bar, a profile of its own. */
import { spawn } from "node:child_process";
import { join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

const linuxNames = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const macNames = ["Google Chrome", "Chromium", "Microsoft Edge"];
const windowsPaths = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** How soon a browser that can't start gives up, in milliseconds. */
const startupMs = 5_000;

/** Whether there is a screen to open a window on. */
export function hasDisplay(platform: NodeJS.Platform, environment: Environment): boolean {
  if (platform === "win32" || platform === "darwin") return true;
  return Boolean(environment["DISPLAY"]) || Boolean(environment["WAYLAND_DISPLAY"]);
}

/** The installed Chrome, Chromium or Edge, in that order; undefined where there is none. */
export function findBrowser(
  platform: NodeJS.Platform,
  environment: Environment,
  exists: (path: string) => boolean,
): string | undefined {
  return candidates(platform, environment).find(exists);
}

/** What the browser is started with. */
export function windowArguments(
  url: string,
  profileFolder: string,
  { isRoot }: { isRoot: boolean },
): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileFolder}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--window-size=1440,900",
    // Chromium refuses to start for root on Linux with its sandbox on.
    ...(isRoot ? ["--no-sandbox"] : []),
  ];
}

/**
 * Opens the window and lets it live on its own. Resolves to whether the browser took the address: it
 * is still there after a few seconds, or it handed the address to a window that was open already.
 */
export function openBrowserWindow(browserPath: string, args: readonly string[]): Promise<boolean> {
  const browser = spawn(browserPath, args, { detached: true, stdio: "ignore" });
  browser.unref();
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, startupMs, true);
    browser.once("error", () => finish(false));
    browser.once("exit", (code) => finish(code === 0));
    function finish(opened: boolean): void {
      clearTimeout(patience);
      resolve(opened);
    }
  });
}

function candidates(platform: NodeJS.Platform, environment: Environment): string[] {
  if (platform === "darwin")
    return macNames.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === "win32") {
    const roots = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap(
      (name) => environment[name] ?? [],
    );
    return windowsPaths.flatMap((path) => roots.map((root) => `${root}\\${path}`));
  }
  const folders = (environment["PATH"] ?? "").split(":").filter((folder) => folder.startsWith("/"));
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

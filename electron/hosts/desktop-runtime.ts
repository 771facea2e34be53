/** The runtime of the desktop host: where it is installed, and fetching it where that is possible. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** How long the one quiet attempt to fetch the runtime may take, in milliseconds. */
const fetchMs = 60_000;

const triedFile = "desktop-runtime-tried";

export interface DesktopRuntime {
  /** The executable; undefined where it is not installed. */
  installed(): string | undefined;
  /** Whether fetching was tried already, for this version of the runtime, and failed. */
  triedBefore(): boolean;
  /** Tries to fetch it, for at most a minute; remembers a failure. */
  fetch(): Promise<string | undefined>;
}

/** The runtime that this version of the console is made for. */
export function findDesktopRuntime(dataFolder: string): DesktopRuntime {
  const folder = runtimeFolder();
  const tried = join(dataFolder, triedFile);

  function installed(): string | undefined {
    if (folder === undefined) return undefined;
    // Asking the package itself would start a download.
    const name = readText(join(folder, "path.txt"));
    const path = name === undefined ? undefined : join(folder, "dist", name);
    return path !== undefined && existsSync(path) ? path : undefined;
  }

  return {
    installed,
    triedBefore: () => readText(tried) === versionOf(folder),
    async fetch() {
      if (folder !== undefined) await run(join(folder, "install.js"));
      const path = installed();
      if (path === undefined) {
        mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
        writeFileSync(tried, versionOf(folder));
      }
      return path;
    },
  };
}

function runtimeFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve("electron/package.json"));
  } catch {
    return undefined;
  }
}

function versionOf(folder: string | undefined): string {
  const text = folder === undefined ? undefined : readText(join(folder, "package.json"));
  return text === undefined ? "none" : String(JSON.parse(text).version);
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
}

function run(script: string): Promise<void> {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [script], { stdio: "ignore", timeout: fetchMs });
    installer.once("error", () => resolve());
    installer.once("exit", () => resolve());
  });
}

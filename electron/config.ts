/** Flags and environment, read once, as one frozen value. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Fault } from "../shared/faults.ts";

/** Where the console listens unless told otherwise. */
export const defaultPort = 7468;

export interface Config {
  /** The store's file. */
  readonly storePath: string;
  /** Settings, tokens, logs and backups live here. */
  readonly dataFolder: string;
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Which host is wanted; `auto` takes Electron where its runtime is there. */
  readonly host: "auto" | "browser" | "desktop";
  /** Whether a window is opened. */
  readonly open: boolean;
  /** Whether the demo floor starts with the console; `when_empty`: where the store has no events yet. */
  readonly demo: "on" | "when_empty" | "off";
}

/**
 * Reads the flags of `vigie start`.
 *
 * @throws Fault `invalid_input`, naming the flag
 */
export function readConfig(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const flags = readFlags(args);
  const dataFolder = resolve(environment["VIGIE_HOME"] ?? defaultDataFolder(environment));
  const port = Number(flags.port ?? environment["VIGIE_PORT"] ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Fault("invalid_input", `--port ${flags.port ?? ""} is not a port between 0 and 65535.`, {
      flag: "port",
    });
  }
  if (flags.browser && flags.desktop) {
    throw new Fault("invalid_input", "--browser and --desktop exclude each other.", { flag: "browser" });
  }
  return Object.freeze({
    storePath: resolve(flags.db ?? join(dataFolder, "vigie.db")),
    dataFolder,
    port,
    host: flags.browser ? "browser" : flags.desktop ? "desktop" : "auto",
    open: !flags["no-open"],
    demo: flags.demo ? "on" : flags["demo-when-empty"] ? "when_empty" : "off",
  });
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        browser: { type: "boolean", default: false },
        desktop: { type: "boolean", default: false },
        port: { type: "string" },
        db: { type: "string" },
        "no-open": { type: "boolean", default: false },
        demo: { type: "boolean", default: false },
        "demo-when-empty": { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new Fault("invalid_input", error instanceof Error ? error.message : String(error));
  }
}

function defaultDataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === "win32") {
    return join(environment["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "Vigie");
  }
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "Vigie");
  return join(environment["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "vigie");
}

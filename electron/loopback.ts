/** The same console for an ordinary browser, on 127.0.0.1. */
import { fileURLToPath } from "node:url";
import { Fault } from "../shared/faults.ts";
import { composeConsole } from "./compose.ts";
import type { Config } from "./config.ts";
import { type PrintPlace, printInBrowser } from "./hosts/browser-print.ts";
import { openBrowserSettings } from "./hosts/browser-settings.ts";
import { rememberRunning, runningConsoles } from "./hosts/running.ts";
import { openSessions, ownSession, registerSession } from "./hosts/session.ts";
import { serveScreens } from "./hosts/static.ts";
import { serveUploads } from "./hosts/uploads.ts";
import { serveRpc } from "./hosts/websocket.ts";
import type { GuardedServer } from "./http/server.ts";

const builtScreens = fileURLToPath(new URL("../out/renderer", import.meta.url));

export interface Loopback {
  /** The console's address, without a token. */
  readonly url: string;
  /** The address that opens the console once, for whoever started it. */
  readonly launchUrl: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Opens the store and serves the console.
 *
 * @param screens folder of the built screens
 * @throws Fault such as `store_owned`, `port_taken` or `file_unreadable`; nothing is left open then
 */
export async function startLoopback(config: Config, screens: string = builtScreens): Promise<Loopback> {
  let place: PrintPlace | undefined;
  const composed = await composeConsole(config, {
    settingsFile: openBrowserSettings(config.dataFolder),
    host: "browser",
    async print(address, signal) {
      if (place === undefined)
        throw new Fault("print_unavailable", "The console is not ready yet. Try again.");
      return printInBrowser(place, address, signal);
    },
  });
  try {
    const sessions = openSessions(config.dataFolder);
    registerSession(composed.server, sessions);
    serveRpc(composed.server, composed.router, sessions);
    serveUploads(composed.server, composed.uploads, sessions);
    serveScreens(composed.server, screens);
    const { port } = await listen(composed.server, config);
    const url = `http://127.0.0.1:${port}/`;
    place = { url, session: () => ownSession(sessions, port) };
    const forget = rememberRunning(config, { url, port });
    return {
      url,
      launchUrl: launchAddress(url, sessions.launchToken()),
      port,
      async close() {
        forget();
        await composed.close();
      },
    };
  } catch (error) {
    await composed.close();
    throw error;
  }
}

async function listen(server: GuardedServer, config: Config): Promise<{ port: number }> {
  try {
    return await server.listen(config.port);
  } catch (error) {
    const other = runningConsoles(config.dataFolder).find(({ port }) => port === config.port);
    if (!(error instanceof Fault) || error.code !== "port_taken" || other === undefined) throw error;
    throw new Fault(
      "port_taken",
      `Port ${config.port} is used by another Vigie (process ${other.pid}, store ${other.storePath}). Stop that one, or choose another port with --port (0 takes any free one).`,
      { port: config.port, pid: other.pid, storePath: other.storePath },
    );
  }
}

/** The address that carries a launch token where no server and no log sees it. */
export function launchAddress(url: string, token: string): string {
  return `${url}#launch=${token}`;
}

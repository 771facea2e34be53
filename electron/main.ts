/** The desktop console's entry: its life from start to end, and nothing of what it does in between. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { app, type BrowserWindow, dialog, session } from "electron";
import { Fault } from "../shared/faults.ts";
import { composeConsole } from "./compose.ts";
import { type Config, readConfig } from "./config.ts";
import { registerAppScheme, serveApp } from "./hosts/app-protocol.ts";
import { openDesktopSettings } from "./hosts/desktop-settings.ts";
import { serveWindow } from "./hosts/ipc.ts";
import { setMenu } from "./hosts/menu.ts";
import { guardNavigation } from "./hosts/navigation.ts";
import { guardPermissions } from "./hosts/permissions.ts";
import { printInWindow } from "./hosts/print-window.ts";
import { askBeforeLeaving } from "./hosts/unsaved.ts";
import { loadScreens, openWindow } from "./hosts/window.ts";

// The bundle's place: out/main/main.js, with the other two bundles beside it.
const preload = join(import.meta.dirname, "../preload/preload.cjs");
const screens = join(import.meta.dirname, "../renderer");

let window: BrowserWindow | undefined;
let wallboard: BrowserWindow | undefined;
/** Known once the console runs. */
let openMainWindow: (() => Promise<void>) | undefined;
let openWallboard: ((address: string) => Promise<void>) | undefined;
let closeConsole: (() => Promise<void>) | undefined;
let isClosing = false;

registerAppScheme();
app.enableSandbox();
guardNavigation(app, (address) => void openWallboard?.(address).catch(report));
app.on("window-all-closed", () => app.quit());
app.on("will-quit", endAfterClosing);
app.on("second-instance", () => {
  if (window === undefined) void openMainWindow?.().catch(report);
  else if (window.isMinimized()) window.restore();
  window?.focus();
});
begin().catch(giveUp);

async function begin(): Promise<void> {
  const config = readConfig(flagsOf(process.argv), process.env);
  // One owner per data folder: two consoles with two folders may well run side by side.
  const userData = join(config.dataFolder, "desktop");
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  app.setPath("userData", userData);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  await app.whenReady();
  await start(config);
}

async function start(config: Config): Promise<void> {
  const settingsFile = openDesktopSettings(config.dataFolder, ({ language }) => setMenu(language));
  const { router, server, uploads, close } = await composeConsole(config, {
    settingsFile,
    host: "desktop",
    // Asked for by a page or a schedule, so long after the router is there.
    print: (address, signal) => printInWindow(router, preload, address, signal),
  });
  closeConsole = close;
  await server.listen(config.port);
  guardPermissions(session.defaultSession);
  serveApp(session.defaultSession, screens, uploads);
  setMenu(settingsFile.read().language);
  if (!config.open) return;
  openMainWindow = async () => {
    window = openWindow(preload, config.dataFolder, "window");
    window.once("closed", () => {
      window = undefined;
    });
    askBeforeLeaving(window, () => settingsFile.read().language);
    serveWindow(window, router);
    await loadScreens(window);
  };
  openWallboard = async (address) => {
    if (wallboard === undefined) {
      wallboard = openWindow(preload, config.dataFolder, "wallboard");
      wallboard.once("closed", () => {
        wallboard = undefined;
      });
      serveWindow(wallboard, router);
    }
    await loadScreens(wallboard, address);
    wallboard.focus();
  };
  await openMainWindow();
}

/** Holds the end back until the console has closed its server and its store. */
function endAfterClosing(event: { preventDefault(): void }): void {
  if (closeConsole === undefined) return;
  event.preventDefault();
  if (isClosing) return;
  isClosing = true;
  closeConsole()
    .catch((error: unknown) => console.error(error))
    .finally(() => {
      closeConsole = undefined;
      app.quit();
    });
}

/** The console's own flags: what stands before the path of the app is for Electron. */
function flagsOf([, ...args]: readonly string[]): readonly string[] {
  if (app.isPackaged) return args;
  const path = args.findIndex((arg) => !arg.startsWith("-"));
  return path === -1 ? [] : args.slice(path + 1);
}

/** A window that can't be opened is no reason for the console to end. */
function report(error: unknown): void {
  console.error(error);
}

/** Says why the console can't start, and ends. */
async function giveUp(error: unknown): Promise<void> {
  if (!(error instanceof Fault)) console.error(error);
  dialog.showErrorBox("Vigie", error instanceof Error ? error.message : String(error));
  await closeConsole?.();
  app.exit(1);
}

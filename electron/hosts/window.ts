/** The one way to make a window: what a page may do is frozen here and nowhere else. */
import { app, BrowserWindow, type Rectangle, screen } from "electron";
import ElectronStore from "electron-store";
import { z } from "zod";
import { appOrigin } from "./app-files.ts";

const webPreferences = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Elsewhere the dictionaries would be fetched from a server outside.
  spellcheck: process.platform === "darwin",
});

const windowOptions = Object.freeze({
  title: "Vigie",
  width: 1440,
  height: 900,
  minWidth: 720,
  minHeight: 480,
  show: false,
  autoHideMenuBar: true,
});

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(windowOptions.minWidth),
  height: z.int().min(windowOptions.minHeight),
});

/** The console itself, and what hangs on a wall: each comes back on the display where it was last. */
export type WindowName = "window" | "wallboard";

/**
 * Opens one of the console's windows where it was last, and shows it once there is something to see.
 *
 * @param preload path of the built preload script
 * @param folder where the window's place is remembered
 */
export function openWindow(preload: string, folder: string, name: WindowName): BrowserWindow {
  const memory = new ElectronStore({ cwd: folder, name, clearInvalidConfig: true });
  const window = new BrowserWindow({
    ...windowOptions,
    ...rememberedPlace(memory.store),
    webPreferences: { ...webPreferences, preload, devTools: !app.isPackaged },
  });
  window.once("ready-to-show", () => {
    if (memory.store["isMaximised"] === true) window.maximize();
    window.show();
  });
  window.on("close", () => {
    memory.store = { ...window.getNormalBounds(), isMaximised: window.isMaximized() };
  });
  return window;
}

/** A window for what is printed: never shown, never remembered. */
export function openHiddenWindow(preload: string): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: { ...webPreferences, preload, devTools: false },
  });
}

/** Loads the first screen, or the one at an address. */
export async function loadScreens(window: BrowserWindow, address = `${appOrigin}/`): Promise<void> {
  await window.loadURL(address);
}

/** The remembered place, unless the display it was on is gone. */
function rememberedPlace(kept: object): Rectangle | undefined {
  const place = placeSchema.safeParse(kept).data;
  const isSeen =
    place !== undefined && screen.getAllDisplays().some(({ workArea }) => overlap(place, workArea));
  return isSeen ? place : undefined;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

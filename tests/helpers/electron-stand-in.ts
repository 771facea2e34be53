/**
 * Stands in for the module `electron` where its runtime can't be had: enough of its main process that
 * the built bundles start in plain Node, with a worker thread as the page's process. It shows what our
 * code asks of Electron, not what Electron makes of it.
 */
import { EventEmitter } from "node:events";
import { MessageChannelMain, StandInContents } from "./electron-stand-in-contents.ts";

/** What the bundle asked for so far. */
export const record = {
  schemes: [] as object[],
  isSandboxEnabled: false,
  paths: {} as Record<string, string>,
  windows: [] as object[],
  /** What was loaded into windows. */
  addresses: [] as string[],
  shown: 0,
  openedOutside: [] as string[],
  menus: [] as string[][],
  errorBoxes: [] as string[],
  /** Questions that were asked in a dialog, and the button that the next one is answered with. */
  questions: [] as string[],
  nextAnswer: "",
};
export type StandInRecord = typeof record;

class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  readonly whenReady = () => new Promise<void>((resolve) => setImmediate(resolve));
  readonly requestSingleInstanceLock = () => true;
  readonly getVersion = () => "0.0.0";
  readonly getPath = (name: string) => record.paths[name] ?? "";
  readonly getPreferredSystemLanguages = () => ["fr-FR"];

  setPath(name: string, path: string): void {
    record.paths[name] = path;
  }

  enableSandbox(): void {
    record.isSandboxEnabled = true;
  }

  quit(): void {
    const event = new Event("will-quit", { cancelable: true });
    this.emit("will-quit", event);
    if (!event.defaultPrevented) this.exit(0);
  }

  exit(code: number): void {
    process.send?.({ record }, () => process.exit(code));
  }
}

/** The window that was opened last. */
export let openedWindow: BrowserWindow | undefined;

const openWindows = new Set<BrowserWindow>();

export class BrowserWindow extends EventEmitter {
  readonly webContents: StandInContents;
  readonly #bounds: object;

  constructor(options: { webPreferences: { preload: string } } & Record<string, unknown>) {
    super();
    record.windows.push(options);
    const { x = 0, y = 0, width, height } = options;
    this.#bounds = { x, y, width, height };
    this.webContents = new StandInContents(options.webPreferences.preload, (channel, event) =>
      ipcMain.emit(channel, event),
    );
    app.emit("web-contents-created", {}, this.webContents);
    openedWindow = this;
    openWindows.add(this);
  }

  async loadURL(url: string): Promise<void> {
    const response = await answerRequest("GET", url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    await this.webContents.load(url);
    record.addresses.push(url);
    this.emit("ready-to-show");
  }

  show(): void {
    record.shown += 1;
    app.emit("window-shown");
  }

  close(): void {
    this.emit("close");
    this.emit("closed");
    openWindows.delete(this);
    if (openWindows.size === 0) app.emit("window-all-closed");
  }

  readonly focus = () => undefined;
  readonly isMaximized = () => false;
  readonly getNormalBounds = () => this.#bounds;
}

type Respond = (request: { method: string; url: string }) => Promise<Response>;
const responders = new Map<string, Respond>();

/** Answers a request as the protocol handler of its scheme does. */
export function answerRequest(method: string, url: string): Promise<Response> {
  const respond = responders.get(url.slice(0, url.indexOf(":")));
  if (respond === undefined) throw new Error(`${url} has no handler`);
  return respond({ method, url });
}

/** The handlers that decide on permissions. */
export const permissions: {
  request?: (
    contents: unknown,
    permission: string,
    answer: (granted: boolean) => void,
    details: object,
  ) => void;
  check?: (contents: unknown, permission: string, origin: string, details: object) => boolean;
  device?: (details: object) => boolean;
} = {};

export const app = new StandInApp();
export const ipcMain = new EventEmitter();
export { MessageChannelMain };

export const protocol = {
  registerSchemesAsPrivileged(schemes: object[]): void {
    record.schemes.push(...schemes);
  },
};

export const session = {
  defaultSession: {
    protocol: {
      handle(scheme: string, respond: Respond): void {
        responders.set(scheme, respond);
      },
    },
    setPermissionRequestHandler(handler: NonNullable<typeof permissions.request>): void {
      permissions.request = handler;
    },
    setPermissionCheckHandler(handler: NonNullable<typeof permissions.check>): void {
      permissions.check = handler;
    },
    setDevicePermissionHandler(handler: NonNullable<typeof permissions.device>): void {
      permissions.device = handler;
    },
  },
};

export const shell = {
  async openExternal(url: string): Promise<void> {
    record.openedOutside.push(url);
  },
};

export const dialog = {
  showErrorBox(_title: string, message: string): void {
    record.errorBoxes.push(message);
  },
  showMessageBoxSync(_window: unknown, { message, buttons }: { message: string; buttons: string[] }): number {
    record.questions.push(message);
    return buttons.indexOf(record.nextAnswer);
  },
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

type MenuTemplate = readonly { readonly label: string }[];

export const Menu = {
  buildFromTemplate: (template: MenuTemplate) => template,
  setApplicationMenu(menu: MenuTemplate): void {
    record.menus.push(menu.map(({ label }) => label));
  },
};

/** electron-store takes what it needs from the default export. */
export default { app, ipcMain, shell };

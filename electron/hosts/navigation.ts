/** Keeps every page where it belongs: no windows but the wallboard, no webviews, no way out of the screens. */
import { type App, shell, type WebContents } from "electron";
import { appOrigin } from "./app-files.ts";

/** Sites that a link may open, in the person's own browser. */
const externalHosts: ReadonlySet<string> = new Set(["eupl.eu"]);

/** The text of the licence. */
export const licenceUrl = "https://eupl.eu/1.2/fr/";

/** The one address that a page may ask a window for: the wallboard, with plain parameters. */
const wallboard = new RegExp(`^${appOrigin}/(?:index\\.html)?#/wallboard(?:\\?[\\w.*+%&=-]{0,4000})?$`);

/**
 * Guards every page the process will ever have.
 *
 * @param openWallboard is told the address when a page asks for the wallboard; pages themselves open no window
 */
export function guardNavigation(app: App, openWallboard: (address: string) => void): void {
  app.on("web-contents-created", (_event, contents) => guardContents(contents, openWallboard));
}

/** Opens an address outside, if it is https on a listed host; tells whether it did. */
export function openExternal(url: string): boolean {
  if (!isAllowedOutside(url)) return false;
  void shell.openExternal(url);
  return true;
}

function guardContents(contents: WebContents, openWallboard: (address: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (wallboard.test(url)) openWallboard(url);
    else openExternal(url);
    return { action: "deny" };
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame || !isScreen(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    if (!isScreen(event.url)) event.preventDefault();
  });
}

function isScreen(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

function isAllowedOutside(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { href, protocol, host, username, password } = new URL(url);
  const isPlain = protocol === "https:" && username === "" && password === "" && externalHosts.has(host);
  // The system may read an unusual spelling otherwise than we do, so only the usual one is passed on.
  return isPlain && href === url;
}

import { expect, test } from "vitest";
import { findBrowser, hasDisplay, windowArguments } from "../../electron/hosts/browser-window.ts";
import { launchWords } from "../../electron/launch-words.ts";

function only(...paths: string[]): (path: string) => boolean {
  return (path) => paths.includes(path);
}

test("on Linux the browser is looked for in the PATH, Chrome before Chromium before Edge", () => {
  const environment = { PATH: "/usr/local/bin:/usr/bin:relative:" };
  const all = ["/usr/bin/microsoft-edge", "/usr/bin/chromium", "/usr/local/bin/google-chrome"];
  expect(findBrowser("linux", environment, only(...all))).toBe("/usr/local/bin/google-chrome");
  expect(findBrowser("linux", environment, only(...all.slice(0, 2)))).toBe("/usr/bin/chromium");
  expect(findBrowser("linux", environment, only("relative/chromium"))).toBeUndefined();
});

test("on macOS and Windows it is looked for where it is installed", () => {
  const edge = "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge";
  expect(findBrowser("darwin", {}, only(edge))).toBe(edge);
  const chrome = "C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe";
  const environment = { ProgramFiles: "C:\\Program Files", LOCALAPPDATA: "C:\\Users\\a\\AppData\\Local" };
  expect(findBrowser("win32", environment, only(chrome))).toBe(chrome);
});

test("no window is opened on Linux without a display", () => {
  expect(hasDisplay("linux", {})).toBe(false);
  expect(hasDisplay("linux", { DISPLAY: "" })).toBe(false);
  expect(hasDisplay("linux", { DISPLAY: ":0" })).toBe(true);
  expect(hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
  expect(hasDisplay("win32", {})).toBe(true);
});

test("the window has a profile of its own, and the sandbox is left on except for root", () => {
  const args = windowArguments("http://127.0.0.1:1/#launch=x", "/data/profile", { isRoot: false });
  expect(args).toContain("--app=http://127.0.0.1:1/#launch=x");
  expect(args).toContain("--user-data-dir=/data/profile");
  expect(args).not.toContain("--no-sandbox");
  expect(windowArguments("u", "p", { isRoot: true })).toContain("--no-sandbox");
});

test("the start speaks French unless the system says English", () => {
  const french = launchWords({}).howToStop;
  const english = launchWords({ LANG: "en_GB.UTF-8" }).howToStop;
  expect(french).not.toBe(english);
  expect(launchWords({ LANG: "C.UTF-8" }).howToStop).toBe(french);
  expect(launchWords({ LANG: "de_DE.UTF-8" }).howToStop).toBe(french);
  expect(launchWords({ LC_ALL: "fr_FR.UTF-8", LANG: "en_US.UTF-8" }).howToStop).toBe(french);
  expect(launchWords({ LC_ALL: "", LANG: "en" }).howToStop).toBe(english);
});

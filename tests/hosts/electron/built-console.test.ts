/**
 * The built main and preload bundles, started in plain Node with a stand-in for `electron`. Electron
 * itself does not run here: these tests hold what our code asks of it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type StandInConsole, startStandIn, temporaryHome } from "../../helpers/electron-stand-in-process.ts";

const appOrigin = "app://vigie";

describe("a desktop console under the stand-in", () => {
  let desktop: StandInConsole;

  beforeAll(async () => {
    desktop = startStandIn(temporaryHome());
    await desktop.tell("shown");
  });

  it("opens one window with the secure options, and shows it", async () => {
    const { windows, isSandboxEnabled, schemes, shown, paths } = await desktop.tell("record");
    expect(windows).toHaveLength(1);
    expect(windows[0]).toMatchObject({
      show: false,
      webPreferences: {
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
      },
    });
    expect(shown).toBe(1);
    expect(isSandboxEnabled).toBe(true);
    expect(schemes).toEqual([
      {
        scheme: "app",
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
    expect(paths).toEqual({ userData: join(desktop.home, "desktop") });
  });

  it("answers what the page asks through the port", async () => {
    const status = await desktop.tell("page", { kind: "call", path: ["console", "status"] });
    expect(status).toMatchObject({ host: "desktop", location: join(desktop.home, "vigie.db") });
  });

  it("streams the floor through the port", async () => {
    const first = await desktop.tell("page", {
      kind: "first",
      path: ["floor", "watch"],
      input: { siteId: null },
    });
    expect(first).toMatchObject({ kind: "snapshot" });
  });

  it("gives the page nothing but the port", async () => {
    expect(await desktop.tell("page", { kind: "globals" })).toEqual([]);
  });

  it("hands a new port to a page that loads again, and none to anyone else", async () => {
    await desktop.tell("page", { kind: "call", path: ["console", "status"] });
    const ready = (origin: string, isMainFrame: boolean) => desktop.tell("ready", { origin, isMainFrame });
    expect(await ready(appOrigin, true)).toBe(1);
    expect(await ready(appOrigin, false)).toBe(0);
    for (const origin of ["app://vigie.example", "https://example.org", "null", "file://", ""]) {
      expect(await ready(origin, true), origin).toBe(0);
    }
    expect(await desktop.tell("ready", null)).toBe(0);
  });

  it("serves the screens with their policy, and nothing else of the disk", async () => {
    const page = await desktop.tell("request", { method: "GET", url: `${appOrigin}/` });
    expect(page.status).toBe(200);
    expect(page.headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const sources = [...page.body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(
      ([, path]) => `${appOrigin}${path}`,
    );
    expect(sources.length).toBeGreaterThan(1);
    for (const url of sources) {
      expect((await desktop.tell("request", { method: "GET", url })).status).toBe(200);
    }
    for (const path of [
      "/../main/main.js",
      "/%2e%2e/main/main.js",
      "/..%5cmain/main.js",
      "/assets/",
      "//etc/passwd",
    ]) {
      expect((await desktop.tell("request", { method: "GET", url: appOrigin + path })).status).toBe(404);
    }
    expect((await desktop.tell("request", { method: "POST", url: `${appOrigin}/` })).status).toBe(405);
  });

  it("lets the page go nowhere but to its own screens", async () => {
    for (const event of ["will-frame-navigate", "will-redirect"]) {
      expect(await desktop.tell("navigate", { event, url: `${appOrigin}/`, isMainFrame: true })).toBe(true);
      for (const url of [
        "https://example.org/",
        "app://vigie.example/",
        "app://vigiex",
        "file:///etc/passwd",
        "about:blank",
      ]) {
        expect(await desktop.tell("navigate", { event, url, isMainFrame: true }), `${event} ${url}`).toBe(
          false,
        );
      }
    }
    const inFrame = { event: "will-frame-navigate", url: `${appOrigin}/`, isMainFrame: false };
    expect(await desktop.tell("navigate", inFrame)).toBe(false);
    const webview = { event: "will-attach-webview", url: `${appOrigin}/`, isMainFrame: true };
    expect(await desktop.tell("navigate", webview)).toBe(false);
  });

  it("asks before unsaved text is lost, and stays unless told to leave", async () => {
    expect(await desktop.tell("leave", "Continuer à écrire")).toBe(false);
    expect(await desktop.tell("leave", "Quitter sans enregistrer")).toBe(true);
    expect((await desktop.tell("record")).questions).toHaveLength(2);
  });

  it("opens no window, and nothing outside but https on listed hosts", async () => {
    for (const url of hostileUrls) expect(await desktop.tell("open", url), url).toBe("deny");
    expect((await desktop.tell("record")).openedOutside).toEqual([]);
    expect((await desktop.tell("record")).windows).toHaveLength(1);
    expect(await desktop.tell("open", "https://eupl.eu/1.2/fr/")).toBe("deny");
    expect((await desktop.tell("record")).openedOutside).toEqual(["https://eupl.eu/1.2/fr/"]);
  });

  it("grants notifications and a lit, whole display to its own page, and nothing else to anyone", async () => {
    const ask = (name: string, origin = appOrigin, isMainFrame = true) =>
      desktop.tell("permission", { name, origin, isMainFrame });
    for (const name of ["notifications", "fullscreen", "screen-wake-lock"]) {
      expect(await ask(name), name).toEqual({ asked: true, checked: true });
    }
    for (const name of [
      "media",
      "geolocation",
      "clipboard-read",
      "openExternal",
      "fileSystem",
      "hid",
      "unknown",
    ]) {
      expect(await ask(name), name).toEqual({ asked: false, checked: false });
    }
    expect(await ask("notifications", "https://example.org")).toEqual({ asked: false, checked: false });
    expect(await ask("notifications", appOrigin, false)).toEqual({ asked: false, checked: false });
    expect(await desktop.tell("device")).toBe(false);
  });
});

describe("the wallboard's window under the stand-in", () => {
  it("is opened by the console itself, as guarded as the first one, and answers; a second wish reuses it", async () => {
    const desktop = startStandIn(temporaryHome());
    await desktop.tell("shown");
    const address = `${appOrigin}/#/wallboard?site=hotel-de-ville&services=passeports%2Cetat-civil`;
    expect(await desktop.tell("open", address)).toBe("deny");
    await desktop.tell("shown", 2);
    const { windows, addresses } = await desktop.tell("record");
    expect(windows).toHaveLength(2);
    expect(Reflect.get(windows[1] ?? {}, "webPreferences")).toEqual(
      Reflect.get(windows[0] ?? {}, "webPreferences"),
    );
    expect(addresses).toEqual([`${appOrigin}/`, address]);
    const status = await desktop.tell("page", { kind: "call", path: ["console", "status"] });
    expect(status).toMatchObject({ host: "desktop" });
    expect(await desktop.tell("open", `${appOrigin}/#/wallboard`)).toBe("deny");
    await expect.poll(async () => (await desktop.tell("record")).addresses).toHaveLength(3);
    expect((await desktop.tell("record")).windows).toHaveLength(2);
    // The wallboard is closed; the console goes on.
    await desktop.tell("close");
    expect((await desktop.tell("record")).errorBoxes).toEqual([]);
  });
});

describe("the life of a desktop console under the stand-in", () => {
  it("has its menu in the language of the settings, and follows a change", async () => {
    const desktop = startStandIn(temporaryHome());
    await desktop.tell("shown");
    await desktop.tell("page", { kind: "call", path: ["settings", "put"], input: { language: "en" } });
    expect((await desktop.tell("record")).menus).toEqual([
      ["Fichier", "Édition", "Affichage", "Aide"],
      ["File", "Edit", "View", "Help"],
    ]);
  });

  it("closes the store before it ends, and remembers settings and the window's place", async () => {
    const home = temporaryHome();
    const first = startStandIn(home);
    await first.tell("shown");
    await first.tell("page", { kind: "call", path: ["settings", "put"], input: { operatorName: "Ada" } });
    await first.tell("close");
    expect(await first.ended()).toMatchObject({ code: 0, errors: "" });
    expect(JSON.parse(readFileSync(join(home, "settings.json"), "utf8"))).toMatchObject({
      operatorName: "Ada",
    });

    writeFileSync(join(home, "window.json"), JSON.stringify({ x: 30, y: 40, width: 1000, height: 700 }));
    const second = startStandIn(home);
    await second.tell("shown");
    expect((await second.tell("record")).windows[0]).toMatchObject({
      x: 30,
      y: 40,
      width: 1000,
      height: 700,
    });
    const settings = await second.tell("page", { kind: "call", path: ["settings", "get"] });
    expect(settings).toMatchObject({ operatorName: "Ada" });
  });

  it("does not open its window where no display shows it any more", async () => {
    const home = temporaryHome();
    writeFileSync(join(home, "window.json"), JSON.stringify({ x: 9_000, y: 40, width: 1000, height: 700 }));
    const desktop = startStandIn(home);
    await desktop.tell("shown");
    expect((await desktop.tell("record")).windows[0]).not.toHaveProperty("x");
  });

  it("says why it can't start, and ends with an error", async () => {
    const { code, record } = await startStandIn(temporaryHome(), "--no-such-flag").ended();
    expect(code).toBe(1);
    expect(record?.errorBoxes).toEqual([expect.stringContaining("--no-such-flag")]);
  });
});

const hostileUrls = [
  "http://eupl.eu/1.2/fr/",
  "https://eupl.eu.example.org/",
  "https://example.org/?https://eupl.eu/",
  "https://example.org#https://eupl.eu/",
  "https://eupl.eu@example.org/",
  "https://user:secret@eupl.eu/",
  "https://eupl.eu:8443/",
  "https://www.eupl.eu/",
  "https://eupl.eu./",
  "https://eupl.eu%2eexample.org/",
  "https://eupl.eu\\@example.org/",
  "https:\\\\example.org/",
  "//eupl.eu/",
  "eupl.eu",
  "",
  " ",
  "https://",
  "file:///etc/passwd",
  "file://eupl.eu/share",
  "smb://eupl.eu/share",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:https://eupl.eu/1",
  "about:blank",
  "app://vigie/",
  "app://vigie/#/settings",
  "app://vigie/#/wallboard/choose",
  "app://vigie/#/wallboardx",
  "app://vigie/#/wallboard?a=<script>",
  "app://vigie/#/wallboard#/settings",
  "app://vigie/other.html#/wallboard",
  "app://vigie.example/#/wallboard",
  "app://user@vigie/#/wallboard",
  "https://example.org/#/wallboard",
  "vbscript:msgbox(1)",
  "ms-msdt:/id",
  "search-ms:query=x",
  "mailto:someone@eupl.eu",
  "https://127.0.0.1/",
  "https://еupl.eu/",
  "chrome://settings/",
];

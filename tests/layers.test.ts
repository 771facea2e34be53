import { describe, expect, it } from "vitest";
import { checkFile } from "./helpers/layers.ts";

describe("the check of who may import whom", () => {
  it.each([
    ["shared/domain/case.ts", 'import { z } from "zod";'],
    ["electron/services/case.ts", 'import type { Store } from "../store/store.ts";'],
    ["electron/store/sqlite/case.ts", 'import Database from "better-sqlite3";'],
    ["electron/feeds/http/http-feed.ts", 'import type { GuardedServer } from "../../http/server.ts";'],
    ["electron/hosts/window.ts", 'import { BrowserWindow } from "electron";'],
    ["electron/hosts/ipc.ts", 'import { type Router } from "../services/router.ts";'],
    ["electron/preload.ts", 'import { ipcRenderer } from "electron";'],
    ["renderer/floor/floor-screen.tsx", 'import "./floor.css"; import { Button } from "../ui/button.tsx";'],
    ["renderer/client/desktop-link.ts", 'import { RPCLink } from "@orpc/client/message-port";'],
  ])("lets %s have %s", (path, source) => {
    expect(checkFile(path, source)).toEqual([]);
  });

  it.each([
    ["shared/domain/case.ts", 'import { readFileSync } from "node:fs";', "shared/ is pure"],
    ["shared/domain/case.ts", 'import { app } from "electron";', "shared/ is pure"],
    [
      "electron/services/case.ts",
      'import { openStore } from "../store/open.ts";',
      "Queries belong in electron/store",
    ],
    [
      "electron/services/case.ts",
      'import { compare } from "../store/store.ts";',
      "only its types may be imported",
    ],
    [
      "electron/services/case.ts",
      'const d = await import("better-sqlite3");',
      "Queries belong in electron/store",
    ],
    [
      "electron/services/case.ts",
      'import { shell } from "electron";',
      "windows and sockets in electron/hosts",
    ],
    ["electron/store/sqlite/case.ts", 'export * from "../postgres/case.ts";', "nothing of another engine"],
    [
      "electron/store/sqlite/case.ts",
      'import { notes } from "../../services/note.ts";',
      "Decisions belong in shared",
    ],
    [
      "electron/feeds/csv/csv.ts",
      'import type { Store } from "../../store/store.ts";',
      "electron/services/ingest.ts",
    ],
    [
      "electron/feeds/csv/csv.ts",
      'import { fastify } from "fastify";',
      "routes belong in electron/feeds/http",
    ],
    [
      "electron/hosts/session.ts",
      'type Store = import("../store/store.ts").Store;',
      "belongs in electron/services",
    ],
    ["electron/hosts/session.ts", 'import { app } from "electron";', "the browser host must not load"],
    [
      "electron/hosts/session.ts",
      'import { openWindow } from "./window.ts";',
      "the browser host must not load",
    ],
    [
      "electron/compose.ts",
      'import { serveRpc } from "./hosts/websocket.ts";',
      "What differs between hosts is passed in",
    ],
    ["electron/preload.ts", 'const fs = require("node:fs");', "one message port"],
    [
      "renderer/floor/floor.tsx",
      'import { createCases } from "../../electron/services/case.ts";',
      "knows the contract",
    ],
    ["renderer/floor/floor.tsx", 'import { RPCLink } from "@orpc/client/websocket";', "in renderer/client"],
    [
      "renderer/ui/button.tsx",
      'import { useClient } from "../client/client.ts";',
      "no knowledge of the product",
    ],
    [
      "electron/services/case.ts",
      'import { temporaryStore } from "../../tests/helpers/store.ts";',
      "A service says",
    ],
  ])("refuses %s %s", (path, source, lesson) => {
    const [problem, ...others] = checkFile(path, `\n${source}`);
    expect(problem).toContain(`${path}:2 imports`);
    expect(problem).toContain(lesson);
    expect(others).toEqual([]);
  });

  it("wants every file to be in a layer", () => {
    expect(checkFile("electron/misc.ts", "")).toEqual([expect.stringContaining("is in no layer")]);
  });
});

/** Which part of the console may import which: the table that the layer check reads. */

/** Kinds of packages; what is in no list is `plain`: it runs anywhere and touches nothing. */
export const packageKinds = {
  node: [/^node:/],
  electron: [/^electron$/, /^electron-store$/],
  file: [/^conf$/],
  router: [/^@orpc\/server$/, /^@orpc\/openapi/, /^@orpc\/zod/],
  server: [/^fastify$/, /^@fastify\//, /^ws$/, /^@orpc\/server\//],
  sql: [/^kysely$/],
  sqlite: [/^better-sqlite3$/],
  postgres: [/^pg$/],
  mail: [/^nodemailer$/],
  paper: [/^echarts(?:\/|$)/, /^@resvg\//, /^pdfmake(?:\/|$)/, /^dejavu-fonts-ttf/],
  transport: [/^@orpc\/client\/(?:websocket|message-port)$/],
  screen: [
    /^react$/,
    /^react[-/]/,
    /^@lingui\//,
    /^@tanstack\//,
    /^@fontsource/,
    /^@internationalized\//,
    /^recharts$/,
    /^wouter/,
  ],
} as const satisfies Record<string, readonly RegExp[]>;

export type PackageKind = keyof typeof packageKinds | "plain";

export interface Layer {
  readonly name: string;
  /** Folders, with their final slash, and files, from the project root. The longest that fits counts. */
  readonly at: readonly string[];
  /** Layers it may import besides itself. */
  readonly may: readonly string[];
  /** Layers of which it may import types only. */
  readonly mayTypes?: readonly string[];
  readonly packages: readonly PackageKind[];
  /** What belongs here, and where the rest belongs; ends the message about a wrong import. */
  readonly teaches: string;
}

export const layers: readonly Layer[] = [
  {
    name: "shared",
    at: ["shared/"],
    may: [],
    packages: ["plain"],
    teaches:
      "shared/ is pure and runs everywhere. What needs Node belongs in electron/services or electron/feeds, what needs the DOM in renderer/; pass time and randomness in.",
  },
  {
    name: "services",
    at: ["electron/services/"],
    may: ["shared"],
    mayTypes: ["store port"],
    packages: ["plain", "node", "router"],
    teaches:
      "A service says what the console can do, whoever serves it and whatever stores it. Queries belong in electron/store, windows and sockets in electron/hosts, wiring in electron/compose.ts.",
  },
  {
    name: "store port",
    at: [
      "electron/store/store.ts",
      "electron/store/changed.ts",
      "electron/store/import-store.ts",
      "electron/store/report-store.ts",
      "electron/store/audit-store.ts",
      "electron/store/feedback-store.ts",
      "electron/store/person-store.ts",
      "electron/store/reply-store.ts",
      "electron/store/idea-store.ts",
      "electron/store/commitment-store.ts",
      "electron/store/problem-store.ts",
      "electron/store/agreed-step-store.ts",
      "electron/store/coaching-session-store.ts",
      "electron/store/skill-matrix-store.ts",
      "electron/store/training-store.ts",
      "electron/store/service-sheet-store.ts",
      "electron/store/knowledge-gap-store.ts",
      "electron/store/note-store.ts",
    ],
    may: ["shared", "store port"],
    packages: ["plain"],
    teaches:
      "The store port speaks the words of the domain. What names a driver or SQL belongs in the folder of an engine, such as electron/store/sqlite.",
  },
  {
    name: "store",
    at: ["electron/store/"],
    may: ["shared", "store port", "sqlite engine", "postgres engine"],
    packages: ["plain", "node"],
    teaches:
      "Beside the engines there is only what chooses one. What speaks SQL belongs in an engine's folder.",
  },
  {
    name: "sqlite engine",
    at: ["electron/store/sqlite/"],
    may: ["shared", "store port"],
    packages: ["plain", "node", "sql", "sqlite"],
    teaches:
      "An engine knows the domain, the port and its own driver. Decisions belong in shared/domain, and nothing of another engine belongs here.",
  },
  {
    name: "postgres engine",
    at: ["electron/store/postgres/"],
    may: ["shared", "store port"],
    packages: ["plain", "node", "sql", "postgres"],
    teaches:
      "An engine knows the domain, the port and its own driver. Decisions belong in shared/domain, and nothing of another engine belongs here.",
  },
  {
    name: "feeds",
    at: ["electron/feeds/"],
    may: ["shared", "services"],
    packages: ["plain", "node"],
    teaches:
      "A feed turns what arrives into events and hands them to electron/services/ingest.ts. What reads or writes the store belongs in a service; routes belong in electron/feeds/http.",
  },
  {
    name: "HTTP feed",
    at: ["electron/feeds/http/"],
    may: ["shared", "services", "feeds", "http"],
    packages: ["plain", "node", "router", "server"],
    teaches:
      "The HTTP feed turns requests into events and hands them to electron/services/ingest.ts. What reads or writes the store belongs in a service.",
  },
  {
    name: "channels",
    at: ["electron/channels/"],
    may: ["shared"],
    mayTypes: ["services"],
    packages: ["plain", "node", "mail"],
    teaches:
      "A channel carries one message to one person. When it is sent, and to whom, is decided in electron/services/delivery.ts.",
  },
  {
    name: "exports",
    at: ["electron/exports/"],
    may: ["shared"],
    packages: ["plain", "node", "paper"],
    teaches:
      "electron/exports turns one description into the bytes of a file, without a screen. What the file says belongs in shared/domain/export.ts, where its figures come from in electron/services/export.ts.",
  },
  {
    name: "answers",
    at: ["electron/answers/"],
    may: ["shared", "http"],
    mayTypes: ["services"],
    packages: ["plain", "node", "server"],
    teaches:
      "electron/answers is all that the local network ever reaches: one page, and the answer posted from it. What an answer means is decided in electron/services/answer.ts.",
  },
  {
    name: "http",
    at: ["electron/http/"],
    may: ["shared", "services"],
    packages: ["plain", "node", "server"],
    teaches:
      "electron/http is the guarded server alone. What it serves belongs in electron/feeds/http or electron/hosts.",
  },
  {
    name: "hosts",
    at: ["electron/hosts/"],
    may: ["shared", "http"],
    mayTypes: ["services", "config"],
    packages: ["plain", "node", "file", "router", "server"],
    teaches:
      "A host carries the router to a page. What it answers belongs in electron/services; what needs Electron belongs in one of the Electron host files, which the browser host must not load.",
  },
  {
    name: "Electron hosts",
    at: [
      "electron/hosts/app-protocol.ts",
      "electron/hosts/desktop-settings.ts",
      "electron/hosts/ipc.ts",
      "electron/hosts/menu.ts",
      "electron/hosts/unsaved.ts",
      "electron/hosts/navigation.ts",
      "electron/hosts/permissions.ts",
      "electron/hosts/print-window.ts",
      "electron/hosts/window.ts",
    ],
    may: ["shared", "hosts"],
    mayTypes: ["services"],
    packages: ["plain", "node", "electron", "server"],
    teaches:
      "An Electron host file guards the window or carries the router to it. What the console answers belongs in electron/services.",
  },
  {
    name: "config",
    at: ["electron/config.ts"],
    may: ["shared"],
    packages: ["plain", "node"],
    teaches: "The configuration is read once, as a value, before anything else exists.",
  },
  {
    name: "compose",
    at: [
      "electron/compose.ts",
      "electron/compose-people.ts",
      "electron/compose-reporting.ts",
      "electron/compose-demo.ts",
    ],
    may: [
      "shared",
      "config",
      "services",
      "store",
      "store port",
      "feeds",
      "HTTP feed",
      "http",
      "channels",
      "answers",
      "exports",
    ],
    packages: ["plain", "node"],
    teaches:
      "compose.ts wires store, services and feeds for any host. What differs between hosts is passed in by electron/main.ts and electron/loopback.ts.",
  },
  {
    name: "browser entry",
    at: ["electron/loopback.ts"],
    may: ["shared", "config", "compose", "hosts", "http"],
    packages: ["plain", "node"],
    teaches: "The entry of the browser host starts and ends it. Parts are wired in electron/compose.ts.",
  },
  {
    name: "launch",
    at: ["electron/launch.ts", "electron/launch-words.ts"],
    may: ["shared", "config", "browser entry", "hosts"],
    packages: ["plain", "node"],
    teaches:
      "The launch chooses a host and runs it. Electron is started as a process of its own; what a host does belongs in electron/hosts.",
  },
  {
    name: "command line",
    at: ["electron/cli.ts", "electron/cli/"],
    may: [
      "shared",
      "config",
      "compose",
      "launch",
      "services",
      "store",
      "store port",
      "feeds",
      "HTTP feed",
      "http",
      "exports",
    ],
    packages: ["plain", "node"],
    teaches:
      "A command reads flags, calls services and prints. What it does belongs in electron/services; Electron is started as a process of its own.",
  },
  {
    name: "desktop entry",
    at: ["electron/main.ts"],
    may: ["shared", "config", "compose", "hosts", "Electron hosts"],
    packages: ["plain", "node", "electron"],
    teaches: "main.ts is the life of the desktop console. Parts are wired in electron/compose.ts.",
  },
  {
    name: "preload",
    at: ["electron/preload.ts"],
    may: [],
    mayTypes: ["shared"],
    packages: ["electron"],
    teaches: "The preload script hands the page one message port. Everything else belongs behind that port.",
  },
  {
    name: "screens",
    at: ["renderer/"],
    may: ["shared", "client", "primitives"],
    packages: ["plain", "screen"],
    teaches:
      "A screen knows the contract and nothing behind it. What needs Node or the store belongs in electron/services, and the port and the socket in renderer/client.",
  },
  {
    name: "client",
    at: ["renderer/client/"],
    may: ["shared"],
    packages: ["plain", "screen", "transport"],
    teaches:
      "The client is the contract over the port or the socket. What is shown belongs in a screen's folder, what answers in electron/services.",
  },
  {
    name: "primitives",
    at: ["renderer/ui/"],
    may: ["shared"],
    packages: ["plain", "screen"],
    teaches:
      "renderer/ui has no knowledge of the product. What asks the console belongs in a screen's folder.",
  },
];

/** Answers on their way to the page of a browser: held back, or turned into failures. */
import type { Page, WebSocketRoute } from "@playwright/test";
import { type FaultCode, faultSchema } from "../../shared/faults.ts";

export interface Answers {
  /** From now on questions that begin with this (`/idea/list`, `/idea`) are not asked; `release` asks them. */
  hold(path: string): void;
  release(): void;
  /** From now on they fail, until `mend`. */
  fail(path: string, code?: FaultCode): void;
  mend(): void;
}

/** Stands between a page that is open and its console; the page is loaded anew. */
export async function standBetween(page: Page): Promise<Answers> {
  let held: string | undefined;
  let failing: { readonly path: string; readonly code: FaultCode } | undefined;
  let waiting: (() => void)[] = [];

  function ask(toPage: WebSocketRoute, toConsole: WebSocketRoute, message: string | Buffer): void {
    const { id, path } = questionOf(message);
    if (held !== undefined && path.startsWith(held)) waiting.push(() => toConsole.send(message));
    else if (failing !== undefined && path.startsWith(failing.path)) toPage.send(failure(id, failing.code));
    else toConsole.send(message);
  }

  await page.routeWebSocket(/\/rpc$/, (toPage) => {
    const toConsole = toPage.connectToServer();
    toPage.onMessage((message) => ask(toPage, toConsole, message));
  });
  await page.reload();
  return {
    hold: (path) => {
      held = path;
    },
    release: () => {
      held = undefined;
      for (const send of waiting) send();
      waiting = [];
    },
    fail: (path, code = "internal") => {
      failing = { path, code };
    },
    mend: () => {
      failing = undefined;
    },
  };
}

function questionOf(message: string | Buffer): { readonly id: string; readonly path: string } {
  const { i, p } = JSON.parse(message.toString()) as { i: string; p?: { u?: string } };
  return { id: i, path: p?.u ?? "" };
}

/** As the console words a fault. */
function failure(id: string, code: FaultCode): string {
  const data = faultSchema.parse({ code, message: "A test asked for it.", data: {} });
  const json = { defined: true, code: "FAULT", status: 500, message: data.message, data };
  return JSON.stringify({ i: id, p: { s: 500, b: { json } } });
}

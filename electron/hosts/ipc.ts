/** The one way between a page and the console: a message port, handed to our own page only. */
import { RPCHandler } from "@orpc/server/message-port";
import { type BrowserWindow, type IpcMainEvent, ipcMain, MessageChannelMain } from "electron";
import type { Seat } from "../../shared/domain/seat.ts";
import type { Router } from "../services/router.ts";
import { appOrigin } from "./app-files.ts";

/** There is one desktop window, and one person before it. */
const desktopSeat = "desktop";

/** Hands a port that the router answers to the window's page, each time the page says it is ready. */
export function serveWindow(window: BrowserWindow, router: Router, seat: Seat = desktopSeat): void {
  const handler = new RPCHandler(router);
  let hangUp = () => {};

  function greet(event: IpcMainEvent, ...extra: unknown[]): void {
    if (extra.length > 0 || !isOurPage(event, window)) return;
    hangUp();
    const { port1, port2 } = new MessageChannelMain();
    hangUp = () => port1.close();
    handler.upgrade(port1, { context: { seat } });
    port1.start();
    window.webContents.postMessage("vigie:port", null, [port2]);
  }

  ipcMain.on("vigie:ready", greet);
  window.once("closed", () => {
    ipcMain.off("vigie:ready", greet);
    hangUp();
  });
}

/** Whether a message comes from the top of our window, and from nowhere but our screens. */
function isOurPage({ senderFrame }: IpcMainEvent, window: BrowserWindow): boolean {
  return (
    senderFrame !== null && senderFrame === window.webContents.mainFrame && senderFrame.origin === appOrigin
  );
}

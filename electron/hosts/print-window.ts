/** Prints one of the console's screens in a window that nobody sees. */
import { consoleSeat } from "../../shared/domain/seat.ts";
import { Fault } from "../../shared/faults.ts";
import type { Router } from "../services/router.ts";
import { appOrigin } from "./app-files.ts";
import { serveWindow } from "./ipc.ts";
import { printOptions, waitForScreen } from "./print-page.ts";
import { loadScreens, openHiddenWindow } from "./window.ts";

/** Prints the screen at an address such as `/report?period=week`. @throws Fault `print_unavailable` */
export async function printInWindow(
  router: Router,
  preload: string,
  address: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const window = openHiddenWindow(preload);
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(tooLate()), { once: true });
  });
  try {
    serveWindow(window, router, consoleSeat);
    await loadScreens(window, `${appOrigin}/#${address}`);
    await Promise.race([window.webContents.executeJavaScript(waitForScreen), aborted]);
    return new Uint8Array(await window.webContents.printToPDF({ ...printOptions }));
  } finally {
    window.destroy();
  }
}

function tooLate(): Fault {
  return new Fault("print_unavailable", "The page was not ready in time; no PDF was made. Try again.", {
    reason: "failed",
  });
}

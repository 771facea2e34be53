/**
 * Hands the page one message port, and nothing else.
 *
 * The page says "vigie:ready" once it listens; the console answers with the port, which the page
 * receives as the one port of the message "vigie:port".
 */
import { ipcRenderer } from "electron";

/** What is used here of the page's window; the types of the DOM stay out of this layer. */
interface Page {
  readonly location: { readonly origin: string };
  addEventListener(type: "message", listener: (event: { source: unknown; data: unknown }) => void): void;
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
}

declare const window: Page;

window.addEventListener("message", (event) => {
  if (event.source === window && event.data === "vigie:ready") ipcRenderer.send("vigie:ready");
});

ipcRenderer.on("vigie:port", (event) => {
  window.postMessage("vigie:port", window.location.origin, event.ports);
});

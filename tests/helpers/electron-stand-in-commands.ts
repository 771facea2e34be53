/** In the process under test: what a test may do to the stand-in, and learn from it. */
import { once } from "node:events";
import { answerRequest, app, openedWindow, permissions, record } from "./electron-stand-in.ts";
import type { PageQuestion } from "./electron-stand-in-contents.ts";

export interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const commands = {
  record: async () => record,
  /** Resolves once a window was opened and shown. */
  async shown(windows = 1): Promise<void> {
    while (record.shown < windows) await once(app, "window-shown");
  },
  page: (question: PageQuestion) => contents().ask(question),
  async request({ method, url }: { method: string; url: string }): Promise<Answered> {
    const response = await answerRequest(method, url);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  },
  /** Whether a navigation of the page is let through. */
  async navigate({ event, url, isMainFrame }: { event: string; url: string; isMainFrame: boolean }) {
    const navigation = Object.assign(new Event(event, { cancelable: true }), { url, isMainFrame });
    contents().emit(event, navigation);
    return !navigation.defaultPrevented;
  },
  /** What becomes of a page's wish for a new window. */
  open: async (url: string) => contents().openHandler({ url }).action,
  /** Whether a permission is granted: when asked for, and when only checked. */
  async permission({ name, origin, isMainFrame }: { name: string; origin: string; isMainFrame: boolean }) {
    const asked = await new Promise((resolve) => {
      permissions.request?.(null, name, resolve, { requestingUrl: `${origin}/`, isMainFrame });
    });
    return { asked, checked: permissions.check?.(null, name, `${origin}/`, { isMainFrame }) };
  },
  device: async () => permissions.device?.({}),
  /** How many ports are handed over when a frame says it is ready; null: a frame that is gone. */
  async ready(from: { origin: string; isMainFrame: boolean } | null) {
    const page = contents();
    const { mainFrame, portsPosted } = page;
    const sender = from === null ? null : { origin: from.origin };
    if (sender !== null && from?.isMainFrame) page.mainFrame = sender;
    page.deliver("vigie:ready", sender);
    page.mainFrame = mainFrame;
    return page.portsPosted - portsPosted;
  },
  /** Whether a page with unsaved text may be left, when the person answers with this button. */
  async leave(button: string) {
    record.nextAnswer = button;
    const veto = new Event("will-prevent-unload", { cancelable: true });
    contents().emit("will-prevent-unload", veto);
    return veto.defaultPrevented;
  },
  async close() {
    openedWindow?.close();
  },
  async quit() {
    app.quit();
  },
};

export type Commands = typeof commands;

function contents() {
  if (openedWindow === undefined) throw new Error("no window was opened");
  return openedWindow.webContents;
}

process.on(
  "message",
  async ({ id, name, argument }: { id: number; name: keyof Commands; argument: never }) => {
    const answer = await commands[name](argument);
    process.send?.({ id, answer });
  },
);

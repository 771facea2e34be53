/** A page that holds unsaved text keeps its window open; here the person is asked, instead of nothing happening. */
import { type BrowserWindow, dialog } from "electron";
import type { Settings } from "../../shared/domain/settings.ts";
import { spokenLanguage } from "./menu.ts";

const words = {
  fr: {
    message: "Une note n’est pas enregistrée.",
    detail: "Si vous quittez maintenant, ce texte est perdu.",
    stay: "Continuer à écrire",
    leave: "Quitter sans enregistrer",
  },
  en: {
    message: "A note is not saved.",
    detail: "If you leave now, its text is lost.",
    stay: "Go on writing",
    leave: "Leave without saving",
  },
} as const;

const leaveButton = 1;

/** Asks before a window with unsaved text closes or reloads; without a clear yes it stays. */
export function askBeforeLeaving(window: BrowserWindow, language: () => Settings["language"]): void {
  window.webContents.on("will-prevent-unload", (event) => {
    const { message, detail, stay, leave } = words[spokenLanguage(language())];
    const choice = dialog.showMessageBoxSync(window, {
      type: "question",
      message,
      detail,
      buttons: [stay, leave],
      defaultId: 0,
      cancelId: 0,
    });
    // Preventing the page's veto lets the window go.
    if (choice === leaveButton) event.preventDefault();
  });
}

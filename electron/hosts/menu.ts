/** The application menu, in the language of the settings. */
import { app, Menu, type MenuItemConstructorOptions } from "electron";
import type { Settings } from "../../shared/domain/settings.ts";
import { licenceUrl, openExternal } from "./navigation.ts";

const labels = {
  fr: {
    file: "Fichier",
    quit: "Quitter Vigie",
    edit: "Édition",
    undo: "Annuler",
    redo: "Rétablir",
    cut: "Couper",
    copy: "Copier",
    paste: "Coller",
    selectAll: "Tout sélectionner",
    view: "Affichage",
    reload: "Actualiser",
    zoomIn: "Agrandir",
    zoomOut: "Réduire",
    resetZoom: "Taille réelle",
    fullScreen: "Plein écran",
    help: "Aide",
    licence: "Licence (EUPL 1.2)",
  },
  en: {
    file: "File",
    quit: "Quit Vigie",
    edit: "Edit",
    undo: "Undo",
    redo: "Redo",
    cut: "Cut",
    copy: "Copy",
    paste: "Paste",
    selectAll: "Select all",
    view: "View",
    reload: "Reload",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    resetZoom: "Actual size",
    fullScreen: "Full screen",
    help: "Help",
    licence: "Licence (EUPL 1.2)",
  },
} as const;

/** Sets the menu for the language chosen; `system` is French unless the system says English. */
export function setMenu(language: Settings["language"]): void {
  const label = labels[spokenLanguage(language)];
  const template: MenuItemConstructorOptions[] = [
    { label: label.file, submenu: [{ role: "quit", label: label.quit }] },
    {
      label: label.edit,
      submenu: [
        { role: "undo", label: label.undo },
        { role: "redo", label: label.redo },
        { type: "separator" },
        { role: "cut", label: label.cut },
        { role: "copy", label: label.copy },
        { role: "paste", label: label.paste },
        { role: "selectAll", label: label.selectAll },
      ],
    },
    {
      label: label.view,
      submenu: [
        { role: "reload", label: label.reload },
        { type: "separator" },
        { role: "zoomIn", label: label.zoomIn },
        { role: "zoomOut", label: label.zoomOut },
        { role: "resetZoom", label: label.resetZoom },
        { role: "togglefullscreen", label: label.fullScreen },
      ],
    },
    { label: label.help, submenu: [{ label: label.licence, click: () => openExternal(licenceUrl) }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The language that a setting means: `system` is French unless the system says English. */
export function spokenLanguage(language: Settings["language"]): "fr" | "en" {
  if (language !== "system") return language;
  return app.getPreferredSystemLanguages()[0]?.toLowerCase().startsWith("en") ? "en" : "fr";
}

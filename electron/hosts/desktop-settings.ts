/** Settings of the desktop console, on electron-store. */
import { ipcMain } from "electron";
import ElectronStore from "electron-store";
import type { Settings } from "../../shared/domain/settings.ts";
import type { SettingsFile } from "../services/settings.ts";
import { keepSettings } from "./kept-settings.ts";

/**
 * Opens the settings in a folder.
 *
 * @param onChange is told the settings after each change
 */
export function openDesktopSettings(folder: string, onChange: (settings: Settings) => void): SettingsFile {
  const file = keepSettings(
    folder,
    (name) => new ElectronStore({ cwd: folder, name }),
    (sentence) => console.error(sentence),
  );
  // electron-store opens a channel for pages that hold settings themselves; ours ask the console.
  ipcMain.removeAllListeners("electron-store-get-data");
  return {
    read: () => file.read(),
    write(settings) {
      file.write(settings);
      onChange(settings);
    },
  };
}

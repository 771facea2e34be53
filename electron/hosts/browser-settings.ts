/** Where the browser host keeps settings: conf, the core of the desktop host's electron-store. */
import Conf from "conf";
import type { SettingsFile } from "../services/settings.ts";
import { keepSettings } from "./kept-settings.ts";

/**
 * Opens the settings of a data folder. A file that can't be read is put aside and the last good one
 * restored; `report` gets the sentence that says so.
 */
export function openBrowserSettings(
  dataFolder: string,
  report: (sentence: string) => void = console.error,
): SettingsFile {
  return keepSettings(dataFolder, (name) => new Conf({ cwd: dataFolder, configName: name }), report);
}

/** Settings on disk, with the last good ones beside them: a broken file is put aside and replaced. */
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { defaultSettings, type Settings, settingsSchema } from "../../shared/domain/settings.ts";
import type { SettingsFile } from "../services/settings.ts";

/** What electron-store and conf have in common here: assigning `store` writes the file atomically. */
export interface JsonFile {
  store: object;
}

/**
 * Reads settings from `settings.json` in a folder, and keeps them there.
 *
 * @param open gives the JSON file of a name (without `.json`) in that folder
 * @param report gets one sentence where a broken file had to be replaced
 */
export function keepSettings(
  folder: string,
  open: (name: string) => JsonFile,
  report: (sentence: string) => void,
): SettingsFile {
  const current = join(folder, "settings.json");
  const lastGood = join(folder, "settings.last-good.json");
  if (existsSync(lastGood) && readSettings(lastGood) === undefined) rmSync(lastGood);
  if (existsSync(current) && readSettings(current) === undefined) {
    const broken = join(folder, "settings.broken.json");
    renameSync(current, broken);
    const canRestore = existsSync(lastGood);
    if (canRestore) copyFileSync(lastGood, current);
    report(
      `The settings could not be read. ${canRestore ? "The last good ones" : "The defaults"} are used; ` +
        `the broken file is kept as ${broken}.`,
    );
  }
  let settings = readSettings(current) ?? defaultSettings;
  const file = open("settings");
  const copy = open("settings.last-good");

  function write(next: Settings): void {
    file.store = next;
    copy.store = next;
    settings = next;
  }

  write(settings);
  return { read: () => settings, write };
}

/** The settings of a file, completed by the defaults; undefined where it holds none that are valid. */
function readSettings(path: string): Settings | undefined {
  try {
    const kept = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, "utf8")));
    return settingsSchema.safeParse({ ...defaultSettings, ...kept }).data;
  } catch {
    return undefined;
  }
}

import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Conf from "conf";
import { describe, expect, it, onTestFinished } from "vitest";
import { keepSettings } from "../../../electron/hosts/kept-settings.ts";
import type { SettingsFile } from "../../../electron/services/settings.ts";
import { defaultSettings, type Settings } from "../../../shared/domain/settings.ts";

const chosen: Settings = { ...defaultSettings, operatorName: "Ada", language: "en", backupAnswerMinutes: 7 };

describe("settings on disk", () => {
  it("are the defaults at first, and what was written after a restart", () => {
    const folder = temporaryFolder();
    expect(open(folder).file.read()).toEqual(defaultSettings);
    open(folder).file.write(chosen);
    expect(open(folder)).toMatchObject({ reports: [] });
    expect(open(folder).file.read()).toEqual(chosen);
  });

  it("come back from the last good file, wherever the current one was cut off (50 places)", () => {
    const folder = temporaryFolder();
    open(folder).file.write(chosen);
    const path = join(folder, "settings.json");
    const bytes = readFileSync(path).length;
    for (let cut = 0; cut < 50; cut++) {
      truncateSync(path, Math.floor((cut * (bytes - 2)) / 50));
      const broken = readFileSync(path, "utf8");
      const { file, reports } = open(folder);
      expect(file.read()).toEqual(chosen);
      expect(reports).toEqual([expect.stringContaining("last good ones are used")]);
      expect(readFileSync(join(folder, "settings.broken.json"), "utf8")).toBe(broken);
      expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(chosen);
    }
  });

  it.each([
    ["a value that is not allowed", JSON.stringify({ ...chosen, theme: "sepia" })],
    ["something else than an object", JSON.stringify([chosen])],
  ])("come back where the file holds %s", (_what, content) => {
    const folder = temporaryFolder();
    open(folder).file.write(chosen);
    writeFileSync(join(folder, "settings.json"), content);
    expect(open(folder).file.read()).toEqual(chosen);
  });

  it("are the defaults where both files are broken, and says so", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "settings.json"), "{");
    writeFileSync(join(folder, "settings.last-good.json"), "{");
    const { file, reports } = open(folder);
    expect(file.read()).toEqual(defaultSettings);
    expect(reports).toEqual([expect.stringContaining("defaults are used")]);
    expect(existsSync(join(folder, "settings.broken.json"))).toBe(true);
  });

  it("take the default for what an older file does not know yet", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "settings.json"), JSON.stringify({ operatorName: "Ada", retired: true }));
    expect(open(folder).file.read()).toEqual({ ...defaultSettings, operatorName: "Ada" });
  });
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "vigie-settings-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function open(folder: string): { file: SettingsFile; reports: string[] } {
  const reports: string[] = [];
  const file = keepSettings(
    folder,
    (name) => new Conf({ cwd: folder, configName: name }),
    (sentence) => reports.push(sentence),
  );
  return { file, reports };
}

import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openBrowserSettings } from "../../electron/hosts/browser-settings.ts";
import { defaultSettings, type Settings } from "../../shared/domain/settings.ts";

const chosen: Settings = {
  ...defaultSettings,
  language: "en",
  theme: "dark",
  operatorName: "Amélie Rousseau",
  onboarded: true,
  backupAnswerMinutes: 7,
};

function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "vigie-settings-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("what was chosen is there after a restart", () => {
  const folder = folderForTest();
  expect(openBrowserSettings(folder).read()).toEqual(defaultSettings);
  openBrowserSettings(folder).write(chosen);
  expect(openBrowserSettings(folder).read()).toEqual(chosen);
});

test("50 truncated files: 50 restored, each with a notice, and the broken file is kept", () => {
  const folder = folderForTest();
  const path = join(folder, "settings.json");
  openBrowserSettings(folder).write(chosen);
  const whole = readFileSync(path);
  for (let cut = 0; cut < 50; cut += 1) {
    writeFileSync(path, whole);
    truncateSync(path, Math.floor((cut * (whole.length - 2)) / 49));
    const notices: string[] = [];
    const settings = openBrowserSettings(folder, (notice) => notices.push(notice));
    expect(settings.read()).toEqual(chosen);
    expect(notices).toHaveLength(1);
    expect(readFileSync(path, "utf8")).toContain("Amélie");
  }
});

test("where the last good copy is broken too, the defaults are used and a notice says so", () => {
  const folder = folderForTest();
  openBrowserSettings(folder).write(chosen);
  for (const name of ["settings.json", "settings.last-good.json"]) writeFileSync(join(folder, name), "{");
  const notices: string[] = [];
  expect(openBrowserSettings(folder, (notice) => notices.push(notice)).read()).toEqual(defaultSettings);
  expect(notices[0]).toContain("defaults");
});

test("a value that is not allowed counts as a broken file", () => {
  const folder = folderForTest();
  openBrowserSettings(folder).write(chosen);
  writeFileSync(join(folder, "settings.json"), JSON.stringify({ ...chosen, theme: "pink" }));
  const notices: string[] = [];
  expect(openBrowserSettings(folder, (notice) => notices.push(notice)).read()).toEqual(chosen);
  expect(notices).toHaveLength(1);
});

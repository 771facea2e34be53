/** The end-to-end tests: the same specs in an ordinary browser and in the desktop window. */
import { defineConfig } from "@playwright/test";
import type { HostOptions } from "./tests/e2e/fixtures.ts";

const isUnattended = process.env["CI"] !== undefined;

export default defineConfig<HostOptions>({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: isUnattended,
  // On a machine that is shared, one spec in some hundred meets a stall. It is named in the summary.
  retries: isUnattended ? 1 : 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  projects: [
    { name: "chromium", use: { host: "browser" } },
    { name: "electron", use: { host: "desktop" } },
  ],
});

/** From the start of a console to its first figures on the screen of a real browser. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { startConsole } from "../live/measured-console.ts";
import { oneDate } from "./town-hall.ts";

/** A year by days: what a manager opens. */
const address = `?period=year&date=${oneDate}&channel=counter#/trends`;

/**
 * Starts the console on a store and opens the trends of a year.
 *
 * @returns ms from before the process is started until the first key figure is on screen
 */
export async function firstScreenMs(browser: Browser, storePath: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), "vigie-bench-"));
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  try {
    const startedAtMs = performance.now();
    const measured = await startConsole(home, storePath);
    try {
      await page.goto(measured.launchUrl);
      await page.goto(new URL(address, page.url()).href);
      await page.locator(".key-figures .key-figure").first().waitFor();
      return performance.now() - startedAtMs;
    } finally {
      await measured.close();
    }
  } finally {
    await context.close();
    rmSync(home, { recursive: true, force: true });
  }
}

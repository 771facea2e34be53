/** What every end-to-end test stands on: a console of its own, in either host, and a way to feed it. */
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, chromium, expect } from "@playwright/test";
import type { Settings } from "../../shared/domain/settings.ts";
import { findChromium } from "../helpers/chromium.ts";
import { electronRuntime } from "../helpers/electron-runtime.ts";
import {
  makeHome,
  type PageWatch,
  type RunningConsole,
  removeHome,
  type StartOptions,
  startInBrowser,
  startOnDesktop,
} from "./console.ts";
import { createTownHall, type TownHall } from "./town-hall.ts";

export interface HostOptions {
  readonly host: "browser" | "desktop";
}

interface Fixtures {
  /** What the console is started with; change it with `test.use`. */
  readonly start: StartOptions;
  readonly vigie: RunningConsole;
  /** Feeds the console over HTTP. */
  readonly townHall: TownHall;
}

export const onboarded: Partial<Settings> = { onboarded: true, operatorName: "Nadia F.", language: "fr" };

export const test = base.extend<HostOptions & Fixtures>({
  host: ["browser", { option: true }],
  start: [{ settings: onboarded, directory: null, demo: false }, { option: true }],
  // The page of the console takes the place of Playwright's own; each host opens it in its own way.
  browser: [
    async ({ playwright: _ }, use) => {
      const executablePath = findChromium();
      const browser = await chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  vigie: async ({ host, start, browser }, use, testInfo) => {
    testInfo.skip(host === "desktop" && electronRuntime() === undefined, "skipped: no Electron runtime");
    const complaints: string[] = [];
    const watch: PageWatch = (page) => {
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
    };
    const home = await makeHome(start);
    const vigie =
      host === "desktop"
        ? await startOnDesktop(home, start, watch)
        : await startInBrowser(browser, home, start, watch);
    await use(vigie);
    await vigie.close();
    removeHome(home);
    expect(complaints, "the page complains of nothing").toEqual([]);
  },
  page: async ({ vigie }, use) => {
    await use(vigie.page);
  },
  townHall: async ({ vigie }, use) => {
    await use(createTownHall(vigie));
  },
});

export { expect };

/** Fails where axe finds anything against WCAG 2.2 AA on the page as it is. */
export async function expectAccessible(page: RunningConsole["page"]): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    // For seven seconds react-aria's announcer names a button that was busy, even one that is gone: silence, not a barrier.
    .exclude("[data-live-announcer]")
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
  expect(found).toEqual([]);
}

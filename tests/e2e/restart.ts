/** Ends a console and starts it again on the same data folder, as a person does the next morning. */
import type { Browser } from "@playwright/test";
import { type RunningConsole, type StartOptions, startInBrowser, startOnDesktop } from "./console.ts";
import type { HostOptions } from "./fixtures.ts";

/** Starts it again; the caller closes what comes back. */
export async function restart(
  vigie: RunningConsole,
  browser: Browser,
  host: HostOptions["host"],
  start: StartOptions,
): Promise<RunningConsole> {
  await vigie.close();
  const ignore = () => undefined;
  return host === "desktop"
    ? startOnDesktop(vigie.home, start, ignore)
    : startInBrowser(browser, vigie.home, start, ignore);
}

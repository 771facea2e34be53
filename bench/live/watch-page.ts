/** What happens in the page: when a ticket is seen, and which tasks held the page up. */
import type { Page } from "@playwright/test";

interface Seen {
  /** When a ticket was first on screen, ms since 1970. */
  readonly tickets: Record<string, number>;
  readonly longTasksMs: number[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Watches from now on. */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen = { tickets: {}, longTasksMs: [] };
    window.seen = seen;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longTasksMs.push(entry.duration);
    }).observe({ type: "longtask" });
    new MutationObserver(() => {
      for (const cell of document.querySelectorAll(".case-ticket strong")) {
        const ticket = cell.textContent ?? "";
        if (!ticket.startsWith("PROBE") || ticket in seen.tickets) continue;
        seen.tickets[ticket] = 0;
        // On screen is what the next frame has drawn.
        requestAnimationFrame(() => {
          seen.tickets[ticket] = performance.timeOrigin + performance.now();
        });
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** Forgets the long tasks so far. */
export async function forgetLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.seen.longTasksMs.length = 0;
  });
}

/** Waits until a ticket is on screen; gives when, in ms since 1970. */
export async function whenSeen(page: Page, ticket: string): Promise<number> {
  const handle = await page.waitForFunction((name) => window.seen.tickets[name] || false, ticket, {
    polling: 100,
    timeout: 120_000,
  });
  return Number(await handle.jsonValue());
}

/** The long tasks since they were forgotten, in ms. */
export function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => window.seen.longTasksMs);
}

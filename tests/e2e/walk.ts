/** Walks through every screen that somebody is shown, and presses, chooses and opens what is there. */
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export interface Walk {
  /** The addresses of the screens. */
  readonly screens: readonly string[];
  /** The titles of the dialogs that opened on the way. */
  readonly dialogs: readonly string[];
}

/** Opens every screen that the rail leads to, with its tabs, and whatever opens there. */
export async function walk(page: Page): Promise<Walk> {
  const screens = new Set<string>();
  const dialogs = new Set<string>();
  const hrefs = (links: Locator) =>
    links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  /** Gives the screens that stand beside this one. */
  const visit = async (href: string): Promise<string[]> => {
    await page.goto(new URL(href, page.url()).href);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.locator("main .skeleton")).toHaveCount(0);
    await expect(page.getByText("Votre rôle n’ouvre pas cet écran.")).toHaveCount(0);
    screens.add(new URL(page.url()).hash);
    const beside = await hrefs(page.locator("nav.screen-tabs a:not([aria-current])"));
    await tryAll(page, dialogs);
    return beside;
  };
  const rail = page.getByRole("navigation", { name: "Écrans" }).getByRole("link");
  await expect(rail.first()).toBeVisible();
  for (const href of await hrefs(rail)) {
    for (const tab of await visit(href)) await visit(tab);
  }
  return { screens: [...screens], dialogs: [...dialogs] };
}

/** Presses what can be pressed on a screen; then chooses the first of each list, and presses what that brings. */
async function tryAll(page: Page, dialogs: Set<string>): Promise<void> {
  // The walk goes on in French.
  const pressed = new Set<string>(["English"]);
  const start = page.url();
  await pressNew(page, pressed, dialogs);
  const count = await page.locator(lists).count();
  for (let index = 0; index < count; index += 1) {
    if (page.url() !== start) await page.goto(start);
    await chooseFirst(page, index);
    await leaveOpened(page, dialogs);
    await pressNew(page, pressed, dialogs);
  }
}

/** Presses one of each kind until nothing new comes up; what a press brings to the screen is pressed too. */
async function pressNew(page: Page, pressed: Set<string>, dialogs: Set<string>): Promise<void> {
  const address = page.url();
  for (;;) {
    await expect(page.locator("main .skeleton")).toHaveCount(0);
    const kind = await pressOneOf(page, [...pressed]);
    if (kind === null) return;
    pressed.add(kind);
    await leaveOpened(page, dialogs);
    // What was chosen stands behind the question mark; the screen is the same.
    if (screenOf(page.url()) !== screenOf(address)) await page.goto(address);
  }
}

function screenOf(address: string): string | undefined {
  return new URL(address).hash.split("?")[0];
}

/**
 * Presses the first button whose kind is not known yet, and gives its kind; null where there is none. Of a kind are
 * buttons whose names differ by figures only, and the cells of a table.
 */
function pressOneOf(page: Page, known: readonly string[]): Promise<string | null> {
  return page
    .locator("main button:not(:disabled):not([aria-disabled=true]):visible")
    .evaluateAll((buttons, kinds) => {
      const kindOf = (button: Element) =>
        button.matches("td > button:not(.button)")
          ? button.className
          : (button.getAttribute("aria-label") ?? button.textContent.trim()).replaceAll(/\d+/g, "0");
      const found = buttons.find((button) => !kinds.includes(kindOf(button)));
      if (!(found instanceof HTMLElement)) return null;
      const kind = kindOf(found);
      found.click();
      return kind;
    }, known);
}

const lists = "main [role=listbox], main [role=grid]";

/** Chooses the first row of a list, where it has one. */
function chooseFirst(page: Page, index: number): Promise<void> {
  return page.locator(lists).evaluateAll((all, wanted) => {
    const first = all[wanted]?.querySelector("[role=option]:not([aria-disabled=true]), [data-row-id]");
    if (first instanceof HTMLElement) first.click();
  }, index);
}

/** Waits until what opened shows all it has, writes its title down, and closes it. */
async function leaveOpened(page: Page, dialogs: Set<string>): Promise<void> {
  const dialog = page.getByRole("dialog");
  const titles = await dialog.getByRole("heading").allTextContents();
  if (titles[0] !== undefined) dialogs.add(titles[0].trim());
  await expect(dialog.locator(".skeleton")).toHaveCount(0);
  const opened = page.locator('[role="dialog"], [role="menu"], .popover');
  // What has only just opened may not hear the first Escape.
  await expect(async () => {
    if ((await opened.count()) > 0) await page.keyboard.press("Escape");
    expect(await opened.count()).toBe(0);
  }).toPass({ timeout: 30_000 });
}

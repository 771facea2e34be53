/** What a screen shows while it waits for an answer, where the answer fails, and where there is nothing yet. */
import type { Page } from "@playwright/test";
import { standBetween } from "./between.ts";
import { expect, expectAccessible } from "./fixtures.ts";

export interface ReadState {
  readonly path: string;
  /** What the screen asks for. */
  readonly question: string;
  readonly coming: string;
  readonly failure: string;
  readonly empty: string;
  /** What an empty screen offers to do next. */
  readonly next: string;
}

/** Opens a screen with nothing that was answered before. */
export async function openAnew(page: Page, path: string): Promise<void> {
  await page.goto(new URL(`/#${path}`, page.url()).href);
  await page.reload();
}

async function expectNothingYet(page: Page, { empty, next }: ReadState): Promise<void> {
  const main = page.getByRole("main");
  await expect(main.getByText(empty)).toBeVisible();
  await expect(
    main
      .getByRole("link", { name: next })
      .or(main.getByRole("button", { name: next }))
      .first(),
  ).toBeVisible();
}

/** While the answer is on its way the screen does not look empty; an empty one says what to do next. */
export async function expectPatience(page: Page, screens: readonly ReadState[]): Promise<void> {
  const between = await standBetween(page);
  for (const screen of screens) {
    between.hold(screen.question);
    await openAnew(page, screen.path);
    await expect(page.getByRole("status", { name: screen.coming }).first()).toBeVisible();
    await expect(page.getByText(screen.empty)).toHaveCount(0);
    await expectAccessible(page);
    between.letGo();
    await expectNothingYet(page, screen);
    await expectAccessible(page);
  }
}

/** What could not be read is named, with what was kept, and can be asked for again. */
export async function expectRetry(page: Page, screens: readonly ReadState[]): Promise<void> {
  const between = await standBetween(page);
  for (const screen of screens) {
    between.fail(screen.question);
    await openAnew(page, screen.path);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(screen.failure);
    await expect(alert).toContainText("rien n’a été changé");
    await expect(page.getByText(screen.empty)).toHaveCount(0);
    await expectAccessible(page);
    between.letGo();
    await alert.getByRole("button", { name: "Réessayer" }).click();
    await expectNothingYet(page, screen);
    await expect(alert).toHaveCount(0);
  }
}

import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";

test.describe("a console that has measured nothing", () => {
  test.use({ start: { settings: onboarded, directory: null, demo: false } });

  test("says of each principle what would bring it alive, and never a zero that looks measured", async ({
    page,
  }) => {
    await page.getByRole("link", { name: "Principes" }).click();
    await expect(page.getByRole("heading", { level: 2 })).toHaveCount(7);
    const empathy = page.getByRole("region", { name: /Empathie/ });
    await expect(empathy.getByText("pas encore mesuré")).toHaveCount(3);
    await expect(empathy.getByRole("link", { name: /Recueillir le ressenti/ })).toBeVisible();
    await expect(page.getByText(/Rien n’est connu de/)).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("the demo floor, in English and in the dark", () => {
  test.use({
    start: { settings: { ...onboarded, language: "en", theme: "dark" }, directory: null, demo: true },
  });

  test("every number leads to what it is made of", async ({ page }) => {
    await page.getByRole("link", { name: "Principles" }).click();
    const seconds = page.getByRole("region", { name: /Every second counts/ });
    await expect(seconds.getByText("not measured yet")).toHaveCount(0, { timeout: 60_000 });
    await expectAccessible(page);
    await seconds.getByRole("link").first().click();
    await expect(page).toHaveURL(/\/trends\?.*chart=waits/);
    await expect(page.getByRole("heading", { name: "Trends", level: 1 })).toBeAttached();
  });
});

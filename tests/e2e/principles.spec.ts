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
    await expect(page.getByText(/Aucune venue n’est connue pour/)).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("the demo floor, in English and in the dark", () => {
  test.use({
    start: { settings: { ...onboarded, language: "en", theme: "dark" }, directory: null, demo: true },
  });

  test("every principle is measured beside the month before, and leads to the very things it is made of", async ({
    page,
  }) => {
    await page.getByRole("link", { name: "Principles" }).click();
    const cards = page.getByRole("region");
    // The month before is told last.
    await expect(page.getByText("not measured yet")).toHaveCount(0, { timeout: 90_000 });
    await expect(page.getByText(/before: (nothing known|too few days|fewer than five)/)).toHaveCount(0, {
      timeout: 90_000,
    });
    await expect(cards.getByRole("list", { name: "What it is made of" })).toHaveCount(7);
    await expectAccessible(page);

    const honesty = page.getByRole("region", { name: /Saying what we don’t know/ });
    const [promise] = await honesty.getByRole("list").getByRole("link").allTextContents();
    await honesty.getByRole("list").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/principles\/commitments\?commitment=/);
    await expect(page.locator("tr[aria-current]")).toContainText(promise ?? "?");
    await expectAccessible(page);

    await page.goBack();
    const ideas = page.getByRole("region", { name: /Sharing ideas/ });
    const [title] = await ideas.getByRole("list").getByRole("link").allTextContents();
    await ideas.getByRole("list").getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 2, name: title ?? "?" })).toBeVisible();

    await page.goBack();
    const empathy = page.getByRole("region", { name: /Empathy/ });
    const [words] = await empathy.getByRole("list").getByRole("link").allTextContents();
    await empathy.getByRole("list").getByRole("link").first().click();
    await expect(page.locator("li[aria-current]")).toContainText(words ?? "?");
    await expectAccessible(page);
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

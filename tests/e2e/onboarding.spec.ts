import { expect, expectAccessible, test } from "./fixtures.ts";

const firstStart = { settings: { language: "fr" as const }, directory: null, demo: false };
test.use({ start: firstStart });

test("the first start takes a name and Enter, and the demo floor moves", async ({ page }) => {
  await expect(page.getByRole("textbox", { name: "Votre nom" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Écrivez votre nom ou votre prénom pour continuer.")).toBeVisible();
  await page.keyboard.type("Claire");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("contentinfo")).toContainText("Données de démonstration");
  await expect(page.getByRole("contentinfo")).toContainText("Claire");
  const agents = page.getByRole("grid", { name: "Agents" });
  await expect(agents.getByRole("row").first()).toBeVisible();
  const before = (await agents.textContent()) ?? "";
  await expect(agents).not.toHaveText(before);
});

test("by keyboard alone: another language, and a feed to connect", async ({ page, vigie }) => {
  await expect(page.getByRole("textbox", { name: "Votre nom" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(page.getByRole("heading", { name: "Welcome to Vigie" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Claire");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /Connect a system/ })).toBeChecked();
  await expect(page.getByText(vigie.feedUrl, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Open the floor" }).press("Enter");
  await expect(page.getByRole("navigation")).toBeVisible();
  await expect(page.getByRole("contentinfo")).not.toContainText("Demo data");
});

test("the third way shows the command that imports a file into this store", async ({ page, vigie }) => {
  await page.getByRole("radio", { name: /Importer un fichier/ }).press("Space");
  await expect(page.getByText(/npm run vigie -- import FICHIER\.csv --mapping/)).toContainText(vigie.home);
});

for (const language of ["fr", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test.describe(`in ${language}, ${theme}`, () => {
      test.use({ start: { ...firstStart, settings: { language, theme } } });

      test("the first page is accessible, whatever is chosen", async ({ page }) => {
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        const ways = page.getByRole("radiogroup").last().getByRole("radio");
        for (const way of [0, 1, 2]) {
          await ways.nth(way).press("Space");
          await expect(ways.nth(way)).toBeChecked();
          await expectAccessible(page);
        }
      });
    });
  }
}

import { expect, onboarded, test } from "./fixtures.ts";
import { restart } from "./restart.ts";

const passports = { id: "passeports", name: "Passeports", channels: ["counter" as const], targets: [] };

test.use({
  start: {
    settings: onboarded,
    directory: {
      sites: [{ id: "hotel-de-ville", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
      services: [passports],
      roster: [],
    },
    demo: false,
  },
});

test.beforeEach(async ({ page }) => {
  await page.getByRole("link", { name: "Réglages" }).click();
  await expect(page.getByRole("heading", { name: "Réglages", level: 1 })).toBeVisible();
});

test("language, theme and density apply at once", async ({ page }) => {
  await page.getByRole("radio", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("radio", { name: "Compact" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
});

test("a name, a site and the time to answer are kept over a restart", async ({
  page,
  vigie,
  browser,
  host,
  start,
}) => {
  await page.getByRole("textbox", { name: "Votre nom" }).fill("Claire M.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("contentinfo")).toContainText("Claire M.");
  await page.getByRole("button", { name: "Accueil affiché au départ" }).click();
  await page.getByRole("option", { name: "Hôtel de ville" }).click();
  await page.getByRole("textbox", { name: "Minutes avant que l’appel expire" }).fill("7");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Minutes avant que l’appel expire" })).toHaveValue(/7/);

  const again = await restart(vigie, browser, host, start);
  await again.page.getByRole("link", { name: "Réglages" }).click();
  await expect(again.page.getByRole("textbox", { name: "Votre nom" })).toHaveValue("Claire M.");
  await expect(again.page.getByRole("button", { name: "Accueil affiché au départ" })).toContainText("Hôtel");
  await expect(again.page.getByRole("textbox", { name: "Minutes avant que l’appel expire" })).toHaveValue(
    /7/,
  );
  await again.close();
});

test("a new target counts from now on, by keyboard alone", async ({ page }) => {
  const row = page.getByRole("row", { name: /Passeports/ });
  await expect(row).toContainText(/80\s% en 15 min/u);
  await row.getByRole("button", { name: "Modifier Passeports" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Servir en moins de" }).fill("5");
  await dialog.getByRole("textbox", { name: "pour cette part, en %" }).fill("90");
  await page.keyboard.press("Tab");
  await dialog.getByRole("button", { name: "Enregistrer" }).press("Enter");
  await expect(row).toContainText(/90\s% en 5 min/u);
});

test("a site gets another name", async ({ page }) => {
  await page.getByRole("textbox", { name: "Nom de l’accueil hotel-de-ville" }).fill("Mairie");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Accueil renommé : Mairie")).toBeVisible();
});

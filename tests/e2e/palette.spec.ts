import { expect, expectAccessible, test } from "./fixtures.ts";

test("finds a ticket, a screen and an action by typing, from any screen", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A042", agoSeconds: 300 });
  await townHall.arrive({ ticket: "E117", service: "etat-civil", agoSeconds: 200 });
  await expect(page.getByRole("row", { name: /E117|A042/ }).first()).toBeVisible();

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Rechercher ou agir" });
  await expect(palette.getByRole("menuitem", { name: "Appeler un renfort" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type("donn");
  await expect(palette.getByRole("menuitem")).toHaveText([/Données/]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Données", level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Rechercher ou agir" }).click();
  await page.keyboard.type("e117");
  await palette.getByRole("menuitem", { name: /E117/ }).click();
  await expect(page.getByRole("row", { name: /E117/ })).toHaveAttribute("aria-selected", "true");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("theme sombre");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("xyz");
  await expect(palette).toContainText("Rien ne correspond.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
});

test("lists the shortcuts, and calls backup from a screen without its button", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A042", agoSeconds: 300 });
  await expect(page.getByRole("row", { name: /A042/ })).toBeVisible();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Raccourcis clavier" });
  await expect(sheet).toContainText("Réaffecter les dossiers choisis");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.getByRole("link", { name: "Suivi" }).click();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("renfort");
  await page.getByRole("menuitem", { name: "Appeler un renfort" }).click();
  await expect(page.getByRole("dialog", { name: "Appeler un renfort" })).toBeVisible();
});

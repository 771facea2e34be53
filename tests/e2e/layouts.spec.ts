import { expect, expectAccessible, test } from "./fixtures.ts";

test("panels and services are put away, saved under a name, and brought back", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A042", agoSeconds: 300 });
  await townHall.arrive({ ticket: "E117", service: "etat-civil", agoSeconds: 200 });
  const services = page.getByRole("grid", { name: "Démarches" });
  const agents = page.getByRole("grid", { name: "Agents" });
  await expect(services.getByRole("row", { name: /etat-civil/ })).toBeVisible();
  await expect(agents).toBeVisible();

  const button = page.getByRole("button", { name: "Disposition" });
  await button.click();
  const menu = page.getByRole("dialog", { name: "Disposition du plateau" });
  await menu.getByRole("checkbox", { name: "Agents" }).click({ force: true });
  await expect(agents).toBeHidden();
  await menu.getByRole("checkbox", { name: "etat-civil" }).click({ force: true });
  await expect(services.getByRole("row", { name: /etat-civil/ })).toBeHidden();
  await expectAccessible(page);
  await menu.getByLabel("Enregistrer cette disposition sous").fill("Passeports seuls");
  await menu.getByRole("button", { name: "Enregistrer" }).click();
  await expect(menu.getByRole("button", { name: "Passeports seuls", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await menu.getByRole("checkbox", { name: "Agents" }).click({ force: true });
  await menu.getByRole("checkbox", { name: "Toutes, aussi les nouvelles" }).click({ force: true });
  await page.keyboard.press("Escape");
  await expect(agents).toBeVisible();
  await expect(services.getByRole("row", { name: /etat-civil/ })).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("seuls");
  await page.getByRole("menuitem", { name: /Passeports seuls/ }).click();
  await expect(agents).toBeHidden();
  await expect(services.getByRole("row", { name: /etat-civil/ })).toBeHidden();
});

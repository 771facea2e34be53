import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

const cases = (page: Page) => page.getByRole("grid", { name: /Dossiers ouverts/ });
const services = (page: Page) => page.getByRole("grid", { name: "Démarches" });
const agents = (page: Page) => page.getByRole("grid", { name: "Agents" });
const row = (page: Page, ticket: string) => cases(page).getByRole("row", { name: ticket });

async function openFloor(page: Page, townHall: TownHall): Promise<void> {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await townHall.signIn("chloe", "Chloé R.", ["etat-civil"]);
  await townHall.arrive({ ticket: "A042", agoSeconds: 600 });
  await townHall.arrive({ ticket: "A043", agoSeconds: 500 });
  await townHall.arrive({ ticket: "A044", agoSeconds: 400 });
  await townHall.arrive({ ticket: "E001", service: "etat-civil", agoSeconds: 10 });
  await services(page)
    .getByRole("row", { name: /passeports/ })
    .click();
  await expect(row(page, "A044")).toBeVisible();
  await expect(agents(page).getByRole("row")).toHaveCount(2);
}

test("by keyboard alone: many cases to a person, then taken back", async ({ page, townHall }) => {
  await openFloor(page, townHall);
  await row(page, "A042").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByText("2 choisis")).toBeVisible();
  await page.keyboard.press("r");

  const dialog = page.getByRole("dialog", { name: "Réaffecter 2 dossiers" });
  await expect(dialog).toContainText("A042, A043");
  await expect(dialog.getByRole("option", { name: "Chloé R." })).toContainText("n’est pas formé");
  await expect(dialog.getByRole("option", { name: "Amina B." })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("option", { name: "Amina B." })).toHaveAttribute("aria-selected", "true");
  await dialog.getByRole("button", { name: "Réaffecter" }).focus();
  await page.keyboard.press("Enter");
  await expect(row(page, "A042")).toContainText("pour Amina B.");
  await expect(row(page, "A043")).toContainText("pour Amina B.");
  await expect(row(page, "A044")).not.toContainText("pour Amina B.");

  // While the message has the focus its time stands still, however slow the machine is.
  await page.getByRole("button", { name: "Annuler" }).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Réaffectation annulée : 2 dossiers sont revenus")).toBeVisible();
  await expect(row(page, "A042")).not.toContainText("pour Amina B.");
});

test("by mouse: dragged onto another service, where the wait goes on", async ({ page, townHall }) => {
  await openFloor(page, townHall);
  await row(page, "A043").dragTo(services(page).getByRole("row", { name: /etat-civil/ }));
  const dialog = page.getByRole("dialog", { name: "Réaffecter 1 dossier" });
  await expect(dialog.getByRole("option", { name: "etat-civil" })).toHaveAttribute("aria-selected", "true");
  await dialog.getByRole("button", { name: "Réaffecter" }).click();
  await expect(row(page, "A043")).toBeHidden();
  await services(page)
    .getByRole("row", { name: /etat-civil/ })
    .click();
  await expect(row(page, "A043")).toContainText("venu de passeports · attente conservée");
  await expect(row(page, "A043")).toContainText(/(08|09|1\d):\d\d/);
});

test("by mouse: dragged onto a person, then taken back from the message", async ({ page, townHall }) => {
  await openFloor(page, townHall);
  await row(page, "A042").dragTo(agents(page).getByRole("row", { name: "Amina B." }));
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("option", { name: "Amina B." })).toHaveAttribute("aria-selected", "true");
  await dialog.getByRole("button", { name: "Réaffecter" }).click();
  await page.getByRole("button", { name: "Annuler" }).click();
  await expect(page.getByText("Réaffectation annulée : 1 dossier est revenu")).toBeVisible();
  await expect(row(page, "A042")).not.toContainText("pour Amina B.");
});

test("the drag has its keyboard twin", async ({ page, townHall }) => {
  await openFloor(page, townHall);
  await row(page, "A042").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Déposer sur passeports" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("button", { name: "Déposer sur etat-civil" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Réaffecter 1 dossier" });
  await expect(dialog.getByRole("option", { name: "etat-civil" })).toHaveAttribute("aria-selected", "true");
});

test("a case that was called meanwhile stays, with the reason; the others go", async ({ page, townHall }) => {
  await openFloor(page, townHall);
  await row(page, "A042").click();
  await row(page, "A043").click();
  await page.getByRole("button", { name: "Réaffecter" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "À une autre démarche" }).click();
  await dialog.getByRole("option", { name: "etat-civil" }).click();

  await townHall.call("A042", "amina");
  await dialog.getByRole("button", { name: "Réaffecter" }).click();
  await expect(page.getByRole("dialog", { name: "1 dossier est resté où il est" })).toContainText(
    "A042 a été appelé entre-temps par Amina B.",
  );
  await page.getByRole("button", { name: "Compris" }).click();
  await expect(row(page, "A042")).toContainText("Appelé, Amina B.");
  await expect(row(page, "A043")).toBeHidden();
  await expect(row(page, "A044")).toBeVisible();
});

test("own words can be the reason", async ({ page, townHall }) => {
  await openFloor(page, townHall);
  await row(page, "A042").click();
  await page.getByRole("button", { name: "Réaffecter" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("option", { name: "Amina B." }).click();
  await dialog.getByRole("radio", { name: "Autre…" }).click();
  await expect(dialog.getByRole("button", { name: "Réaffecter" })).toBeDisabled();
  await dialog.getByLabel("Motif en quelques mots").fill("Parle portugais");
  await dialog.getByRole("button", { name: "Réaffecter" }).click();
  await expect(row(page, "A042")).toContainText("pour Amina B.");
});

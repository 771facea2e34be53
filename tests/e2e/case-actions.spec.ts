import type { Page } from "@playwright/test";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

const cases = (page: Page) => page.getByRole("grid", { name: /Dossiers ouverts/ });
const row = (page: Page, ticket: string) => cases(page).getByRole("row", { name: ticket });
const button = (page: Page, name: string) => page.getByRole("button", { name });

/** The way back in a message; while it has the focus its time stands still, however slow the machine is. */
async function focusUndo(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Annuler" }).focus();
}

async function openFloor(page: Page, townHall: TownHall): Promise<void> {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await townHall.arrive({ ticket: "A042", agoSeconds: 600 });
  await townHall.arrive({ ticket: "A043", agoSeconds: 500 });
  await townHall.arrive({ ticket: "A044", agoSeconds: 400 });
  await page
    .getByRole("grid", { name: "Démarches" })
    .getByRole("row", { name: /passeports/ })
    .click();
  await expect(row(page, "A044")).toBeVisible();
}

test("by keyboard alone: two cases become urgent, and are as before with Ctrl+Z", async ({
  page,
  townHall,
}) => {
  await openFloor(page, townHall);
  await row(page, "A042").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("p");
  const menu = page.getByRole("menu", { name: "Priorité" });
  await expect(menu.getByRole("menuitem", { name: /Urgente/ })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(row(page, "A042")).toContainText("urgent");
  await expect(row(page, "A043")).toContainText("urgent");
  await expect(row(page, "A044")).not.toContainText("urgent");
  await expect(page.getByText("Priorité « Urgente » : 2 dossiers")).toBeVisible();

  await focusUndo(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Action annulée : 2 dossiers sont comme avant")).toBeVisible();
  await expect(row(page, "A042")).not.toContainText("urgent");
});

test("a priority can be given its reason", async ({ page, townHall }) => {
  await openFloor(page, townHall);
  await row(page, "A044").click();
  await button(page, "Priorité").click();
  await page.getByRole("menuitem", { name: "Avec un motif…" }).click();
  const dialog = page.getByRole("dialog", { name: "Priorité de 1 dossier" });
  await expect(dialog.getByRole("button", { name: "Changer la priorité" })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByLabel("Motif en quelques mots").fill("Départ en train à 11 h");
  await dialog.getByRole("button", { name: "Changer la priorité" }).click();
  await expect(row(page, "A044")).toContainText("prioritaire");
});

test("suspended with H, the place is kept and the wait runs on; resumed with H", async ({
  page,
  townHall,
}) => {
  await openFloor(page, townHall);
  await row(page, "A043").click();
  await expect(button(page, "Suspendre")).toBeEnabled();
  await page.keyboard.press("h");
  await expect(row(page, "A043")).toContainText("Suspendu");
  await expect(row(page, "A043")).toContainText("place gardée depuis");
  await expect(row(page, "A043")).toContainText(/(08|09|1\d):\d\d/);
  await expect(button(page, "Reprendre")).toBeEnabled();
  await expect(button(page, "Réaffecter")).toBeDisabled();
  await expectAccessible(page);
  await page.keyboard.press("h");
  await expect(row(page, "A043")).toContainText("En attente");
  await expect(page.getByText("1 dossier repris à sa place")).toBeVisible();
  await focusUndo(page);
  await page.keyboard.press("Enter");
  await expect(row(page, "A043")).toContainText("Suspendu");
});

test("who was called in vain goes back to the queue, with the wait they had", async ({ page, townHall }) => {
  await openFloor(page, townHall);
  await townHall.call("A042", "amina");
  await expect(row(page, "A042")).toContainText("Appelé, Amina B.");
  await row(page, "A042").click();
  await expect(page.getByText("1 choisi déjà appelé")).toBeVisible();
  await button(page, "Remettre en file").click();
  await focusUndo(page);
  await expect(row(page, "A042")).toContainText("En attente");
  await expect(row(page, "A042")).toContainText(/1\d:\d\d/);
  await page.keyboard.press("Enter");
  await expect(row(page, "A042")).toContainText("Appelé, Amina B.");
});

test("a case that was called before the choice stays, with the reason; the others go", async ({
  page,
  townHall,
}) => {
  await openFloor(page, townHall);
  await row(page, "A042").click();
  await row(page, "A043").click();
  await page.keyboard.press("p");
  await expect(page.getByRole("menu", { name: "Priorité" })).toBeVisible();
  await townHall.call("A042", "amina");
  await page.getByRole("menuitem", { name: /Urgente/ }).click();
  await focusUndo(page);
  const message = page.getByRole("alertdialog");
  await expect(message).toContainText("Priorité « Urgente » : 1 dossier");
  await expect(message).toContainText("A042 a été appelé entre-temps par Amina B.");
  await expectAccessible(page);
  await expect(row(page, "A043")).toContainText("urgent");
  await expect(row(page, "A042")).toContainText("Appelé, Amina B.");
  await focusUndo(page);
  await page.keyboard.press("Enter");
  await expect(row(page, "A043")).not.toContainText("urgent");
});

test("single keys can be switched off; keys with Ctrl stay", async ({ page, townHall }) => {
  await openFloor(page, townHall);
  await page.getByRole("link", { name: "Réglages" }).click();
  await page.getByText("Activés", { exact: true }).click();
  await expect(page.getByRole("switch", { name: "Raccourcis d’une seule touche" })).not.toBeChecked();
  await expect(page.getByRole("switch", { name: "Remonter qui attend trop" })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Plateau" }).click();
  await row(page, "A042").click();
  await expect(button(page, "Suspendre")).not.toHaveAttribute("aria-keyshortcuts");
  await page.keyboard.press("h");
  await page.keyboard.press("b");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row(page, "A042")).toContainText("En attente");
  await button(page, "Suspendre").click();
  await focusUndo(page);
  await expect(row(page, "A042")).toContainText("Suspendu");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(row(page, "A042")).toContainText("En attente");
});

test.describe("with the guard at once the target", () => {
  test.use({
    start: {
      settings: { ...onboarded, ageing: { isOn: true, multiple: 1 } },
      directory: null,
      demo: false,
    },
  });

  test("who waits too long rises by themselves, and the row says why", async ({ page, townHall }) => {
    await townHall.arrive({ ticket: "A001", agoSeconds: 35 * 60 });
    await openFloor(page, townHall);
    await expect(row(page, "A001")).toContainText("remonté : attend depuis 2 × l’objectif", {
      timeout: 15_000,
    });
    await expect(row(page, "A042")).not.toContainText("remonté");
  });
});

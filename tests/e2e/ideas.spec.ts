import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

const dayMs = 24 * 60 * 60 * 1_000;

async function openIdeas(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Principes" }).click();
  await page.getByRole("link", { name: "Idées", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Idées et questions" }).first()).toBeVisible();
}

/** Five people on each of so many days, at noon UTC, each of whom waits so long. */
async function playDays(townHall: TownHall, days: readonly number[], waitSeconds: number): Promise<void> {
  const noonMs = Math.floor(Date.now() / dayMs) * dayMs + dayMs / 2;
  for (const day of days) {
    for (let person = 0; person < 5; person += 1) {
      const ticket = `J${day}-${person}`;
      const atMs = noonMs + day * dayMs + person * 60_000;
      await townHall.arrive({ ticket, atMs });
      await townHall.postAt("case.called", ticket, { agent: "amina" }, atMs + waitSeconds * 1_000);
      await townHall.postAt("case.started", ticket, { agent: "amina" }, atMs + waitSeconds * 1_000);
      await townHall.postAt("case.completed", ticket, {}, atMs + waitSeconds * 1_000 + 60_000);
    }
  }
}

const article = (page: Page) => page.getByRole("article");

test("a question is asked, discussed and answered, for everybody to read", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A001" });
  await openIdeas(page);
  await expect(page.getByText("Aucune idée pour l’instant.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Proposer", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByText("Dites en quelques mots de quoi il s’agit.")).toBeVisible();
  await dialog.getByRole("radio", { name: "Question" }).click();
  await dialog.getByLabel("Titre").fill("Que dire sans réponse du préfet ?");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(article(page)).toContainText("Que dire sans réponse du préfet ?");

  await page.getByLabel("Votre commentaire").fill("On donne une date de rappel.");
  await page.getByRole("button", { name: "Commenter" }).click();
  await expect(article(page)).toContainText("On donne une date de rappel.");
  await expect(page.getByLabel("Votre commentaire")).toHaveValue("");

  await page.getByRole("button", { name: "Répondre…" }).click();
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByText(/Une décision sans motif/)).toBeVisible();
  await dialog.getByLabel("La réponse").fill("Dire qu’on ne sait pas encore, et promettre une date.");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText(/Décision enregistrée/)).toBeVisible();
  await expect(article(page)).toContainText("Dire qu’on ne sait pas encore, et promettre une date.");
  await expect(page.getByRole("listbox", { name: "Idées et questions" })).toContainText("Répondues");
  await expectAccessible(page);
});

test("an idea that is tried shows its figure before and after, and proves nothing", async ({
  page,
  townHall,
}) => {
  await playDays(townHall, [-14, -13, -12, -11, -10, -9, -8], 600);
  await playDays(townHall, [-7, -6, -5, -4, -3, -2], 120);
  await openIdeas(page);
  await page.getByRole("button", { name: "Proposer", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Titre").fill("Un pré-accueil de 11 h à midi");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("button", { name: "Essayer…" }).click();
  const start = new Date(Date.now() - 7 * dayMs).toISOString().slice(0, 10).split("-");
  await dialog.getByRole("spinbutton").first().focus();
  await page.keyboard.type(start.toReversed().join(""));
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  const effect = page.getByRole("region", { name: "Avant et après" });
  await expect(effect).toContainText("Plus bas qu’avant");
  await expect(effect).toContainText("−08:0");
  await expect(effect).toContainText("n = 6 jours de chaque côté");
  await expect(effect).toContainText("Avant/après, pas une preuve");
  await expectAccessible(page);
  await effect.getByRole("button", { name: "Tableau" }).click();
  await expect(effect.getByRole("row")).toHaveCount(14);
  await expectAccessible(page);
});

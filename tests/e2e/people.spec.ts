import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";

const passphrase = "trois petits chats";

test.use({ start: { settings: onboarded, directory: null, demo: false } });

test("a house is closed by its first person; each sees what their role opens", async ({ page }) => {
  await page.getByRole("link", { name: "Réglages" }).click();
  await page.getByRole("link", { name: "Personnes" }).click();
  await expect(page.getByText("Personne n’est encore inscrit")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Inscrire la première personne…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Nom" }).fill("Claire Martin");
  await dialog.getByLabel("Phrase secrète").fill("court");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByText("La phrase doit compter au moins 10 caractères.")).toBeVisible();
  await dialog.getByLabel("Phrase secrète").fill(passphrase);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("contentinfo")).toContainText("Claire Martin");

  // Somebody who coaches, and does nothing else.
  await page.getByRole("link", { name: "Réglages" }).click();
  await page.getByRole("link", { name: "Personnes" }).click();
  await page.getByRole("button", { name: "Ajouter une personne…" }).click();
  await dialog.getByRole("textbox", { name: "Nom" }).fill("Benoît Petit");
  await dialog.getByLabel("Phrase secrète").fill(passphrase);
  await dialog.getByRole("checkbox", { name: "Encadrement d’équipe" }).press("Space");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("row", { name: /Benoît Petit/ })).toContainText("Encadrement d’équipe");
  await page.getByRole("link", { name: "Journal d’accès" }).click();
  await expect(page.getByText("Aucun regard sur une personne, aucun export.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: /Claire Martin/ }).click();
  await page.getByRole("menuitem", { name: "Se déconnecter" }).click();
  await expect(page.getByRole("heading", { name: "Qui êtes-vous ?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Votre nom" }).fill("Ben");
  await page.getByRole("option", { name: "Benoît Petit" }).click();
  await page.getByLabel("Phrase secrète").fill("pas la bonne phrase");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByText("Cette phrase n’est pas la bonne. Recommencez.")).toBeVisible();
  await page.getByLabel("Phrase secrète").fill(passphrase);
  await page.getByLabel("Phrase secrète").press("Enter");
  await expect(page.getByRole("contentinfo")).toContainText("Benoît Petit");
  await expect(page.getByRole("link", { name: "Suivi" })).toBeVisible();
  await page.getByRole("link", { name: "Réglages" }).click();
  await expect(page.getByRole("heading", { name: "Réglages", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Personnes" })).toHaveCount(0);
});

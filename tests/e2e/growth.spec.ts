import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

/** Two agents of one service, and somebody who waits for it. */
async function open(page: Page, townHall: TownHall): Promise<void> {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await townHall.signIn("benoit", "Benoît L.", ["passeports"]);
  await townHall.arrive({ ticket: "A023", agoSeconds: 60 });
  await page.getByRole("link", { name: "Suivi" }).click();
}

const goTo = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Accompagnement" }).getByRole("link", { name }).click();

async function chooseAgent(page: Page, label: string, typed: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).fill(typed);
  await page.getByRole("option", { name: new RegExp(`^${typed}`) }).click();
}

test("a step is agreed, reminded of, and settled with what came of it", async ({ page, townHall }) => {
  await open(page, townHall);
  await goTo(page, "Suites");
  await expect(page.getByText("Aucune étape convenue.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Nouvelle étape" }).click();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Choisissez l’agent.")).toBeVisible();
  await chooseAgent(page, "Agent", "Amina");
  await page.getByRole("textbox", { name: "Étape" }).fill("Présente sa façon de faire à la réunion.");
  await page.getByRole("textbox", { name: "Rappel, en jours avant" }).fill("30");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const today = page.getByRole("region", { name: "Aujourd’hui" });
  await expect(today.getByRole("listitem")).toContainText("Amina B.");
  await expect(page.getByRole("link", { name: "Suites 1" })).toBeVisible();
  await expectAccessible(page);
  await today.getByRole("button", { name: "Suite donnée" }).click();
  await page.getByLabel("Ce qui s’est passé (facultatif)").fill("Dix collègues étaient là.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const settled = page.getByRole("region", { name: "Terminées" });
  await expect(settled).toContainText("Dix collègues étaient là.");
  await expect(settled).toContainText("Faite");
});

test("a session is planned, prepared, put into a calendar, and ends with its outcome", async ({
  page,
  townHall,
}) => {
  await open(page, townHall);
  await goTo(page, "Séances");
  await page.getByRole("button", { name: "Nouvelle séance" }).click();
  await chooseAgent(page, "Agent", "Amina");
  await page.getByLabel("Heure").fill("23h59");
  await page.getByLabel("Lieu (facultatif)").fill("Bureau 2");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("region", { name: "Aujourd’hui" }).getByRole("option", { name: /Amina/ }).click();
  const session = page.getByRole("article", { name: "Amina B." });
  await expect(session).toContainText("23:59");
  await expect(session).toContainText("Bureau 2");
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await session.getByRole("button", { name: "Fichier d’agenda" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file).toContain("BEGIN:VEVENT");
  expect(file).toContain("LOCATION:Bureau 2");

  await session.getByRole("button", { name: "Préparer" }).click();
  const sheet = page.getByRole("dialog", { name: "Préparer la séance avec Amina B." });
  await expect(sheet).toContainText("passeports · autonome");
  await expect(sheet).toContainText("Les groupes sont trop petits");
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Fermer" }).click();

  await session.getByRole("button", { name: "Bilan" }).click();
  await page.getByLabel("Ce qui a été dit").fill("La reformulation aide.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(session).toContainText("La reformulation aide.");
  await expect(session).toContainText("Tenue");
  await expect(page.getByRole("region", { name: "Aujourd’hui" })).toHaveCount(0);
});

test("the matrix is walked by arrows; an entered level stands beside what was signalled", async ({
  page,
  townHall,
}) => {
  await open(page, townHall);
  await goTo(page, "Compétences");
  const cell = page.getByRole("button", { name: /^Amina B\., passeports/ });
  await expect(cell).toContainText("autonome");
  await expectAccessible(page);
  await cell.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: /^Benoît L\., passeports/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "en apprentissage" }).click();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("button", { name: /^Benoît L\., passeports/ })).toContainText(
    "signalé : autonome",
  );
  await expect(page.getByRole("columnheader", { name: /passeports/ })).toContainText("une seule personne");
});

test("a training grants its levels once everybody’s attendance is confirmed", async ({ page, townHall }) => {
  await open(page, townHall);
  await goTo(page, "Compétences");
  await page.getByRole("radio", { name: "Formations" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Nouvelle formation" }).click();
  await page.getByLabel("Sujet").fill("Recevoir une demande de passeport");
  await page.getByRole("button", { name: /Démarche/ }).click();
  await page.getByRole("option", { name: "passeports" }).click();
  await chooseAgent(page, "Ajouter quelqu’un", "Benoît");
  await expect(page.getByRole("button", { name: "Confirmer les présences" })).toBeDisabled();
  await page.getByRole("radio", { name: "Présent" }).click();
  await page.getByRole("button", { name: /Niveau acquis/ }).click();
  await page.getByRole("option", { name: "référent" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirmer les présences" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Recevoir une demande" })).toContainText(
    "1 présent sur 1",
  );
  await page.getByRole("radio", { name: "Matrice" }).click();
  await expect(page.getByRole("button", { name: /^Benoît L\., passeports/ })).toContainText("référent");
});

test("knowledge gaps list the cases that they are made of", async ({ page, townHall }) => {
  const dayAgo = 24 * 3600;
  for (let number = 1; number <= 5; number += 1) {
    const ticket = `P00${number}`;
    const ago = 2 * dayAgo + number * 60;
    await townHall.arrive({ ticket, agoSeconds: ago });
    await townHall.post("case.called", ticket, {}, ago - 10);
    await townHall.post("case.started", ticket, {}, ago - 10);
    if (number === 1) await townHall.post("case.transferred", ticket, { toService: "etat-civil" }, ago - 40);
    else await townHall.post("case.completed", ticket, {}, ago - 40);
  }
  await open(page, townHall);
  await goTo(page, "Compétences");
  await page.getByRole("radio", { name: "Savoirs à renforcer" }).click();
  await page.getByRole("button", { name: /passeports, Passés ailleurs/ }).click();
  const evidence = page.getByRole("dialog", { name: "passeports · Passés ailleurs" });
  await expect(evidence.getByRole("row", { name: /P001/ })).toContainText("etat-civil");
  await expectAccessible(page);
});

test("a sheet is written, found without its accents and plurals, and read from the floor", async ({
  page,
  townHall,
}) => {
  await open(page, townHall);
  await goTo(page, "Fiches");
  await page.getByRole("button", { name: "Écrire la fiche" }).click();
  await page.getByLabel("Texte").fill("Deux **photos d’identité** récentes.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("button", { name: "Modifier" }).click();
  await page.getByLabel("Texte").fill("Une **photo d’identité** récente.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Version 2, par Nadia F.")).toBeVisible();
  await page.getByRole("button", { name: "1 version précédente" }).click();
  await expect(page.getByText("Deux photos d’identité récentes.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Chercher dans les fiches" }).fill("photos IDENTITE");
  await expect(page.getByRole("listbox", { name: "Fiches" }).getByRole("option")).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Chercher dans les fiches" }).fill("mariage");
  await expect(page.getByText("Aucune fiche ne correspond.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Chercher dans les fiches" }).fill("");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Plateau" }).click();
  await page.getByRole("button", { name: "Fiche", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "passeports" })).toContainText(
    "Une photo d’identité récente.",
  );
  await expectAccessible(page);
});

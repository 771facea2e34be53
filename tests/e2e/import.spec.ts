/** The import assistant: from the export of an unknown ticket machine to figures, and its rejects mended. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { workbook } from "../feeds/xlsx/workbooks.ts";
import { ticketRows, ticketTable } from "../services/ticket-table.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";

const badRow = "A900;Jean Martin;Urbanisme;31/02/2026;09:00;09:05;09:10;G1;agent-1;Servi\r\n";

test.beforeEach(async ({ page }) => {
  await page.getByRole("navigation", { name: "Écrans" }).getByRole("link", { name: "Données" }).click();
  await page.getByRole("button", { name: "Importer un fichier…" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Importer un fichier", level: 1 })).toBeVisible();
});

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = typeof content === "string" ? Buffer.from(content) : content;
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
}

const step = (page: Page) => page.getByRole("list", { name: "Étapes de l’import" }).locator("[aria-current]");
const figure = (page: Page, name: string) => page.locator("dl > div").filter({ hasText: name }).locator("dd");

async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Essayer sur tout le fichier" }).press("Enter");
  const button = page.getByRole("button", { name: "Importer", exact: true });
  await expect(button).toBeEnabled();
  await button.press("Enter");
}

async function importThrough(page: Page): Promise<void> {
  await begin(page);
  await expect(page.getByRole("button", { name: "Voir les tendances" })).toBeVisible();
}

test("an unknown ticket machine: guessed, tried, imported, a reject mended, seen in the trends", async ({
  page,
}) => {
  await expectAccessible(page);
  await choose(page, "tickets.csv", ticketTable(120) + badRow);
  await expect(step(page)).toContainText("Colonnes");
  await expect(page.getByText("120 lignes comprises")).toBeVisible();
  await expect(page.getByText("jamais reprise")).toHaveCount(1);
  await expect(page.getByText("Jean Martin")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Essayer sur tout le fichier" }).press("Enter");
  await expect(figure(page, "Comprises")).toHaveText("120");
  await expect(figure(page, "Rejetées")).toHaveText("1");
  await expect(
    page.getByText("« heure d’arrivée » : « 31/02/2026 09:00 » n’est pas une heure écrite comme prévu."),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Importer", exact: true }).press("Enter");
  await expect(page.getByText("terminé, avec des rejets")).toBeVisible();
  await expect(figure(page, "Reprises")).toHaveText("120");
  await expectAccessible(page);

  await page.getByRole("button", { name: /tickets\.csv, ligne 122/ }).press("Enter");
  await page.getByLabel("Jour", { exact: true }).fill("02/11/2026");
  await expectAccessible(page);
  await page.getByLabel("Jour", { exact: true }).press("Enter");
  await expect(page.getByText("Corrigé : l’événement est enregistré.")).toBeVisible();
  await expect(page.getByText("terminé", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Voir les tendances" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Tendances", level: 1 })).toBeAttached();
});

test("a trial writes nothing, and a second import adds nothing", async ({ page }) => {
  await choose(page, "tickets.csv", ticketTable(30));
  await page.getByRole("button", { name: "Essayer sur tout le fichier" }).press("Enter");
  await expect(figure(page, "Comprises")).toHaveText("30");
  await page.getByRole("button", { name: "Retour aux données" }).press("Enter");
  await expect(page.getByText("Aucun événement reçu pour l’instant.")).toBeVisible();
  for (const known of ["0", "114"]) {
    await page.getByRole("button", { name: "Importer un fichier…" }).press("Enter");
    await choose(page, "tickets.csv", ticketTable(30));
    await importThrough(page);
    await expect(figure(page, "Déjà connus")).toHaveText(known);
    await page.getByRole("button", { name: "Retour aux données" }).last().press("Enter");
  }
});

test("what was guessed wrongly is corrected, and the mapping is kept for the next file", async ({ page }) => {
  await choose(page, "a.csv", ticketTable(20).replaceAll("Statut", "Colonne X"));
  await expect(page.getByText("20 lignes comprises")).toBeVisible();
  await page.getByRole("button", { name: /Issue \(servi, absent, parti…\)/ }).press("Enter");
  await page.getByRole("option", { name: /Colonne X/ }).press("Enter");
  await page.getByRole("button", { name: /Ce que chaque issue veut dire : Servi/ }).press("Enter");
  await page.getByRole("option", { name: "servi", exact: true }).press("Enter");
  await page.getByRole("button", { name: /Ce que chaque issue veut dire : Parti/ }).press("Enter");
  await page.getByRole("option", { name: "parti sans être servi" }).press("Enter");
  await page.getByRole("button", { name: "Garder cette correspondance" }).press("Enter");
  await expect(page.getByText(/Correspondance gardée/)).toBeVisible();
  await page.getByRole("button", { name: "Choisir un autre fichier" }).press("Enter");
  await choose(page, "b.csv", ticketTable(25).replaceAll("Statut", "Colonne X"));
  await page.getByRole("button", { name: /Partir de/ }).press("Enter");
  await page.getByRole("option", { name: /correspondance gardée/ }).press("Enter");
  await expect(page.getByRole("button", { name: /Ce que chaque issue veut dire : Parti/ })).toContainText(
    "parti sans être servi",
  );
});

test("a workbook is imported from the sheet that is chosen", async ({ page }) => {
  const book = await workbook([
    { name: "Notice", rows: [["À lire"], ["…"]] },
    { name: "Tickets", rows: ticketRows(40) },
  ]);
  await choose(page, "export.xlsx", book);
  await expect(page.getByText("Choisissez la colonne du jour et de l’heure d’arrivée.")).toBeVisible();
  await page.getByRole("button", { name: "Réglages fins" }).press("Enter");
  await page.getByRole("button", { name: /Feuille/ }).press("Enter");
  await page.getByRole("option", { name: "Tickets" }).press("Enter");
  await expect(page.getByText("40 lignes comprises")).toBeVisible();
  await importThrough(page);
  await expect(figure(page, "Reprises")).toHaveText("40");
});

test("a long import is stopped, and goes on from the Data screen", async ({ page }) => {
  await choose(page, "annee.csv", ticketTable(9_000));
  await begin(page);
  await page.getByRole("button", { name: "Arrêter" }).press("Enter");
  await expect(page.getByText("arrêté", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Retour aux données" }).last().press("Enter");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reprendre annee.csv" }).press("Enter");
  await expect(page.getByText("terminé", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/9\s000 lignes reprises sur 9\s000/)).toBeVisible();
});

test("a folder is watched: a file in it imports itself", async ({ page, vigie }) => {
  await choose(page, "tickets.csv", ticketTable(10));
  await page.getByRole("button", { name: "Garder cette correspondance" }).press("Enter");
  await page.getByRole("button", { name: "Retour aux données" }).press("Enter");
  const inbox = join(vigie.home, "depot");
  mkdirSync(inbox);
  await page.getByRole("button", { name: "Surveiller un dossier…" }).press("Enter");
  await page.getByLabel("Chemin du dossier, sur la machine de la console").fill(inbox);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Surveiller", exact: true }).press("Enter");
  await expect(page.getByRole("list", { name: "Dossiers surveillés" })).toContainText("surveillé");
  writeFileSync(join(inbox, "lundi.csv"), ticketTable(12));
  await expect(page.getByText(/dernier fichier\s: lundi\.csv/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("list", { name: "Imports" })).toContainText("dossier surveillé");
});

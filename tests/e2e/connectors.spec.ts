/** Connectors on the Data page: added, tried, failing, removed, all by keyboard. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";

const connectors = (page: Page) => page.getByRole("table", { name: "Connecteurs" });

test.beforeEach(async ({ page }) => {
  await page.getByRole("navigation", { name: "Écrans" }).getByRole("link", { name: "Données" }).click();
  await expect(page.getByText("Aucun autre système n’est branché.")).toBeVisible();
});

async function addNovoSga(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ajouter un connecteur…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Ajouter un connecteur" });
  await dialog.getByLabel("Nom du connecteur").fill("Prefeitura");
  await dialog.getByLabel("Accueil (clé)").fill("mairie");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

test("a Novo SGA that posts to the address shown is heard", async ({ page, vigie }) => {
  await addNovoSga(page);
  const row = connectors(page).getByRole("row", { name: /Prefeitura/ });
  await expect(row).toContainText("Rien reçu pour l’instant");
  await row.getByRole("button", { name: "Comment brancher Prefeitura" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Brancher Prefeitura" });
  await expect(dialog.getByText(vigie.ingestToken)).toHaveCount(0);
  await expectAccessible(page);
  const address = `${new URL(vigie.feedUrl).origin}/v1/connectors/novo-sga/prefeitura`;
  await expect(dialog.getByText(address)).toBeVisible();
  await page.keyboard.press("Escape");
  const now = new Date().toLocaleString("sv-SE", { timeZone: "Europe/Paris" }).replace(" ", "T");
  const response = await fetch(address, {
    method: "POST",
    headers: {
      authorization: `Bearer ${vigie.ingestToken}`,
      "content-type": "application/json",
      "x-webhook-event": "ticket.created",
    },
    body: JSON.stringify({
      id: 1,
      senha: { sigla: "A", numero: 1, format: "A001" },
      servico: { id: 1, nome: "Registro Civil" },
      dataChegada: now,
      status: "emitida",
      cliente: { nome: "Maria" },
    }),
  });
  expect(response.status).toBe(202);
  await expect(row).toContainText("Actif");
  await row.getByRole("button", { name: "Essayer Prefeitura" }).press("Enter");
  await expect(row.getByText(/A parlé pour la dernière fois/)).toBeVisible();
  await expectAccessible(page);
});

test("a ZMS that fails says why in words, and removing it asks first", async ({ page }) => {
  const server = createServer((_, response) => response.writeHead(500).end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await page.getByRole("button", { name: "Ajouter un connecteur…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Ajouter un connecteur" });
  await dialog.getByRole("radio", { name: "ZMS" }).press("Space");
  await dialog.getByRole("button", { name: "Enregistrer" }).press("Enter");
  await expect(dialog.getByText("Écrivez une adresse complète, en https.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Nom du connecteur").fill("Bürgeramt");
  await dialog.getByLabel("Accueil (clé)").fill("rathaus");
  await dialog.getByLabel("Adresse de l’API").fill(`http://127.0.0.1:${port}/api/2`);
  await dialog.getByLabel("Numéros des files (scopes)").fill("141, 142");
  await dialog.getByLabel("Clé d’accès (X-Authkey)").fill("secret");
  await dialog.getByRole("button", { name: "Enregistrer" }).press("Enter");
  const row = connectors(page).getByRole("row", { name: /Bürgeramt/ });
  await expect(row).toContainText("En échec");
  await expect(row).toContainText("Réponse HTTP 500 ; un nouvel essai est prévu.");
  await expectAccessible(page);
  await row.getByRole("button", { name: "Modifier Bürgeramt" }).press("Enter");
  await expect(page.getByText("Une clé est gardée ; laissez vide pour ne pas la changer.")).toBeVisible();
  await expect(page.getByLabel("Clé d’accès (X-Authkey)")).toHaveValue("");
  await page.keyboard.press("Escape");
  await row.getByRole("button", { name: "Retirer Bürgeramt" }).press("Enter");
  const asked = page.getByRole("dialog", { name: "Retirer Bürgeramt ?" });
  await expect(asked.getByRole("button", { name: "Le garder" })).toBeFocused();
  await asked.getByRole("button", { name: "Retirer", exact: true }).press("Enter");
  await expect(page.getByText("Aucun autre système n’est branché.")).toBeVisible();
  server.close();
});

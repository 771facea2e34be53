import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const run = promisify(execFile);

test.beforeEach(async ({ page }) => {
  await page.getByRole("navigation").getByRole("link", { name: "Données" }).click();
  await expect(page.getByRole("heading", { name: "Données", level: 1 })).toBeVisible();
});

const feeds = (page: Page) => page.getByRole("table", { name: "Flux" });
const curl = (page: Page) => page.getByText(/^curl /);

test("the token is hidden until asked for, and the line for the terminal works", async ({ page, vigie }) => {
  await expect(page.getByText(vigie.ingestToken)).toHaveCount(0);
  await page.getByRole("button", { name: "Montrer" }).click();
  await expect(page.getByText(vigie.ingestToken).first()).toBeVisible();
  const line = (await curl(page).textContent()) ?? "";
  const { stdout } = await run("sh", ["-c", line]);
  expect(JSON.parse(stdout)).toMatchObject({ accepted: 1 });
  await expect(feeds(page).getByRole("row", { name: /essai/ })).toContainText("Actif");
  await page.getByRole("button", { name: "Masquer" }).click();
  await expect(page.getByText(vigie.ingestToken)).toHaveCount(0);
});

test("a renewed token works and the old one does not", async ({ page, vigie }) => {
  await page.getByRole("button", { name: "Renouveler…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Renouveler" }).click();
  await expect(page.getByText("Nouveau jeton en place.")).toBeVisible();
  await page.getByRole("button", { name: "Montrer" }).click();
  const line = (await curl(page).textContent()) ?? "";
  expect(line).not.toContain(vigie.ingestToken);
  expect(JSON.parse((await run("sh", ["-c", line])).stdout)).toMatchObject({ accepted: 1 });
  const refused = await fetch(vigie.feedUrl, {
    method: "POST",
    headers: { authorization: `Bearer ${vigie.ingestToken}`, "content-type": "application/cloudevents+json" },
    body: "{}",
  });
  expect(refused.status).toBe(401);
});

test("an unknown event type is listed with its reason and as it came, and mended in place", async ({
  page,
  vigie,
}) => {
  await expect(page.getByText("Rien n’a été rejeté")).toBeVisible();
  const event = {
    specversion: "1.0",
    id: "1",
    source: "urn:example:qms",
    type: "vigie.case.teleported",
    subject: "A001",
    time: new Date().toISOString(),
    data: {},
  };
  await fetch(vigie.feedUrl, {
    method: "POST",
    headers: {
      authorization: `Bearer ${vigie.ingestToken}`,
      "content-type": "application/cloudevents+json",
    },
    body: JSON.stringify(event),
  });
  const reject = page.getByRole("button", { name: /Type d’événement inconnu : vigie\.case\.teleported/ });
  await expect(reject).toContainText("http");
  await reject.press("Enter");
  const text = page.getByRole("textbox", { name: "Événement" });
  await expect(text).toHaveValue(/"subject": "A001"/);

  const data = { site: "hotel-de-ville", service: "passeports", channel: "counter", ticket: "A001" };
  await text.fill(JSON.stringify({ ...event, type: "vigie.case.arrived", data }));
  await page.getByRole("button", { name: "Rejouer", exact: true }).click();
  await expect(page.getByText("Rien n’a été rejeté")).toBeVisible();
});

test("the store is checked and backed up, and says where the copy is", async ({ page, vigie }) => {
  await expect(page.getByRole("region", { name: "Base" }).getByText(vigie.home)).toBeVisible();
  await page.getByRole("button", { name: "Vérifier" }).click();
  await expect(page.getByText("Base saine")).toBeVisible();
  await page.getByRole("button", { name: "Sauvegarder maintenant" }).click();
  await expect(page.getByText(/Copie vérifiée/)).toBeVisible();
  const path = (await page.getByText(/backups.*\.db$/).textContent()) ?? "";
  expect(existsSync(path)).toBe(true);
});

test("the demo floor starts at a chosen speed, says so, and stops", async ({ page }) => {
  await page.getByRole("textbox", { name: "Vitesse" }).fill("30");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Lancer" }).click();
  await expect(page.getByText("En marche, ×30")).toBeVisible();
  await expect(page.getByText("Données de démonstration", { exact: true })).toBeVisible();
  await expect(feeds(page).getByRole("row", { name: /demo/ })).toBeVisible();
  await page.getByRole("button", { name: "Arrêter" }).click();
  await expect(page.getByText("Arrêté", { exact: true })).toBeVisible();
});

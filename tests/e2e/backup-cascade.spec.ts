/** Calling one after the other, told by real mail, answered on a phone, seen on the floor. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator, Page } from "@playwright/test";
import type { DirectoryDraft } from "../../shared/domain/directory.ts";
import { type Letter, startMailServer } from "../helpers/mail-server.ts";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";

const person = (agentId: string, name: string, level: number) => ({
  agentId,
  name,
  siteId: "hotel-de-ville",
  skills: [{ serviceId: "passeports", level }],
  travelMinutes: 3,
  email: `${agentId}@mairie.example`,
});
const directory: DirectoryDraft = {
  sites: [{ id: "hotel-de-ville", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
  services: [{ id: "passeports", name: "Passeports", channels: ["counter"], targets: [] }],
  roster: [person("ines", "Inès V.", 3), person("theo", "Théo J.", 2), person("zoe", "Zoé I.", 1)],
};

test.use({ start: { settings: onboarded, directory, demo: false } });

const goTo = (page: Page, screen: string) =>
  page.getByRole("navigation", { name: "Écrans" }).getByRole("link", { name: screen }).click();

async function setUpMail(page: Page, port: number): Promise<void> {
  await page.getByRole("button", { name: "Régler le courriel" }).click();
  const dialog = page.getByRole("dialog", { name: "Régler le courriel" });
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByText("Écrivez le nom du serveur, sans adresse ni port.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Serveur").fill("127.0.0.1");
  await dialog.getByRole("radio", { name: "Aucun" }).click();
  await fillNumber(dialog.getByRole("textbox", { name: "Port" }), port);
  await dialog.getByLabel("Adresse d’expéditeur").fill("vigie@mairie.example");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog).toBeHidden();
}

async function openDoor(page: Page, port: number): Promise<void> {
  await page.getByRole("button", { name: "Régler la réponse par lien" }).click();
  const dialog = page.getByRole("dialog", { name: "Réponse par lien" });
  await dialog.getByText("Ouvrir les réponses au réseau local").click();
  await dialog.getByRole("button", { name: /Adresse de cette machine/ }).click();
  await page.getByRole("option", { name: "127.0.0.1" }).click();
  await fillNumber(dialog.getByRole("textbox", { name: "Port" }), port);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog).toBeHidden();
}

async function fillNumber(field: Locator, value: number): Promise<void> {
  await field.fill(String(value));
  await field.press("Tab");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** The link to answer by, out of a letter in quoted-printable. */
function linkIn(letter: Letter | undefined): string {
  const text = (letter?.text ?? "")
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)));
  const link = /http:\/\/[^\s]+\/answer\/\S+/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no link in ${text}`);
  return link;
}

test("a no calls the next one, who answers on a phone", async ({ page, townHall, browser }) => {
  const mail = await startMailServer();
  await townHall.arrive({ ticket: "A042", agoSeconds: 20 * 60 });
  await goTo(page, "Réglages");
  await expect(page.getByText("Les messages demandent de répondre par téléphone")).toBeVisible();
  await setUpMail(page, mail.port);
  await page.getByRole("button", { name: "Essayer le courriel" }).click();
  const trial = page.getByRole("dialog", { name: "Essayer le courriel" });
  await trial.getByLabel("À quelle adresse").fill("nadia@mairie.example");
  await trial.getByRole("button", { name: "Envoyer un essai" }).click();
  await expect(trial.getByText(/Essai parti à \d\d:\d\d/)).toBeVisible();
  expect(mail.letters.map(({ to }) => to)).toEqual([["nadia@mairie.example"]]);
  await trial.getByRole("button", { name: "Fermer" }).click();
  await openDoor(page, await freePort());
  await expect(page.getByText("Ouverte au réseau local")).toBeVisible();
  await expectAccessible(page);

  await goTo(page, "Plateau");
  await expect(page.getByRole("row", { name: "A042" })).toBeVisible();
  await page.keyboard.press("b");
  const dialog = page.getByRole("dialog", { name: "Appeler un renfort" });
  for (const name of ["Théo J.", "Inès V.", "Zoé I."]) await dialog.getByRole("row", { name }).click();
  await dialog.getByRole("radio", { name: "L’un après l’autre" }).click();
  await expect(dialog.getByRole("grid").getByRole("row")).toHaveText([/1Inès V\./, /2Théo J\./, /3Zoé I\./]);
  await expectAccessible(page);
  await dialog.getByLabel(/Message/).fill("Guichet 4");
  await dialog.getByRole("button", { name: "Appeler 3 personnes, l’une après l’autre" }).click();
  await expect(dialog).toBeHidden();

  await goTo(page, "Renforts");
  const cascade = page.getByRole("region", { name: "L’un après l’autre : Passeports" });
  await expect(cascade.getByRole("listitem")).toHaveText([
    /Inès V\.Appelé, réponse attendue/,
    /Théo J\.Le suivant/,
    /Zoé I\.Plus tard/,
  ]);
  await expect(cascade).toContainText(/ensuite Théo J\., dans 0[23]:\d\d au plus/);
  const row = (name: string) => page.getByRole("listitem").filter({ hasText: name }).last();
  await expect(row("Inès V.")).toContainText(/Courriel\s: parti à \d\d:\d\d/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Inès V. a décliné" }).click();
  await expect(cascade.getByRole("listitem")).toHaveText([
    /Inès V\.Décliné/,
    /Théo J\.Appelé, réponse attendue/,
    /Zoé I\.Le suivant/,
  ]);
  await expect.poll(() => mail.letters.length).toBe(3);
  const letter = mail.letters.at(-1);
  expect(letter?.to).toEqual(["theo@mairie.example"]);

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "fr-FR" });
  const answer = await phone.newPage();
  await answer.goto(linkIn(letter));
  await expect(answer.getByRole("heading", { name: "Théo J., on a besoin de vous" })).toBeVisible();
  await expect(answer.getByText("Guichet 4")).toBeVisible();
  expect(await answer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(answer);
  await answer.getByRole("button", { name: "10 min" }).click();
  await expect(answer.getByRole("heading", { name: "Merci, c’est noté" })).toBeVisible();
  await expectAccessible(answer);
  await answer.goto(linkIn(letter));
  await expect(answer.getByRole("button")).toHaveCount(0);
  await phone.close();

  await expect(cascade).toBeHidden();
  await expect(row("Théo J.")).toContainText(/arrive vers \d\d:\d\d/);
  await goTo(page, "Plateau");
  await expect(page.getByRole("grid", { name: "Agents" })).toContainText("Renfort en route");
  expect(mail.letters.map(({ to }) => to[0])).not.toContain("zoe@mairie.example");
  await mail.close();
});

test("a webhook that fails is shown with its next try, and the cascade can be stopped", async ({
  page,
  townHall,
}) => {
  const room = createServer((_request, response) => response.writeHead(503).end());
  await new Promise<void>((resolve) => room.listen(0, "127.0.0.1", resolve));
  const { port } = room.address() as AddressInfo;
  await townHall.arrive({ ticket: "A042" });
  await goTo(page, "Réglages");
  await page.getByRole("button", { name: "Régler le salon" }).click();
  const dialog = page.getByRole("dialog", { name: "Régler le salon" });
  await dialog.getByRole("radio", { name: "Teams" }).click();
  await dialog.getByLabel("Adresse du webhook entrant").fill(`http://127.0.0.1:${port}/hooks/secret`);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Teams · adresse de la maison · sans chiffrement (http)")).toBeVisible();
  await expect(page.getByText("hooks/secret")).toHaveCount(0);
  await page.getByRole("button", { name: "Essayer le salon" }).click();
  await expect(page.getByText("Essai non parti : réponse HTTP 503")).toBeVisible();
  await expectAccessible(page);

  await goTo(page, "Renforts");
  await page.getByRole("button", { name: "Appeler un renfort" }).click();
  const call = page.getByRole("dialog", { name: "Appeler un renfort" });
  await call.getByRole("row", { name: "Inès V." }).click();
  await call.getByRole("row", { name: "Théo J." }).click();
  await call.getByRole("radio", { name: "L’un après l’autre" }).click();
  await call.getByText("Bureau").click();
  await call.getByRole("button", { name: /^Appeler 2 personnes/ }).click();
  const ines = page.getByRole("listitem").filter({ hasText: "Inès V." }).last();
  await expect(ines).toContainText(/Salon\s: échec, nouvel essai à \d\d:\d\d – réponse HTTP 503/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ne plus appeler" }).click();
  await expect(page.getByRole("region", { name: /L’un après l’autre/ })).toBeHidden();
  await expect(ines).toContainText("expire dans");
  room.close();
});

test("who can be called is entered, changed and removed in the settings", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A042" });
  await goTo(page, "Réglages");
  const roster = page.getByRole("table", { name: "Renforts" });
  await page
    .getByRole("region", { name: /^Renforts/ })
    .getByRole("button", { name: "Ajouter…" })
    .click();
  const dialog = page.getByRole("dialog", { name: "Ajouter une personne" });
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByText("Ajoutez une démarche au moins.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Nom").fill("Marc D.");
  await dialog.getByRole("button", { name: /Ajouter une démarche/ }).click();
  await page.getByRole("option", { name: "Passeports" }).click();
  await dialog.getByRole("radio", { name: "3" }).click();
  await dialog.getByText("Peut être appelé à toute heure").click();
  for (const day of ["lundi", "mardi", "mercredi", "jeudi", "vendredi"]) {
    await dialog.getByLabel(day).fill("");
  }
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(roster.getByRole("row", { name: /Marc D\./ })).toContainText("jamais");
  await goTo(page, "Plateau");
  await page.keyboard.press("b");
  const call = page.getByRole("dialog", { name: "Appeler un renfort" });
  await expect(call.getByRole("row", { name: "Marc D." })).toContainText("hors de ses horaires");
  await page.keyboard.press("Escape");
  await goTo(page, "Réglages");
  await roster.getByRole("button", { name: "Retirer Marc D." }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retirer", exact: true }).click();
  await expect(roster).not.toContainText("Marc D.");
});

test("response times are shown for the house and each service, and never for few calls", async ({
  page,
  townHall,
}) => {
  for (const number of [1, 2, 3, 4, 5]) {
    const request = {
      site: "hotel-de-ville",
      service: "passeports",
      agent: `agent-${number}`,
      by: "Nadia F.",
      expiresAt: new Date().toISOString(),
    };
    await townHall.post("backup.requested", `call-${number}`, request, 3_600);
    await townHall.post("backup.accepted", `call-${number}`, {}, 3_600 - 60 * number);
    await townHall.post("backup.arrived", `call-${number}`, {}, 2_400);
    await townHall.post("backup.released", `call-${number}`, {}, 600);
  }
  const few = { site: "hotel-de-ville", service: "urbanisme", agent: "agent-6", by: "Nadia F." };
  await townHall.post("backup.requested", "few", { ...few, expiresAt: new Date().toISOString() }, 3_600);
  await townHall.post("backup.declined", "few", {}, 3_500);
  await goTo(page, "Renforts");
  const table = page.getByRole("table", { name: "Délais de réponse" });
  await expect(table.getByRole("row", { name: /^Passeports/ })).toContainText(
    /100\s%3 min · 9 sur 10 en 5 min/,
  );
  await expect(table.getByRole("row", { name: /^urbanisme/ })).toContainText("trop peu n = 1");
  await expect(table).not.toContainText("agent-");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Définition\u00a0: délais de réponse" }).click();
  await expect(page.getByText(/rien n’est montré, pour ne parler de personne/)).toBeVisible();
  await expectAccessible(page);
});

import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { changeSeat, closeHouse } from "./house.ts";
import type { TownHall } from "./town-hall.ts";

/** Five cases that Amina served today, each of five minutes. */
async function serve(townHall: TownHall): Promise<void> {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await townHall.signIn("rachid", "Rachid K.", ["passeports"]);
  for (let number = 1; number <= 5; number += 1) {
    const ticket = `A00${number}`;
    const ago = number * 600;
    await townHall.arrive({ ticket, agoSeconds: ago });
    await townHall.post("case.called", ticket, { agent: "amina" }, ago - 60);
    await townHall.post("case.started", ticket, { agent: "amina" }, ago - 60);
    await townHall.post("case.completed", ticket, { agent: "amina" }, ago - 360);
  }
}

/** What Amina promised, and a reply that she sent. */
async function promise(townHall: TownHall): Promise<void> {
  await townHall.post(
    "commitment.made",
    "A001",
    {
      owner: "amina",
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
      what: "Rappeler Madame Lefèvre, avec Rachid",
    },
    60,
  );
  await townHall.post(
    "reply.sent",
    "A002",
    { service: "passeports", agent: "amina", text: "Bonjour Madame Lefèvre, votre dossier est complet." },
    30,
  );
}

async function writeNote(page: Page, text: string, isShared: boolean): Promise<void> {
  await page.getByRole("button", { name: "Nouvelle note" }).click();
  await page.getByRole("combobox", { name: "Agent" }).fill("Amina");
  await page.getByRole("option", { name: /^Amina/ }).click();
  await page.getByRole("button", { name: /Qui peut la lire/ }).click();
  await page.getByRole("option", { name: isShared ? /Partagée avec l’agent/ : /Pour moi/ }).click();
  await page.getByLabel("Texte").fill(text);
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("article")).toContainText(text);
}

async function chooseTheme(page: Page, theme: "Clair" | "Sombre"): Promise<void> {
  await page.getByRole("button", { name: "Affichage" }).click();
  await page.getByRole("radio", { name: theme }).click();
  await page.keyboard.press("Escape");
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme === "Sombre" ? "dark" : "light");
}

async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

test("an agent reads, answers and takes away what is kept about them; the lead reads the answer", async ({
  page,
  townHall,
}) => {
  await serve(townHall);
  await promise(townHall);
  await closeHouse(page, "Claire Martin", [
    { name: "Amina B.", role: "Agent", agent: "Amina B." },
    { name: "Benoît Petit", role: "Encadrement d’équipe" },
  ]);

  await changeSeat(page, "Claire Martin", "Benoît Petit");
  await page.getByRole("link", { name: "Suivi" }).click();
  await writeNote(page, "À revoir seul à seul.", false);
  await writeNote(page, "Rachid K. et toi avez rassuré une dame très inquiète.", true);
  await page.getByRole("button", { name: "Ajouter une étape" }).click();
  await page.getByRole("textbox", { name: "Étape" }).fill("Montrer sa façon de faire à la réunion.");
  await page.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("region", { name: "Suite convenue" })).toContainText("Montrer sa façon");
  await page.getByRole("button", { name: "Voir ceux d’une personne" }).click();
  await page.getByRole("textbox", { name: "Motif" }).fill("Préparer notre entretien avec Rachid");
  await page.getByRole("button", { name: "Inscrire et voir" }).click();
  await expect(page.getByRole("dialog", { name: /Repères.: Amina B\./ })).toContainText("passeports");
  await page.getByRole("button", { name: "Fermer", exact: true }).click();

  await changeSeat(page, "Benoît Petit", "Amina B.");
  await expect(page.getByRole("heading", { name: "Mon espace", level: 1 })).toBeVisible();
  const note = page.getByRole("article");
  await expect(note).toContainText("avez rassuré une dame très inquiète");
  await expect(page.getByText("À revoir seul à seul.")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /passeports/ })).toContainText("5");
  const views = page.getByRole("region", { name: "Qui a consulté mes données" });
  await expect(views).toContainText("Benoît Petit");
  await expect(views).toContainText("Préparer notre entretien avec Rachid");
  for (const theme of ["Sombre", "Clair"] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page);
  }

  await note.getByRole("button", { name: "J’ai lu" }).click();
  await expect(note).toContainText(/Lue le/);
  await note.getByRole("button", { name: "Répondre" }).click();
  await note.getByRole("textbox", { name: "Votre réponse" }).fill("J’en parle volontiers jeudi.");
  await expectAccessible(page);
  await note.getByRole("button", { name: "Envoyer" }).click();
  await expect(note.getByRole("region", { name: "Réponses" })).toContainText("J’en parle volontiers jeudi.");

  const downloads: Download[] = [];
  page.on("download", (download) => downloads.push(download));
  await page.getByRole("button", { name: "Emporter tout ce qui me concerne" }).click();
  await expect(page.getByText("Deux fichiers sont prêts : un texte à lire et ses données")).toBeVisible();
  await expect.poll(() => downloads.length).toBe(2);
  for (const download of downloads) {
    const content = await contentOf(download);
    expect(content).toContain("Amina B.");
    expect(content).toContain("avez rassuré une dame très inquiète");
    expect(content).toContain("Montrer sa façon de faire à la réunion.");
    expect(content).toContain("Rappeler Madame [masqué]");
    expect(content).toContain("votre dossier est complet.");
    expect(content).not.toMatch(/Beno[iî]t|Petit|Rachid|Lefèvre|À revoir/);
  }

  await page.getByRole("link", { name: "Suivi" }).click();
  await page.getByRole("link", { name: /^Suites/ }).click();
  await page.getByRole("button", { name: "Suite donnée" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("region", { name: "Terminées" })).toContainText("Faite");

  await changeSeat(page, "Amina B.", "Benoît Petit");
  await page.getByRole("link", { name: "Suivi" }).click();
  await page
    .getByRole("listbox", { name: "Notes" })
    .getByRole("option", { name: /très inquiète/ })
    .click();
  await expect(page.getByRole("article")).toContainText("J’en parle volontiers jeudi.");
  await expect(page.getByRole("article")).toContainText(/lue par l’agent le/);
});

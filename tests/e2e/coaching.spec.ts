import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { restart } from "./restart.ts";
import type { TownHall } from "./town-hall.ts";

async function openCoaching(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Suivi" }).click();
  await expect(page.getByRole("heading", { name: "Accompagnement" })).toBeVisible();
}

/** Two agents whom notes can be about. */
async function signInTwo(townHall: TownHall): Promise<void> {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await townHall.signIn("benoit", "Benoît L.", ["passeports"]);
}

async function chooseAgent(page: Page, typed: string): Promise<void> {
  await page.getByRole("combobox", { name: "Agent" }).fill(typed);
  await page.getByRole("option", { name: new RegExp(`^${typed}`) }).click();
}

async function writeNote(page: Page, agent: string, text: string): Promise<void> {
  await page.getByRole("button", { name: "Nouvelle note" }).click();
  await chooseAgent(page, agent);
  await page.getByLabel("Texte").fill(text);
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Note enregistrée").first()).toBeVisible();
}

const notes = (page: Page) => page.getByRole("listbox", { name: "Notes" });
const note = (page: Page) => page.getByRole("article");

test("a note is written by keyboard, found without its accents, and still there after a restart", async ({
  vigie,
  page,
  townHall,
  browser,
  host,
  start,
}) => {
  await signInTwo(townHall);
  await townHall.arrive({ ticket: "A023", agoSeconds: 60 });
  await openCoaching(page);
  await page.getByRole("button", { name: "Nouvelle note" }).press("Enter");
  await page.getByRole("combobox", { name: "Agent" }).focus();
  await page.keyboard.type("Ami");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("a023");
  await expect(page.getByText("Dossier ouvert : passeports")).toBeVisible();
  await page.getByLabel("Texte").focus();
  await page.keyboard.type("A répondu **avec patience** à une dame très inquiète.");
  await page.keyboard.press("Control+s");
  await expect(note(page)).toContainText("A répondu avec patience");
  await expect(note(page).getByText("avec patience")).toHaveCSS("font-weight", "640");
  await expect(note(page)).toContainText("A023 · passeports");
  await expect(note(page)).toContainText("1 en attente");
  await writeNote(page, "Benoît", "Une date a été promise.");

  await page.getByRole("heading", { name: "Accompagnement" }).click();
  await page.keyboard.press("/");
  await page.keyboard.type("REPONDU inqui");
  await expect(notes(page).getByRole("option")).toHaveCount(1);
  await expect(notes(page).getByRole("option")).toContainText("Amina B.");
  await page.keyboard.press("Escape");
  await expect(notes(page).getByRole("option")).toHaveCount(2);

  const again = await restart(vigie, browser, host, start);
  await openCoaching(again.page);
  await notes(again.page)
    .getByRole("option", { name: /Amina B\./ })
    .click();
  await expect(note(again.page)).toContainText("A répondu avec patience");
  await expect(note(again.page)).toContainText("Écrite par Nadia F.");
  await again.close();
});

test("what is missing is named, and nothing typed is lost on the way", async ({ page, townHall }) => {
  await signInTwo(townHall);
  await openCoaching(page);
  await page.getByRole("button", { name: "Nouvelle note" }).click();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Choisissez l’agent dont parle la note.")).toBeVisible();
  await expect(page.getByText("Écrivez au moins une phrase.")).toBeVisible();
  await page.getByLabel("Texte").fill("À moitié écrite");
  await page.getByRole("link", { name: "Plateau" }).click();
  await page.getByRole("button", { name: "Y revenir" }).click();
  await notes(page)
    .getByRole("option", { name: /À moitié écrite/ })
    .click();
  await expect(page.getByLabel("Texte")).toHaveValue("À moitié écrite");

  await page.getByRole("button", { name: "Abandonner" }).click();
  await page.getByRole("button", { name: "Continuer à écrire" }).click();
  await expect(page.getByLabel("Texte")).toHaveValue("À moitié écrite");
  await page.getByRole("button", { name: "Abandonner" }).click();
  await page.getByRole("button", { name: "Abandonner le brouillon" }).click();
  await expect(page.getByText("Aucune note pour l’instant.")).toBeVisible();
});

test("what is being written outlives the page, and words about health are noticed quietly", async ({
  page,
  townHall,
}) => {
  await signInTwo(townHall);
  await openCoaching(page);
  await page.getByRole("button", { name: "Nouvelle note" }).click();
  await chooseAgent(page, "Amina");
  await page.getByLabel("Texte").fill("Elle revient d’un arrêt de travail.");
  await expect(page.getByText(/«\sarrêt de travail\s»\s: cela touche peut-être la santé/)).toBeVisible();
  await page.getByRole("button", { name: "Insérer les questions ouvertes" }).click();
  await expect(page.getByLabel("Texte")).toHaveValue(/\*\*Qu’en pense l’agent\s\?\*\*/);
  await expect(page.getByText("Brouillon enregistré")).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await notes(page)
    .getByRole("option", { name: /arrêt de travail/ })
    .click();
  await expect(page.getByLabel("Texte")).toHaveValue(/^Elle revient d’un arrêt de travail\./);
  await page.keyboard.press("Control+s");
  await expect(note(page)).toContainText("Elle revient");
  await expect(note(page)).toContainText("Écrite par Nadia F.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Voir ceux d’une personne" }).click();
  await page.getByRole("button", { name: "Inscrire et voir" }).click();
  await expect(page.getByText("Dites pourquoi, en quelques mots.")).toBeVisible();
  await page.getByLabel("Motif").fill("Préparer l’entretien");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Inscrire et voir" }).click();
  await expect(page.getByText("Aucun dossier servi ces quatre semaines.")).toBeVisible();
});

test("notes are filtered by agent and by principle", async ({ page, townHall }) => {
  await signInTwo(townHall);
  await openCoaching(page);
  await writeNote(page, "Amina", "Première.");
  await writeNote(page, "Benoît", "Deuxième.");
  await page.getByRole("button", { name: "Agent", exact: true }).click();
  await page.getByRole("option", { name: "Amina B.", exact: true }).click();
  await expect(notes(page).getByRole("option")).toHaveCount(1);
  await page.getByRole("button", { name: "Montrer tous les agents" }).click();
  await expect(notes(page).getByRole("option")).toHaveCount(2);
  await page.getByRole("button", { name: "Principe", exact: true }).click();
  await page.getByRole("option", { name: "Empathie" }).click();
  await expect(page.getByText("Aucune note ne correspond.")).toBeVisible();
});

test("raw HTML in a note stays text, and nothing is fetched", async ({ page, townHall }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", (dialog) => asked.push(dialog.message()));
  await signInTwo(townHall);
  await openCoaching(page);
  await writeNote(
    page,
    "Amina",
    "<img src=x onerror=alert(1)> <script>alert(2)</script>\n\n[ici](javascript:alert(3)) ![vue](https://example.org/vue.png)",
  );
  await expect(note(page)).toContainText("<img src=x onerror=alert(1)>");
  await expect(note(page).locator(".markdown").locator("img, script, a, iframe")).toHaveCount(0);
  expect(asked.filter((url) => url.includes("example.org") || /^\d$/.test(url))).toEqual([]);
});

test("the same note is edited in two windows: both texts are kept", async ({ page, townHall, host }) => {
  test.skip(host === "desktop", "skipped: the desktop console has one window");
  await signInTwo(townHall);
  await openCoaching(page);
  await writeNote(page, "Amina", "La première version.");
  await page.getByRole("button", { name: "Modifier" }).click();
  await page.getByLabel("Texte").fill("La mienne.");
  await expect(page.getByText("Brouillon enregistré")).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(new URL("/#/coaching", page.url()).href);
  await expect(other.getByLabel("Texte")).toHaveValue("La mienne.");
  await other.getByLabel("Texte").fill("La leur.");
  await other.keyboard.press("Control+s");
  await expect(note(other)).toContainText("La leur.");
  await other.close();

  await page.getByLabel("Texte").press("Control+s");
  const conflict = page.getByRole("alert").filter({ hasText: "Une autre version" });
  await expect(conflict).toContainText("La leur.");
  await expect(page.getByLabel("Texte")).toHaveValue("La mienne.");
  await conflict.getByRole("button", { name: "Enregistrer la mienne" }).click();
  await expect(note(page)).toContainText("La mienne.");
  await page.getByRole("button", { name: "2 versions précédentes" }).click();
  await expect(note(page)).toContainText("La leur.");
  await expect(note(page)).toContainText("La première version.");
});

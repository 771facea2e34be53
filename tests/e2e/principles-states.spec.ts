import type { Page } from "@playwright/test";
import { standBetween } from "./between.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";

test.skip(({ host }) => host === "desktop", "skipped: the desktop window asks over no socket");

const screens = [
  { address: "/principles", ask: "principle", waits: "Les principes arrivent", failure: "Les chiffres" },
  {
    address: "/principles/feedback",
    ask: "feedback",
    waits: "Les réponses arrivent",
    failure: "Le ressenti",
  },
  { address: "/principles/ideas", ask: "idea", waits: "Les idées arrivent", failure: "Les idées" },
  {
    address: "/principles/commitments",
    ask: "commitment",
    waits: "Les engagements arrivent",
    failure: "Les engagements",
  },
  {
    address: "/principles/problems",
    ask: "problem",
    waits: "Les problèmes arrivent",
    failure: "Les problèmes",
  },
] as const;

async function open(page: Page, address: string): Promise<void> {
  await page.goto(new URL(`#${address}`, page.url()).href);
}

function monthOf(page: Page): string {
  return /month=(\d{4}-\d{2})/.exec(page.url())?.[1] ?? "";
}

function monthBefore(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, "2026-11".length);
}

test("while answers are on their way every screen says what comes, in its shape", async ({ page }) => {
  const answers = await standBetween(page);
  for (const { address, ask, waits } of screens) {
    answers.hold(ask);
    await open(page, address);
    await expect(page.getByRole("status", { name: waits }).first()).toBeVisible();
    await expectAccessible(page);
    answers.letGo();
    await expect(page.getByRole("status", { name: waits })).toHaveCount(0);
  }
});

test("the cards of the principles come in where their places were kept", async ({ page }) => {
  const answers = await standBetween(page);
  answers.hold("principle");
  await open(page, "/principles");
  const name = page.getByText("Une seule équipe");
  await expect(page.getByRole("status", { name: "Les principes arrivent" })).toBeVisible();
  const kept = await name.boundingBox();
  answers.letGo();
  await expect(page.getByRole("region", { name: /Une seule équipe/ })).toBeVisible();
  expect(await name.boundingBox()).toEqual(kept);
});

test("months are gone through as fast as one presses, and the cards say that they still follow", async ({
  page,
}) => {
  const answers = await standBetween(page);
  await open(page, "/principles");
  const cards = page.locator(".principle-cards");
  await expect(cards).toHaveAttribute("aria-busy", "false");
  answers.hold("principle");
  const back = page.getByRole("button", { name: "Mois d’avant" });
  await back.click();
  await expect(page).toHaveURL(/month=/);
  const first = monthOf(page);
  await back.click();
  await expect.poll(() => monthOf(page)).toBe(monthBefore(first));
  await expect(cards).toHaveAttribute("aria-busy", "true");
  answers.letGo();
  await expect(cards).toHaveAttribute("aria-busy", "false");
  await expect(page.getByText("Le mois entier.")).toBeVisible();
});

test("what can't be read is said on every screen, with the way to ask again", async ({ page }) => {
  const answers = await standBetween(page);
  for (const { address, ask, failure } of screens) {
    answers.fail(ask);
    await open(page, address);
    const alert = page.getByRole("alert").filter({ hasText: failure });
    await expect(alert).toContainText(/pas pu être lu/);
    await expect(alert).toContainText("rien n’a été changé");
    await expectAccessible(page);
    answers.letGo();
    await alert.getByRole("button", { name: "Réessayer" }).click();
    await expect(alert).toHaveCount(0);
  }
});

test("a month that can't be read leaves the way to the others", async ({ page }) => {
  const answers = await standBetween(page);
  await open(page, "/principles");
  await expect(page.locator(".principle-cards")).toHaveAttribute("aria-busy", "false");
  answers.fail("principle");
  await page.getByRole("button", { name: "Mois d’avant" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Les chiffres n’ont pas pu être lus." });
  await expect(alert).toBeVisible();
  answers.letGo();
  await page.getByRole("button", { name: "Mois d’après" }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole("region", { name: /Une seule équipe/ })).toBeVisible();
});

test("what was read stays where it can't be read again, and is said to be old", async ({
  page,
  townHall,
}) => {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  const answers = await standBetween(page);
  const promise = (what: string) =>
    townHall.post("commitment.made", what, {
      owner: "amina",
      dueAt: new Date(Date.now() + 7 * 24 * 3_600_000).toISOString(),
      what,
      service: "passeports",
    });
  await promise("Envoyer l’acte");
  await open(page, "/principles/commitments");
  const coming = page.getByRole("table", { name: "À venir" });
  await expect(coming).toContainText("Envoyer l’acte");
  answers.fail("commitment/list");
  await promise("Rappeler demain");
  const alert = page.getByRole("alert").filter({ hasText: "Pas à jour" });
  await expect(alert).toBeVisible();
  await expect(coming).toContainText("Envoyer l’acte");
  await expect(coming).not.toContainText("Rappeler demain");
  await expectAccessible(page);
  answers.letGo();
  await alert.getByRole("button", { name: "Réessayer" }).click();
  await expect(coming).toContainText("Rappeler demain");
  await expect(alert).toHaveCount(0);
});

test("the floor never stays silent about commitments that it could not read", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A023", agoSeconds: 60 });
  const answers = await standBetween(page);
  answers.fail("commitment");
  await page.reload();
  const strip = page.getByRole("region", { name: "Engagements du jour" });
  await expect(strip).toContainText("n’ont pas pu être lus");
  await expectAccessible(page);
});

test("a judgement that could not be saved stays in its dialog, with what was chosen", async ({ page }) => {
  const answers = await standBetween(page);
  await open(page, "/principles/problems");
  await page.getByRole("button", { name: "Signaler un problème" }).first().click();
  const report = page.getByRole("dialog", { name: "Signaler un problème" });
  await report.getByLabel("Ce qui ne va pas").fill("La borne n’imprime plus");
  await report.getByRole("button", { name: "Enregistrer" }).click();
  await expect(report).toHaveCount(0);
  await page.getByRole("button", { name: "Juger et orienter…" }).click();
  const judge = page.getByRole("dialog", { name: "Juger et orienter" });
  await judge.getByRole("radio", { name: "Vrai problème" }).click();
  answers.fail("problem/change", "store_full");
  await judge.getByRole("button", { name: "Enregistrer" }).click();
  await expect(judge.getByRole("alert")).toContainText("Le disque est plein");
  await expect(judge.getByRole("radio", { name: "Vrai problème" })).toBeChecked();
  await expectAccessible(page);
  answers.letGo();
  await judge.getByRole("button", { name: "Enregistrer" }).click();
  await expect(judge).toHaveCount(0);
  await expect(page.getByRole("article")).toContainText("Vrai problème");
});

test("where nobody answered yet, the way to a source is there, and no advice that does not fit", async ({
  page,
}) => {
  await open(page, "/principles/feedback");
  await expect(page.getByText("Aucune réponse sur la période.")).toBeVisible();
  await expect(page.getByText(/retirez le filtre/)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Brancher une source dans Données" }).click();
  await expect(page.getByRole("heading", { name: "Données", level: 1 })).toBeAttached();
});

test("the ways through the principles stay where they are from one to the next", async ({ page }) => {
  const tabs = page.getByRole("navigation", { name: "Principes" });
  const lefts: (number | undefined)[] = [];
  for (const { address } of screens) {
    await open(page, address);
    await expect(tabs.locator("[aria-current]")).toHaveAttribute("href", `#${address}`);
    lefts.push((await tabs.boundingBox())?.x);
  }
  expect(new Set(lefts).size).toBe(1);
});

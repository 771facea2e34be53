import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

/** A Tuesday that is over; 09:00 UTC is 10:00 in Paris. */
const day = "2025-03-11";
const agoOf = (time: string) => (Date.now() - Date.parse(`${day}T${time}Z`)) / 1_000;

/** Four people at 10:00: served after 4, 10 and 25 minutes, and one who leaves after 20. */
async function playMorning(townHall: TownHall): Promise<void> {
  const arrive = (ticket: string) => townHall.arrive({ ticket, agoSeconds: agoOf("09:00:00") });
  for (const ticket of ["A001", "A002", "A003", "A004"]) await arrive(ticket);
  for (const [ticket, called, done] of [
    ["A001", "09:04:00", "09:10:00"],
    ["A002", "09:10:00", "09:16:00"],
    ["A003", "09:25:00", "09:31:00"],
  ] as const) {
    await townHall.post("case.called", ticket, { agent: "amina" }, agoOf(called));
    await townHall.post("case.started", ticket, { agent: "amina" }, agoOf(called));
    await townHall.post("case.completed", ticket, {}, agoOf(done));
  }
  await townHall.post("case.abandoned", "A004", {}, agoOf("09:20:00"));
}

async function openDay(page: Page, more = ""): Promise<void> {
  await page.goto(new URL(`/?period=day&date=${day}${more}#/trends`, page.url()).href);
  await expect(page.getByRole("heading", { name: "Tendances" })).toBeAttached();
}

const table = (page: Page, name: string) => page.getByRole("table", { name });

test.describe("in a browser", () => {
  test.skip(({ host }) => host === "desktop", "skipped: addresses are typed only in a browser");

  test("the figures of a day are those of the events that were posted", async ({ page, townHall }) => {
    await playMorning(townHall);
    await openDay(page);
    await expect(page.getByText("mardi 11 mars 2025")).toBeVisible();
    await expect(
      page.getByText(
        "Attente la plus longue : 10:00–10:15, où 9 personnes sur 10 ont attendu au plus 25 min",
      ),
    ).toBeVisible();
    await page.getByRole("button", { name: "Tableau : Attente" }).click();
    await expect(table(page, "Attente").getByRole("row", { name: /10:00–10:15/ })).toContainText(
      /25 min\s*10 min\s*3/,
    );
    await expect(table(page, "Attente").getByRole("row", { name: /10:15–10:30/ })).toContainText(/–\s*–\s*0/);
    const keyFigures = page.getByRole("region", { name: "Chiffres clés de la période" });
    await expect(keyFigures).toContainText(/Servis dans l’objectif\s*50\s%\s*2 sur 4/u);
    await expect(keyFigures).toContainText(/Abandons\s*25\s%\s*1 sur 4/u);
    await expect(keyFigures).toContainText(/6:00\s*moyenne, n = 3/u);
    await expect(keyFigures).toContainText(/Arrivées\s*4/u);

    await page.getByRole("radio", { name: "Servis et abandons" }).click();
    await expect(table(page, "Attente").getByRole("row", { name: /10:00–10:15/ })).toContainText(
      /25 min\s*10 min\s*4/,
    );
  });

  test("a service shows its target and how often it was passed", async ({ page, townHall }) => {
    await playMorning(townHall);
    await openDay(page, "&service=passeports");
    await expect(
      page.getByText(
        /Au moins une personne sur dix a attendu au-delà de l’objectif pendant 1 quart d’heure sur 1/,
      ),
    ).toBeVisible();
    await page.getByRole("button", { name: "Tableau : Attente" }).click();
    await expect(table(page, "Attente").getByRole("row", { name: /10:00–10:15/ })).toContainText("15 min");
  });

  test("the month has a row for the day, and gaps around it", async ({ page, townHall }) => {
    await playMorning(townHall);
    await openDay(page);
    await page.getByRole("radio", { name: "Mois" }).click();
    await expect(page.getByText("mars 2025", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Tableau : Arrivées" }).click();
    await expect(table(page, "Arrivées").getByRole("row")).toHaveCount(32);
    await expect(table(page, "Arrivées").getByRole("row", { name: /mardi 11 mars/ })).toContainText(
      /4\s*0\s*3\s*1/,
    );
  });

  test("arrow keys move through time, and the address keeps the place", async ({ page, townHall }) => {
    await playMorning(townHall);
    await openDay(page);
    await expect(page.getByText("mardi 11 mars 2025")).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByText("mercredi 12 mars 2025")).toBeVisible();
    await expect(page.getByText("Rien n’est arrivé sur cette période.")).toBeVisible();
    await page.reload();
    await expect(page.getByText("mercredi 12 mars 2025")).toBeVisible();
    await page.goBack();
    await expect(page.getByText("mardi 11 mars 2025")).toBeVisible();
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByText("lundi 10 mars 2025")).toBeVisible();
  });

  test("a definition is one press away, with its version", async ({ page, townHall }) => {
    await playMorning(townHall);
    await openDay(page);
    await page.getByRole("button", { name: "Définition : Abandons" }).press("Enter");
    const explanation = page.getByRole("dialog", { name: "Définition : Abandons" });
    await expect(explanation).toContainText("Personnes parties avant d’être appelées");
    await expect(explanation).toContainText("Définitions v1");
    await page.keyboard.press("Escape");
    await expect(explanation).toBeHidden();
  });
});

test("a period without anything says what to do next", async ({ page }) => {
  await page.getByRole("link", { name: "Tendances" }).click();
  await expect(page.getByText("Rien n’est arrivé sur cette période.")).toBeVisible();
  await page.getByRole("button", { name: "Ouvrir les données" }).click();
  await expect(page.getByRole("heading", { name: "Données", level: 1 })).toBeVisible();
});

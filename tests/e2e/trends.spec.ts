import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

/** A Tuesday that is over; 09:00 UTC is 10:00 in Paris. */
const day = "2025-03-11";
const atOf = (time: string) => Date.parse(`${day}T${time}Z`);

/** Four people at 10:00: served after 4, 10 and 25 minutes, and one who leaves after 20. */
async function playMorning(townHall: TownHall): Promise<void> {
  const arrive = (ticket: string) => townHall.arrive({ ticket, atMs: atOf("09:00:00") });
  for (const ticket of ["A001", "A002", "A003", "A004"]) await arrive(ticket);
  for (const [ticket, called, done] of [
    ["A001", "09:04:00", "09:10:00"],
    ["A002", "09:10:00", "09:16:00"],
    ["A003", "09:25:00", "09:31:00"],
  ] as const) {
    await townHall.postAt("case.called", ticket, { agent: "amina" }, atOf(called));
    await townHall.postAt("case.started", ticket, { agent: "amina" }, atOf(called));
    await townHall.postAt("case.completed", ticket, {}, atOf(done));
  }
  await townHall.postAt("case.abandoned", "A004", {}, atOf("09:20:00"));
}

async function openDay(page: Page, more = ""): Promise<void> {
  await page.goto(new URL(`/?period=day&date=${day}${more}#/trends`, page.url()).href);
  await expect(page.getByRole("heading", { name: "Tendances" })).toBeAttached();
}

const table = (page: Page, name: string) => page.getByRole("table", { name, exact: true });
const row = (page: Page, name: string, when: string) =>
  table(page, name)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: when, exact: true }) });

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
    await page.getByRole("button", { name: "Tableau : Attente", exact: true }).click();
    await expect(row(page, "Attente", "10:00–10:15")).toContainText(/10:00\s*25:00\s*13:00\s*3/);
    await expect(row(page, "Attente", "10:15–10:30")).toContainText(/–\s*–\s*–\s*0/);
    const keyFigures = page.getByRole("region", { name: "Chiffres clés de la période" });
    await expect(keyFigures).toContainText(/Servis dans l’objectif\s*50\s%\s*2 sur 4/u);
    await expect(keyFigures).toContainText(/Abandons\s*25\s%\s*1 sur 4/u);
    await expect(keyFigures).toContainText(/6:00\s*moyenne, n = 3/u);
    await expect(page.getByText("4 dossiers")).toBeVisible();

    await page.getByRole("radio", { name: "Servis et abandons" }).click();
    await expect(row(page, "Attente", "10:00–10:15")).toContainText(/10:00\s*25:00\s*14:45\s*4/);
  });

  test("a service shows its target and how often it was passed", async ({ page, townHall }) => {
    await playMorning(townHall);
    await openDay(page, "&service=passeports");
    await expect(
      page.getByText(
        /Au moins une personne sur dix a attendu au-delà de l’objectif pendant 1 quart d’heure sur 1/,
      ),
    ).toBeVisible();
    await expect(page.getByText("2 sur 4 · objectif 80 %")).toBeVisible();
    await page.getByRole("button", { name: "Tableau : Attente", exact: true }).click();
    await expect(row(page, "Attente", "10:00–10:15")).toContainText("15:00");
  });

  test("the month has a row for the day, and gaps around it", async ({ page, townHall }) => {
    await playMorning(townHall);
    await openDay(page);
    await page.getByRole("radio", { name: "Mois" }).click();
    await expect(page.getByText("mars 2025", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Tableau : Arrivées" }).click();
    await expect(table(page, "Arrivées").getByRole("row")).toHaveCount(32);
    await expect(row(page, "Arrivées", "mardi 11 mars")).toContainText(/4\s*0\s*3\s*1/);
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

  test("a definition is there while its button has the focus, with its version", async ({
    page,
    townHall,
  }) => {
    await playMorning(townHall);
    await openDay(page);
    const button = page.getByRole("button", { name: "Définition : Abandons" });
    await page.getByRole("button", { name: "Agrandir : Abandons" }).focus();
    await page.keyboard.press("Tab");
    await expect(button).toBeFocused();
    const explanation = page.getByRole("tooltip");
    await expect(explanation).toContainText("Personnes parties avant d’être appelées");
    await expect(explanation).toContainText("Définitions v");
    await expect(button).toHaveAttribute("aria-describedby", /.+/);
    await page.keyboard.press("Escape");
    await expect(explanation).toBeHidden();
  });

  test("a chart alone is read point by point with arrow keys, and a part of it more closely", async ({
    page,
    townHall,
  }) => {
    await playMorning(townHall);
    await openDay(page);
    await page.getByRole("radio", { name: "Mois" }).click();
    await page.getByRole("button", { name: "Agrandir : Arrivées" }).click();
    await expect(page.getByRole("tab", { name: "Arrivées" })).toHaveAttribute("aria-selected", "true");
    // Where the pointer rests on the chart, arrow keys go on from there.
    await page.mouse.move(0, 0);
    await page.getByRole("application").focus();
    for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press("ArrowRight");
    await expect(page.locator(".chart-box")).toContainText(/mardi 11 mars\s*Arrivées\s*4/);

    const start = page.getByRole("slider", { name: /^Début/ });
    await start.focus();
    for (let presses = 0; presses < 9; presses += 1) await page.keyboard.press("ArrowRight");
    await expect(start).toHaveAccessibleName(/lundi 10 mars/);
    await expect(page).toHaveURL(/zoom=/);
    await page.reload();
    await expect(page.getByRole("slider", { name: /^Début.*lundi 10 mars/ })).toBeVisible();
    await page.getByRole("button", { name: "Tout montrer" }).click();
    await expect(page).not.toHaveURL(/zoom=/);
  });

  test("another period is set beside, day by day", async ({ page, townHall }) => {
    await playMorning(townHall);
    await townHall.arrive({ ticket: "B001", atMs: atOf("09:00:00") - 7 * 86_400_000 });
    await openDay(page);
    await page.getByRole("button", { name: "Comparer", exact: true }).click();
    await page.getByRole("menuitem", { name: "Même jour, semaine précédente" }).click();
    await expect(page.getByText("Comparé à : mardi 4 mars 2025")).toBeVisible();
    await page.getByRole("button", { name: "Tableau : Arrivées" }).click();
    await expect(row(page, "Arrivées", "10:00–10:15")).toContainText(/4\s*0\s*3\s*1\s*0.*mar. 4 mars.*1/u);
    await page.getByRole("button", { name: "Ne pas comparer" }).click();
    await expect(page.getByText("Comparé à")).toBeHidden();
  });

  test("the hours of the week and the spread of waits hold the same people", async ({ page, townHall }) => {
    await playMorning(townHall);
    await openDay(page, "&chart=heat-map");
    const hours = page.getByRole("table", { name: "Attente médiane" });
    await expect(hours.getByRole("row", { name: /mar\./ })).toContainText("10");
    await page.getByRole("radio", { name: "Arrivées" }).click();
    await expect(
      page.getByRole("table", { name: "Arrivées" }).getByRole("row", { name: /mar\./ }),
    ).toContainText("4");
    await page.getByRole("tab", { name: "Répartition" }).click();
    await expect(page.getByText("n = 3")).toBeVisible();
    await page.getByRole("button", { name: "Tableau : Répartition des attentes" }).click();
    await expect(page.getByRole("table", { name: "Répartition des attentes" })).toContainText(/33,3\s%/u);
  });
});

test("a period without anything says what to do next", async ({ page }) => {
  await page.getByRole("link", { name: "Tendances" }).click();
  await expect(page.getByText("Rien n’est arrivé sur cette période.")).toBeVisible();
  await page.getByRole("button", { name: "Ouvrir les données" }).click();
  await expect(page.getByRole("heading", { name: "Données", level: 1 })).toBeVisible();
});

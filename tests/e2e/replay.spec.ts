import type { Page } from "@playwright/test";
import type { Directory } from "../../shared/domain/directory.ts";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

const directory: Directory = {
  sites: [{ id: "hotel-de-ville", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
  services: [{ id: "passeports", name: "Passeports", channels: ["counter"], targets: [] }],
  roster: [],
};

test.use({ start: { settings: onboarded, directory, demo: false } });

const cases = (page: Page) => page.getByRole("grid", { name: /Dossiers ouverts/ });
const daySeconds = 24 * 60 * 60;
const minute = 60;

/** Yesterday, half past one: three people waited, one was called after four minutes, one gave up after eight. */
async function playYesterday(townHall: TownHall): Promise<string> {
  const date = new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris" }).format(
    Date.now() - daySeconds * 1_000,
  );
  const startMs = Date.parse(`${date}T12:30:00Z`);
  const atMs = (minutes: number) => startMs + minutes * minute * 1_000;
  await townHall.postAt(
    "agent.signed_in",
    "amina",
    { site: "hotel-de-ville", name: "Amina B.", skills: [{ service: "passeports", level: 2 }] },
    atMs(-10),
  );
  for (const [index, ticket] of ["A001", "A002", "A003"].entries()) {
    await townHall.arrive({ ticket, atMs: atMs(index) });
  }
  await townHall.postAt("case.called", "A001", { agent: "amina" }, atMs(4));
  await townHall.postAt("case.started", "A001", { agent: "amina" }, atMs(4.5));
  await townHall.postAt("case.abandoned", "A002", {}, atMs(8));
  await townHall.postAt("case.completed", "A001", {}, atMs(12));
  await townHall.postAt("case.abandoned", "A003", {}, atMs(20));
  return date;
}

/** The local time of so many minutes after the story began; winter and summer are told apart by the page itself. */
async function goTo(page: Page, date: string, minutes: number): Promise<void> {
  const at = new Date(Date.parse(`${date}T12:30:00Z`) + minutes * minute * 1_000);
  const time = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", timeStyle: "medium" }).format(at);
  await page.evaluate((address) => {
    location.hash = address;
  }, `/replay?day=${date}&at=${time}`);
  await expect(page.getByRole("slider", { name: "Instant rejoué" })).toHaveAttribute("aria-valuetext", time);
}

test("a day is played again as it was known then, and cannot be mistaken for now", async ({
  page,
  townHall,
}) => {
  const date = await playYesterday(townHall);
  await townHall.arrive({ ticket: "B900", agoSeconds: 30 });
  await expect(cases(page).getByRole("row", { name: /B900/ })).toBeVisible();

  await goTo(page, date, 3);
  await expect(page.getByText(/^Rejeu du .* – en pause$/)).toBeVisible();
  await expect(page).toHaveTitle(/^Rejeu .* – Vigie$/);
  await expect(cases(page).getByRole("row")).toHaveText([/A001.*03:00/, /A002.*02:00/, /A003.*01:00/]);
  await expect(cases(page).getByRole("row", { name: /B900/ })).toHaveCount(0);
  await expect(page.getByRole("grid", { name: "Agents" })).toContainText("Disponible");
  await expect(page.getByRole("region", { name: "Chiffres clés" })).toContainText(
    "personne n’est encore passé",
  );

  await goTo(page, date, 5);
  await expect(cases(page).getByRole("row", { name: /A001/ })).toContainText("En entretien, Amina B.");
  await goTo(page, date, 9);
  await expect(page.getByRole("region", { name: "Chiffres clés" })).toContainText("1 sur 1");
  await goTo(page, date, 13);
  await expect(page.getByRole("region", { name: "Chiffres clés" })).toContainText("1 sur 2");
  await goTo(page, date, 3);
  await expect(cases(page).getByRole("row")).toHaveCount(3);

  await page.keyboard.press("l");
  await expect(cases(page).getByRole("row", { name: /B900/ })).toBeVisible();
  await expect(page.getByText(/^Rejeu du/)).toHaveCount(0);
  await expect(page).toHaveTitle("Plateau – Vigie");
});

test("nothing can be done to the past", async ({ page, townHall }) => {
  const date = await playYesterday(townHall);
  await goTo(page, date, 3);
  await expect(
    page.getByText("Pendant un rejeu, rien ne peut être changé. L revient au direct."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Appeler un renfort" })).toBeDisabled();
  await expect(page.getByRole("button", { name: /Réaffecter|Priorité|Suspendre/ })).toHaveCount(0);
  await cases(page).getByRole("row", { name: /A001/ }).click();
  await page.keyboard.press("r");
  await page.keyboard.press("q");
  await expect(
    page
      .getByRole("alertdialog")
      .or(page.getByRole("status"))
      .filter({ hasText: "rien ne peut être changé" })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("dialog", { name: /Réaffecter/ })).toHaveCount(0);
});

test("it is steered from the keyboard: play, pause, steps, next event, marks", async ({ page, townHall }) => {
  const date = await playYesterday(townHall);
  await goTo(page, date, 3);
  const position = page.getByRole("slider", { name: "Instant rejoué" });
  const time = () => position.getAttribute("aria-valuetext");
  const [hours = ""] = ((await time()) ?? "").split(":");
  const expectTime = (minuteAndSecond: string) =>
    expect(position).toHaveAttribute("aria-valuetext", `${hours}:${minuteAndSecond}`);

  await page.keyboard.press("e");
  await expectTime("34:00");
  await expect(cases(page).getByRole("row", { name: /A001/ })).toContainText("Appelé, Amina B.");
  await page.keyboard.press("ArrowRight");
  await expectTime("35:00");
  await page.keyboard.press("Shift+ArrowLeft");
  await expectTime("30:00");
  await expect(cases(page).getByRole("row")).toHaveText([/A001/]);
  await position.focus();
  await page.keyboard.press("ArrowRight");
  await expectTime("31:00");
  await page.getByRole("button", { name: "+5 min" }).click();
  await expectTime("36:00");
  await page.getByRole("button", { name: /Repère suivant/ }).click();
  await expect(page.getByText("Aucune alerte ni action après cet instant")).toBeVisible();

  await page.getByRole("button", { name: "Vitesse" }).click();
  await page.getByRole("option", { name: "×600" }).click();
  await page.getByRole("button", { name: "Lecture" }).click();
  await expect(page.getByText(/^Rejeu du .* – ×600$/)).toBeVisible();
  await expect(page.getByText("Personne n’attend", { exact: true })).toBeVisible();
  // The day is over with its last visitor, and the replay stops by itself.
  await expect(page.getByRole("button", { name: "Lecture" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`#/replay\\?day=${date}&at=\\d\\d:\\d\\d:\\d\\d$`));
  await page.keyboard.press("Escape");
  await expect(page).toHaveTitle("Plateau – Vigie");
});

test("an alert and what was done about it stand on the day, and the alert's log leads there", async ({
  page,
  townHall,
}) => {
  await townHall.arrive({ ticket: "A042", agoSeconds: 25 * minute });
  await townHall.arrive({ ticket: "E001", service: "etat-civil", agoSeconds: 20 });
  await page.getByRole("link", { name: "Réglages" }).click();
  await page.getByRole("button", { name: "Modifier Plus longue attente > 20 min pendant 2 min" }).click();
  const rule = page.getByRole("dialog", { name: "Règle d’alerte" });
  await rule.getByRole("textbox", { name: "Si cela dure" }).fill("0");
  await rule.getByRole("textbox", { name: "Si cela dure" }).press("Enter");
  await expect(rule).toBeHidden();
  await page.getByRole("link", { name: "Plateau" }).click();
  await expect(page.getByRole("button", { name: "1 alerte" })).toBeVisible();
  await page.keyboard.press("a");
  const alerts = page.getByRole("dialog", { name: "Alertes" });
  await alerts.getByRole("radio", { name: "Journal" }).click();
  await alerts
    .getByRole("row", { name: /Passeports/ })
    .getByRole("link")
    .click();

  await expect(page.getByText(/^Rejeu du .* – en pause$/)).toBeVisible();
  const marks = page.getByRole("toolbar", { name: "Alertes et actions du jour" });
  await expect(
    marks.getByRole("button", { name: /Alerte : Passeports, Plus longue attente 2\d min > 20 min/ }),
  ).toBeVisible();
  await expect(cases(page).getByRole("row", { name: /A042/ })).toContainText(/2[5-9]:\d\d/);
  await expect(page.getByRole("link", { name: "En direct : 1 alerte" })).toBeVisible();
  await expectAccessible(page);
});

test.describe("in English, in the dark", () => {
  test.use({ start: { settings: { ...onboarded, language: "en", theme: "dark" }, directory, demo: false } });

  test("a replay is accessible", async ({ page, townHall }) => {
    await playYesterday(townHall);
    await page.getByRole("radio", { name: "Replay" }).click();
    await expect(page.getByText(/^Replay of .* – paused$/)).toBeVisible();
    await expect(page.getByRole("slider", { name: "Moment shown" })).toBeVisible();
    await expectAccessible(page);
  });
});

import type { Page } from "@playwright/test";
import { chartKinds } from "../../shared/domain/chart.ts";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

/** A Tuesday that is over; 09:00 UTC is 10:00 in Paris. */
const day = "2025-03-11";
const dayMs = 24 * 60 * 60 * 1_000;
const minuteMs = 60_000;
const tenMs = Date.parse(`${day}T09:00:00Z`);

/** Mornings of five Tuesdays, each with three people, a reassignment and a call for backup on the last. */
async function playTuesdays(townHall: TownHall): Promise<void> {
  for (let week = 0; week < 5; week += 1) {
    const fromMs = tenMs - week * 7 * dayMs;
    for (const [index, waitMinutes] of [5, 12, 20 + week].entries()) {
      const ticket = `T${week}${index}`;
      await townHall.arrive({ ticket, atMs: fromMs + index * minuteMs });
      await townHall.postAt("case.called", ticket, { agent: "amina" }, fromMs + waitMinutes * minuteMs);
      await townHall.postAt("case.started", ticket, { agent: "amina" }, fromMs + waitMinutes * minuteMs);
      await townHall.postAt("case.completed", ticket, {}, fromMs + (waitMinutes + 5) * minuteMs);
    }
  }
  await townHall.postAt(
    "backup.requested",
    "call-1",
    {
      site: "hotel-de-ville",
      service: "passeports",
      agent: "ines",
      by: "Nadia",
      expiresAt: new Date(tenMs + 60 * minuteMs).toISOString(),
    },
    tenMs + 2 * minuteMs,
  );
}

async function open(page: Page, query: string): Promise<void> {
  await page.goto(new URL(`/?period=day&date=${day}${query}#/trends`, page.url()).href);
  await expect(page.getByRole("tab", { selected: true })).toBeVisible();
}

const openSessions = (page: Page) =>
  page.getByRole("navigation", { name: "Accompagnement" }).getByRole("link", { name: "Séances" }).click();

/** Plans sessions with Amina for today. */
async function planSessions(page: Page, times: readonly string[]): Promise<void> {
  await page.getByRole("link", { name: "Suivi" }).click();
  await openSessions(page);
  for (const time of times) {
    await page.getByRole("button", { name: "Nouvelle séance" }).click();
    const dialog = page.getByRole("dialog", { name: "Prévoir une séance" });
    await dialog.getByRole("combobox", { name: "Agent" }).fill("Amina");
    await page.getByRole("option", { name: "Amina B.", exact: true }).click();
    await dialog.getByLabel("Heure").fill(time);
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await expect(dialog).toHaveCount(0);
  }
}

test.describe("in a browser", () => {
  test.skip(({ host }) => host === "desktop", "skipped: addresses are typed only in a browser");

  for (const [language, theme] of [
    ["fr", "light"],
    ["en", "dark"],
  ] as const) {
    test.describe(`in ${language}, ${theme}`, () => {
      test.use({ start: { settings: { ...onboarded, language, theme }, directory: null, demo: false } });

      test("every chart is accessible, drawn and as a table", async ({ page, townHall }) => {
        // Twenty looks at a whole page, on machines of two cores.
        test.slow();
        await playTuesdays(townHall);
        await open(page, "&compared=previous");
        await expect(page.getByRole("application").first()).toBeVisible();
        await expectAccessible(page);
        for (const chart of chartKinds) {
          await open(page, `&chart=${chart}&compared=previous&service=passeports`);
          const asTable = page.getByRole("button", { name: /^(?:Tableau|Table)/ });
          await expect(asTable).toBeVisible();
          await expectAccessible(page);
          await asTable.click();
          await expect(page.getByRole("columnheader").first()).toBeVisible();
          await expectAccessible(page);
        }
      });
    });
  }

  test("a day lies over the band of days like it, which says how many they are", async ({
    page,
    townHall,
  }) => {
    await playTuesdays(townHall);
    await open(page, "&chart=waits");
    await expect(page.getByText("jours semblables (9 sur 10, 4 jours)")).toBeVisible();
    await page.getByRole("button", { name: "Tableau : Attente" }).click();
    await expect(page.getByRole("columnheader", { name: "9 sur 10, jours semblables, haut" })).toBeVisible();
    // Three Tuesdays make no band: the week before has one day less behind it.
    await page.keyboard.press("Escape");
    await page.goto(new URL("/?period=day&date=2025-03-04&chart=waits#/trends", page.url()).href);
    await expect(page.getByRole("application")).toBeVisible();
    await expect(page.getByText(/jours semblables/)).toBeHidden();
  });

  test("what was done is marked, and read with the point at which it happened", async ({
    page,
    townHall,
  }) => {
    await playTuesdays(townHall);
    await open(page, "&chart=waits");
    await expect(page.getByRole("list", { name: "Interventions" })).toContainText("renforts");
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator(".chart-box")).toContainText("1 renfort demandé");
  });

  test("a coaching session is marked once it was held, and no other", async ({ page, townHall }) => {
    await townHall.signIn("amina", "Amina B.", ["passeports"]);
    await townHall.arrive({ ticket: "A001", agoSeconds: 60 });
    await townHall.post("case.called", "A001", { agent: "amina" }, 30);
    await townHall.post("case.started", "A001", { agent: "amina" }, 30);
    await townHall.post("case.completed", "A001", {}, 10);
    await planSessions(page, ["08:00", "08:30"]);
    await page.goto(new URL("/?period=month&chart=waits#/trends", page.url()).href);
    await expect(page.getByRole("application")).toBeVisible();
    const interventions = page.getByRole("list", { name: "Interventions" });
    await expect(interventions).toHaveCount(0);

    // Without loading the page anew: what is settled meanwhile is on the chart when one comes back.
    await page.getByRole("link", { name: "Suivi" }).click();
    await openSessions(page);
    const today = page.getByRole("region", { name: "Aujourd’hui" });
    await today.getByRole("option", { name: /08:00/ }).click();
    await page.getByRole("button", { name: "Bilan" }).click();
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(today.getByRole("option")).toHaveCount(1);
    await page.getByRole("link", { name: "Tendances" }).click();
    await page.getByRole("radio", { name: "Mois" }).click();
    await page.getByRole("tab", { name: "Attente" }).click();
    await expect(interventions).toHaveText("séances d’accompagnement tenues");
    await page.mouse.move(0, 0);
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    const dayOfMonth = Number(
      new Intl.DateTimeFormat("en", { day: "numeric", timeZone: "Europe/Paris" }).format(),
    );
    for (let presses = 1; presses < dayOfMonth; presses += 1) await page.keyboard.press("ArrowRight");
    await expect(page.locator(".chart-box")).toContainText("1 séance d’accompagnement tenue");
  });

  test("what no feed tells is said, not drawn as zero", async ({ page, townHall }) => {
    await playTuesdays(townHall);
    await open(page, "&chart=experience");
    await expect(page.getByText("Pas de données")).toBeVisible();
    await open(page, "&chart=occupancy");
    await expect(page.getByText("Pas de données")).toBeVisible();
  });
});

import type { Page } from "@playwright/test";
import type { DirectoryDraft } from "../../shared/domain/directory.ts";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";

const directory: DirectoryDraft = {
  sites: [{ id: "hotel-de-ville", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
  services: [{ id: "passeports", name: "Passeports", channels: ["counter"], targets: [] }],
  roster: [{ agentId: "ines", name: "Inès V.", siteId: "hotel-de-ville", skills: [], travelMinutes: 3 }],
};

test.use({ start: { settings: onboarded, directory, demo: false } });

/** The rule about the longest wait raises at once from now on. */
async function raiseAtOnce(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Réglages" }).click();
  await page.getByRole("button", { name: "Modifier Plus longue attente > 20 min pendant 2 min" }).click();
  const dialog = page.getByRole("dialog", { name: "Règle d’alerte" });
  await dialog.getByRole("textbox", { name: "Si cela dure" }).fill("0");
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: "Si cela dure" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row", { name: /Plus longue attente > 20 min jusqu’à/ })).toBeVisible();
  await page.getByRole("link", { name: "Plateau" }).click();
}

/** Counts the notifications that the page shows from now on. */
async function countNotifications(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const shown: string[] = [];
    class Recorded extends EventTarget {
      static readonly permission = "granted";
      constructor(title: string, { body }: { body: string }) {
        super();
        shown.push(`${title}: ${body}`);
      }
    }
    Object.assign(window, { Notification: Recorded, shownNotifications: shown });
  });
  return () => page.evaluate(() => Reflect.get(window, "shownNotifications") as string[]);
}

test("a long wait raises an alert, and the keyboard answers it", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A042", agoSeconds: 25 * 60 });
  await expect(page.getByRole("row", { name: "A042" })).toBeVisible();
  await raiseAtOnce(page);
  await expect(page.getByRole("button", { name: "1 alerte" })).toBeVisible();

  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: "Alertes" });
  const alert = dialog.getByRole("listitem");
  await expect(alert).toContainText(/Passeports.*Plus longue attente 2[5-9] min > 20 min/);
  await expectAccessible(page);
  await expect(dialog.getByRole("button", { name: "Prendre en compte : Passeports" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(alert).toContainText("suivie par Nadia F.");

  await dialog.getByRole("button", { name: "Confier : Passeports" }).click();
  await page.getByRole("option", { name: "Inès V." }).click();
  await expect(dialog.getByRole("button", { name: "Confier : Passeports" })).toContainText("Inès V.");
  await dialog.getByRole("button", { name: "Mettre en veille : Passeports" }).click();
  await page.getByRole("option", { name: "15 min" }).click();
  await expect(alert).toContainText(/en veille jusqu’à \d\d:\d\d/);

  await dialog.getByRole("radio", { name: "Journal" }).click();
  const entry = dialog.getByRole("row", { name: /Passeports/ });
  await expect(entry).toContainText(/en \d+ (?:s|min), Nadia F\./);
  await expect(entry).toContainText("confiée à Inès V. (Nadia F.)");
  await expect(entry).toContainText("en cours");
  await expectAccessible(page);

  await townHall.signIn("marc", "Marc D.", ["passeports"]);
  await townHall.call("A042", "marc");
  await expect(entry).not.toContainText("en cours");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Aucune alerte" })).toBeVisible();
});

test("of two open pages one tells of an alert, once", async ({ page, townHall }) => {
  const second = await page.context().newPage();
  await second.goto(new URL("/", page.url()).href);
  await expect(second.getByRole("button", { name: "Aucune alerte" })).toBeVisible();
  const shown = await Promise.all([page, second].map(countNotifications));
  await raiseAtOnce(page);
  await townHall.arrive({ ticket: "A042", agoSeconds: 25 * 60 });
  for (const one of [page, second]) await expect(one.getByRole("button", { name: "1 alerte" })).toBeVisible();
  const all = async () => (await Promise.all(shown.map((read) => read()))).flat();
  await expect
    .poll(all)
    .toEqual([expect.stringMatching(/^Passeports: Plus longue attente 2[5-9] min > 20 min$/)]);
});

test.describe("in English, in the dark", () => {
  test.use({
    start: { settings: { ...onboarded, language: "en", theme: "dark" }, directory, demo: false },
  });

  test("rules and alerts can be read by everybody", async ({ page, townHall }) => {
    await townHall.arrive({ ticket: "A042", agoSeconds: 25 * 60 });
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Add a rule…" }).click();
    const dialog = page.getByRole("dialog", { name: "New alert rule" });
    await dialog.getByRole("textbox", { name: "If it lasts" }).fill("0");
    await dialog.getByRole("textbox", { name: "Alert ends at" }).fill("16");
    await dialog.getByRole("textbox", { name: "Alert above" }).focus();
    await expect(dialog.getByRole("alert")).toContainText("at the threshold or below it");
    await expectAccessible(page);
    await dialog.getByRole("textbox", { name: "Alert ends at" }).fill("12");
    await dialog.getByRole("textbox", { name: "Alert ends at" }).press("Enter");
    await expect(dialog).toBeHidden();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Floor" }).click();
    await page.getByRole("button", { name: "1 alert" }).click();
    await expect(page.getByRole("dialog", { name: "Alerts" })).toContainText("Longest wait 25 min > 15 min");
    await expectAccessible(page);
  });
});

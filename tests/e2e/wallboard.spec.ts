import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Directory } from "../../shared/domain/directory.ts";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";

const service = (id: string, name: string) => ({ id, name, channels: ["counter" as const], targets: [] });
const directory: Directory = {
  sites: [{ id: "hotel-de-ville", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
  services: [
    service("passeports", "Passeports"),
    service("etat-civil", "État civil"),
    service("urbanisme", "Urbanisme"),
  ],
  roster: [],
};

test.use({ start: { settings: onboarded, directory, demo: false } });

const tiles = (page: Page) => page.locator("main").getByRole("region");

/** Opens the wallboard as a person does, on a display of 1920 × 1080. */
async function openWallboard(page: Page): Promise<Page> {
  const [wall] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("button", { name: "Ouvrir l’écran mural" }).click(),
  ]);
  await wall.setViewportSize({ width: 1_920, height: 1_080 });
  return wall;
}

/** The console's own process. */
function consolePid(home: string): number {
  const folder = join(home, "running");
  const [file = ""] = readdirSync(folder);
  return JSON.parse(readFileSync(join(folder, file), "utf8")).pid;
}

test("chosen services hang on the wall in another window, with figures for five metres and no names", async ({
  page,
  townHall,
}) => {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await townHall.arrive({ ticket: "A001", agoSeconds: 16 * 60 });
  await townHall.arrive({ ticket: "A002", agoSeconds: 60 });
  await townHall.arrive({ ticket: "E001", service: "etat-civil", agoSeconds: 30 });
  await townHall.arrive({ ticket: "U001", service: "urbanisme", agoSeconds: 30 });
  await page.getByRole("link", { name: "Mural" }).click();
  await page.getByRole("checkbox", { name: "Urbanisme" }).uncheck({ force: true });
  await expect(page.getByRole("img", { name: "Aperçu de l’écran mural" })).toBeVisible();
  await expectAccessible(page);

  const wall = await openWallboard(page);
  await expect(tiles(wall)).toHaveCount(2);
  const passports = wall.getByRole("region", { name: "Passeports" });
  await expect(passports).toContainText("En attente2");
  await expect(passports).toContainText(/Plus longue16:\d\d/);
  await expect(passports).toContainText("au-delà de l’objectif");
  await expect(passports).toContainText("Agents1");
  await expect(wall.getByRole("region", { name: "État civil" })).toContainText("dans l’objectif");
  await expect(wall.getByText("Amina")).toHaveCount(0);
  const sizes = await wall
    .locator("dd")
    .evaluateAll((figures) => figures.map((figure) => Number.parseFloat(getComputedStyle(figure).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(48);
  await expectAccessible(wall);

  await townHall.arrive({ ticket: "A003", agoSeconds: 5 });
  await expect(passports).toContainText("En attente3");
});

test("a console that does not answer, or is gone, leaves a mark and the time of the last figures", async ({
  page,
  townHall,
  vigie,
  host,
}) => {
  test.skip(host === "desktop", "skipped: the window goes with its console");
  await townHall.arrive({ ticket: "A001", agoSeconds: 60 });
  await page.getByRole("link", { name: "Mural" }).click();
  const wall = await openWallboard(page);
  const mark = wall.getByText(/Liaison perdue\.\sDerniers chiffres connus\s: \d\d:\d\d:\d\d/);
  const tile = wall.getByRole("region", { name: "Passeports" });
  await expect(tile).toContainText(/Plus longue01:\d\d/);
  await expect(mark).toHaveCount(0);

  // It hangs: the line is open, and nobody answers.
  const pid = consolePid(vigie.home);
  process.kill(pid, "SIGSTOP");
  try {
    await expect(mark).toBeVisible();
    const frozen = await tile.textContent();
    await expectAccessible(wall);
    expect(await tile.textContent(), "no wait goes on growing").toBe(frozen);
  } finally {
    process.kill(pid, "SIGCONT");
  }
  await expect(mark).toHaveCount(0);

  // It is gone.
  await page.goto("about:blank");
  process.kill(pid, "SIGTERM");
  await expect(mark).toBeVisible();
  await expect(tile).toContainText("En attente1");
});

test("a feed that has fallen silent is named, with the time of its last word", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A001", agoSeconds: 60 });
  await page.clock.install();
  await page.goto(new URL("#/wallboard", page.url()).href);
  await expect(page.getByRole("region", { name: "Passeports" })).toBeVisible();
  await page.clock.fastForward("12:00");
  await expect(page.getByText(/Flux muet\s: .*\.\sDerniers chiffres connus\s: /)).toBeVisible();
});

test.describe("in English, in the dark, on a small display", () => {
  test.use({ start: { settings: { ...onboarded, language: "en", theme: "dark" }, directory, demo: false } });

  test("services that do not fit come in turn, and a page can be held", async ({ page, townHall }) => {
    for (const [index, id] of ["passeports", "etat-civil", "urbanisme"].entries()) {
      await townHall.arrive({ ticket: `T${index}`, service: id, agoSeconds: 30 });
    }
    await expect(page.getByRole("row", { name: /Urbanisme/ })).toBeVisible();
    await page.setViewportSize({ width: 1_000, height: 560 });
    await page.clock.install();
    await page.goto(new URL("#/wallboard?services=urbanisme,passeports,etat-civil", page.url()).href);
    await expect(page.getByText("Page 1 of 2")).toBeVisible();
    await expect(tiles(page).first()).toHaveAccessibleName("Urbanisme");
    await expectAccessible(page);
    await page.clock.runFor(15_000);
    await expect(page.getByText("Page 2 of 2")).toBeVisible();
    await page.getByRole("button", { name: "Hold this page" }).press("Enter");
    await page.clock.runFor(31_000);
    await expect(page.getByText("Page 2 of 2")).toBeVisible();
  });
});

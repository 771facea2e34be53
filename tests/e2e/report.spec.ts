import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

/** The Tuesday of a week that is over; 09:00 UTC is 10:00 in Paris. */
const day = "2025-03-11";
const atOf = (time: string) => Date.parse(`${day}T${time}Z`);

async function playMorning(townHall: TownHall): Promise<void> {
  for (const [ticket, called] of [
    ["A001", "09:04:00"],
    ["A002", "09:10:00"],
    ["A003", "09:30:00"],
  ] as const) {
    await townHall.arrive({ ticket, atMs: atOf("09:00:00") });
    await townHall.postAt("case.called", ticket, { agent: "amina" }, atOf(called));
    await townHall.postAt("case.started", ticket, { agent: "amina" }, atOf(called));
    await townHall.postAt("case.completed", ticket, {}, atOf("09:40:00"));
  }
}

async function openReport(page: Page): Promise<void> {
  await page.goto(new URL(`/?period=week&date=${day}#/report`, page.url()).href);
  await expect(page.getByRole("heading", { name: "10–16 mars 2025" })).toBeVisible();
}

test.describe("in a browser", () => {
  test.skip(({ host }) => host === "desktop", "skipped: addresses are typed only in a browser");

  test.beforeEach(async ({ page, townHall }) => {
    await playMorning(townHall);
    await openReport(page);
  });

  test("a week's figures stand beside those of the week before, and nothing is made up", async ({
    page,
    townHall,
  }) => {
    await expect(
      page.getByText("3 personnes sont venues ; 67 % ont été servies dans l’objectif."),
    ).toBeVisible();
    const figures = page.getByRole("region", { name: "Chiffres clés" });
    await expect(figures).toContainText("30 min");
    await expect(figures).toContainText("Aucune journée finie n’est connue en entier : rien n’est comparé.");
    await expect(page.getByRole("region", { name: "Les sept principes" })).toContainText(
      /Empathie\s*pas encore mesuré/,
    );
    await expectAccessible(page);
    // Somebody comes in the week after: from the second day on, the store knows the days whole.
    await townHall.arrive({ ticket: "B001", atMs: atOf("09:00:00") + 7 * 86_400_000 });
    await page.reload();
    await expect(figures).toContainText("Le premier jour connu en entier est le 12 mars 2025");
    await page.getByRole("button", { name: "Période précédente" }).click();
    await expect(page.getByText("Personne n’est venu sur cette période")).toBeVisible();
  });

  test("the paragraph is kept with who wrote it, for this week only", async ({ page }) => {
    await page.getByRole("button", { name: "Écrire" }).click();
    await page.getByLabel("Paragraphe de cette période").fill("Deux agents en formation mardi.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    const words = page.getByRole("region", { name: "Ce qu’il faut retenir" });
    await expect(words).toContainText("Deux agents en formation mardi.");
    await expect(words).toContainText("Nadia F.");
    await page.getByRole("button", { name: "Période suivante" }).click();
    await expect(words).toContainText("Rien n’est écrit pour cette période");
  });

  test("the report is saved as PDF, on paper without the screen around it", async ({ page }) => {
    const started = page.waitForEvent("download");
    await page.getByRole("button", { name: "PDF" }).click();
    const download = await started;
    expect(download.suggestedFilename()).toBe("vigie_rapport_2025-03-10_2025-03-16.pdf");
    const { stdout, error } = spawnSync("pdftotext", ["-layout", await download.path(), "-"], {
      encoding: "utf8",
    });
    test.skip(error !== undefined, "skipped: pdftotext is not installed");
    expect(stdout).toContain("10–16 mars 2025");
    expect(stdout).toContain("Les sept principes");
    expect(stdout).not.toContain("Envois automatiques");
    expect(stdout).not.toContain("Imprimer");
  });

  test("a delivery into a folder is set up, made at once, and in the log", async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), "vigie-report-"));
    await page.getByRole("button", { name: "Ajouter" }).click();
    const dialog = page.getByRole("dialog", { name: "Nouvel envoi" });
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await expect(dialog.getByText("Écrivez le chemin entier du dossier.")).toBeVisible();
    await dialog.getByLabel("Chemin du dossier").fill(folder);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Chaque lundi à 07:30")).toBeVisible();
    await page.getByRole("button", { name: "Faire maintenant" }).click();
    await expect(page.getByRole("list", { name: "Derniers envois" })).toContainText("fait", {
      timeout: 60_000,
    });
    await expectAccessible(page);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^vigie_rapport_.*\.pdf$/)]);
    rmSync(folder, { recursive: true });
  });
});

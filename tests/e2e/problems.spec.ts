import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";

async function report(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Signaler un problème" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Ce qui ne va pas").fill(text);
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("article")).toContainText(text);
}

test("reports of the same problem come together, are judged, and go to who knows", async ({
  page,
  townHall,
}) => {
  await townHall.post("agent.signed_in", "amina", {
    site: "hotel-de-ville",
    name: "Amina B.",
    skills: [{ service: "passeports", level: 3 }],
  });
  await page.getByRole("link", { name: "Principes" }).click();
  await page.getByRole("link", { name: "Problèmes", exact: true }).click();
  await expect(page.getByText("Aucun problème signalé.")).toBeVisible();
  await expectAccessible(page);
  await report(page, "Le scanner du guichet 3 coupe le bas des pages");
  await report(page, "Le scanner du guichet 3 coupe encore le bas des pages");
  const list = page.getByRole("listbox", { name: "Problèmes signalés" });
  await expect(list.getByRole("option")).toHaveCount(2);
  await expect(page.getByRole("region", { name: "Peut-être le même problème" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "C’est le même : réunir" }).click();
  await expect(page.getByText("Signalements réunis")).toBeVisible();
  await expect(list.getByRole("option")).toHaveCount(1);
  await expect(list).toContainText("2 signalements");

  await page.getByRole("button", { name: "Juger et orienter…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Vrai problème" }).click();
  await dialog.getByRole("button", { name: /Gravité/ }).click();
  await page.getByRole("option", { name: "gravité 2, ralentit" }).click();
  await dialog.getByRole("button", { name: /Orienter vers/ }).click();
  await page.getByRole("option", { name: "Amina B." }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  const article = page.getByRole("article");
  await expect(article).toContainText("Orienter vers Amina B.");
  await expect(article).toContainText("Vrai problème · gravité 2, ralentit");

  await page.getByRole("button", { name: /^Mettre à part : Le scanner du guichet 3 coupe encore/ }).click();
  await expect(list.getByRole("option")).toHaveCount(2);
  await expect(page.getByRole("region", { name: "Peut-être le même problème" })).toHaveCount(0);
});

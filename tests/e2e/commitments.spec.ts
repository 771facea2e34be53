import { expect, expectAccessible, test } from "./fixtures.ts";

test("a promise made on a case is due on the floor, and kept in time", async ({ page, townHall }) => {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await townHall.arrive({ ticket: "A023", agoSeconds: 60 });
  await townHall.post(
    "commitment.made",
    "promesse-1",
    {
      owner: "amina",
      dueAt: new Date(Date.now() - 60_000).toISOString(),
      what: "Envoyer l’acte",
      case: "A023",
    },
    3_600,
  );
  const strip = page.getByRole("region", { name: "Engagements du jour" });
  await expect(strip).toContainText("1 en retard");
  await page.getByRole("row", { name: /A023/ }).click();
  await page.getByRole("button", { name: "S’engager…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Dossier A023");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByText("Écrivez ce que l’usager attend.")).toBeVisible();
  await dialog.getByLabel("Ce qui est promis").fill("Rappeler avec la liste des pièces");
  await dialog.getByRole("combobox", { name: "Tenu par" }).fill("Ami");
  await page.getByRole("option", { name: "Amina B." }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Engagement noté")).toBeVisible();

  await strip.getByRole("link", { name: "Engagements du jour" }).click();
  const coming = page.getByRole("table", { name: "À venir" });
  await expect(coming).toContainText("Rappeler avec la liste des pièces");
  await expect(coming).toContainText("A023 · passeports");
  await expect(page.getByRole("table", { name: "En retard" })).toContainText("Envoyer l’acte");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Tenu : Rappeler avec la liste des pièces" }).press("Enter");
  await expect(page.getByText("Noté : tenu à temps")).toBeVisible();
  await expect(page.getByRole("region", { name: "Engagements", exact: true })).toBeFocused();
  await page.getByRole("button", { name: "Non tenu : Envoyer l’acte" }).click();
  await expect(page.getByText("Aucun engagement en cours.")).toBeVisible();
  await page.getByRole("radio", { name: "Réglés, 30 jours" }).click();
  await expect(page.getByRole("table", { name: "Tenu à temps" })).toContainText("Amina B.");
  await expect(page.getByRole("table", { name: "Non tenu" })).toContainText("Envoyer l’acte");
  await expect(page.getByText("moins de cinq échus : pas de part montrée")).toBeVisible();
  await expectAccessible(page);
});

test("a promise is made from the palette by ticket, and a wrong ticket is said", async ({
  page,
  townHall,
}) => {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await townHall.arrive({ ticket: "A024", agoSeconds: 60 });
  await expect(page.getByRole("row", { name: /A024/ })).toBeVisible();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Rechercher ou agir" });
  await expect(palette.getByRole("menuitem", { name: "Prendre un engagement" })).toBeVisible();
  await page.keyboard.type("prendre un eng");
  await expect(palette.getByRole("menuitem")).toHaveCount(1);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Prendre un engagement" });
  await dialog.getByLabel("Ce qui est promis").fill("Rappeler");
  await dialog.getByLabel("Ticket").fill("Z999");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByText("Aucun dossier ouvert ne porte ce ticket.")).toBeVisible();
  await dialog.getByLabel("Ticket").fill("a024");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Engagement noté")).toBeVisible();
  await expect(page.getByRole("table", { name: "À venir" })).toContainText("A024");
});

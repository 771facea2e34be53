import type { DirectoryDraft } from "../../shared/domain/directory.ts";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";

const directory: DirectoryDraft = {
  sites: [{ id: "hotel-de-ville", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
  services: [{ id: "passeports", name: "Passeports", channels: ["counter"], targets: [] }],
  roster: [
    {
      agentId: "ines",
      name: "Inès V.",
      siteId: "hotel-de-ville",
      skills: [{ serviceId: "passeports", level: 3 }],
      travelMinutes: 3,
    },
    {
      agentId: "theo",
      name: "Théo J.",
      siteId: "hotel-de-ville",
      skills: [{ serviceId: "passeports", level: 1 }],
      travelMinutes: 12,
    },
    {
      agentId: "marc",
      name: "Marc D.",
      siteId: "hotel-de-ville",
      skills: [{ serviceId: "passeports", level: 2 }],
      travelMinutes: null,
    },
  ],
};

test.use({ start: { settings: onboarded, directory, demo: false } });

test("from the request to the release, seen on the floor", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A042", agoSeconds: 20 * 60 });
  await townHall.signIn("marc", "Marc D.", ["passeports"]);
  await expect(page.getByRole("row", { name: "A042" })).toBeVisible();
  const agents = page.getByRole("grid", { name: "Agents" });
  await expect(agents.getByRole("row", { name: "Marc D." })).toBeVisible();

  await page.keyboard.press("b");
  const dialog = page.getByRole("dialog", { name: "Appeler un renfort" });
  await expect(dialog.getByRole("grid").getByRole("row")).toHaveText([/Inès V\./, /Théo J\./, /Marc D\./]);
  await expect(dialog.getByRole("row", { name: "Marc D." })).toContainText("déjà au public");
  await dialog.getByRole("row", { name: "Inès V." }).click();
  await dialog.getByRole("row", { name: "Théo J." }).click();
  await dialog.getByLabel(/Message/).fill("Guichet 4");
  await dialog.getByRole("button", { name: "Appeler 2 personnes" }).click();
  await expect(dialog).toBeHidden();
  await expect(agents).toContainText("Renfort demandé");

  await page.getByRole("link", { name: "Renforts" }).click();
  const ines = page.getByRole("listitem").filter({ hasText: "Inès V." });
  const theo = page.getByRole("listitem").filter({ hasText: "Théo J." });
  await expect(ines).toContainText("Guichet 4");
  await expect(ines).toContainText(/expire dans 0[45]:\d\d/);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Théo J. a décliné" }).click();
  await expect(theo).toContainText("Décliné");
  await page.getByRole("button", { name: "Inès V. a accepté" }).click();
  await expect(ines).toContainText(/arrive vers \d\d:\d\d/);
  await page.getByRole("link", { name: "Plateau" }).click();
  await expect(agents).toContainText("Renfort en route");

  await page.getByRole("link", { name: "Renforts" }).click();
  await page.getByRole("button", { name: "Inès V. est sur place" }).click();
  await expect(ines).toContainText("Arrivé");
  await page.getByRole("link", { name: "Plateau" }).click();
  const onFloor = agents.getByRole("row").filter({ hasText: "Inès V." });
  await expect(onFloor).toContainText("renfort");
  await expect(onFloor).toContainText("Disponible");

  await page.getByRole("link", { name: "Renforts" }).click();
  await page.getByRole("button", { name: "Libérer Inès V." }).click();
  await expect(ines).toContainText("Libéré");
  await page.getByRole("link", { name: "Plateau" }).click();
  await expect(onFloor).toContainText("Hors public");
});

test("a person who is asked can't be asked again", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A042" });
  // The first arrival turns the empty floor into a board: what is pressed just then would be gone.
  await expect(page.getByText("A042").first()).toBeVisible();
  await page.getByRole("button", { name: "Appeler un renfort" }).click();
  await page.getByRole("dialog").getByRole("row", { name: "Inès V." }).click();
  await page.getByRole("button", { name: "Appeler 1 personne" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "Appeler un renfort" }).click();
  await expect(page.getByRole("dialog").getByRole("row", { name: "Inès V." })).toContainText(
    "déjà appelé en renfort",
  );
});

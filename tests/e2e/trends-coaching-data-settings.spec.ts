import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";

for (const language of ["fr", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test.describe(`in ${language}, ${theme}`, () => {
      test.use({ start: { settings: { ...onboarded, language, theme }, directory: null, demo: false } });

      test("trends, coaching, data and settings are accessible", async ({ page, townHall, vigie }) => {
        // Eight looks at a whole page, on machines of two cores.
        test.slow();
        await townHall.signIn("amina", "Amina B.", ["passeports"]);
        await townHall.arrive({ ticket: "A001", agoSeconds: 30 });
        await townHall.call("A001", "amina");
        await townHall.post("case.started", "A001", { agent: "amina" });
        await townHall.post("case.completed", "A001", {});
        await fetch(vigie.feedUrl, {
          method: "POST",
          headers: {
            authorization: `Bearer ${vigie.ingestToken}`,
            "content-type": "application/cloudevents+json",
          },
          body: '{"type":"vigie.case.teleported"}',
        });
        const link = (name: RegExp) => page.getByRole("navigation").getByRole("link", { name });

        await link(/Tendances|Trends/).click();
        await expect(page.getByRole("application").first()).toBeVisible();
        await expectAccessible(page);
        await page.getByRole("button", { name: /^(?:Tableau : Attente|Table: Wait)$/ }).click();
        await page.getByRole("button", { name: /^(?:Définition : Attente|Definition: Wait)$/ }).click();
        await expect(page.getByRole("tooltip")).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: /^Date/ }).click();
        await expect(page.getByRole("grid")).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");

        await link(/Suivi|Coaching/).click();
        await page.getByRole("button", { name: /Nouvelle note|New note/ }).click();
        await page.getByRole("button", { name: /^(?:Enregistrer|Save)/ }).click();
        await expect(page.getByRole("combobox", { name: "Agent" })).toBeFocused();
        // The names that can be chosen lie over the page while the field has the focus.
        await page.keyboard.press("Escape");
        await expect(page.getByRole("listbox", { name: /Agent/ })).toHaveCount(0);
        await expect(
          page.getByText(/^(?:Écrivez au moins une phrase|Write at least one sentence)/),
        ).toBeVisible();
        await expectAccessible(page);
        await page.getByRole("combobox", { name: "Agent" }).fill("Ami");
        await page.getByRole("option", { name: "Amina B." }).click();
        await page.getByLabel(/^(?:Texte|Text)$/).fill("- **un** moment");
        await page.keyboard.press("Control+s");
        await expect(page.getByRole("article")).toBeVisible();
        await expectAccessible(page);

        await link(/Données|Data/).click();
        await page.getByRole("button", { name: /http/ }).first().click();
        await page.getByRole("button", { name: /Vérifier|Check/ }).click();
        await expect(page.getByText(/Base saine|Store is sound/)).toBeVisible();
        await expectAccessible(page);

        await link(/Réglages|Settings/).click();
        await expect(page.getByRole("row", { name: /passeports/ })).toBeVisible();
        await expectAccessible(page);
        await page.getByRole("button", { name: /passeports/ }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}

import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

test.use({
  start: {
    settings: onboarded,
    directory: {
      sites: [{ id: "hotel-de-ville", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
      services: [
        { id: "passeports", name: "Passeports", channels: ["counter"], targets: [] },
        { id: "etat-civil", name: "État civil", channels: ["counter"], targets: [] },
      ],
      roster: [
        {
          agentId: "ines",
          name: "Inès V.",
          siteId: "hotel-de-ville",
          skills: [{ serviceId: "passeports", level: 3 }],
          travelMinutes: 3,
        },
      ],
    },
    demo: false,
  },
});

/** Someone comes every two minutes for an hour, and one agent serves them. */
async function busyHour(townHall: TownHall): Promise<void> {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await townHall.signIn("benoit", "Benoît L.", ["etat-civil"]);
  for (let number = 1; number <= 30; number += 1) {
    await townHall.arrive({
      ticket: `A0${String(number).padStart(2, "0")}`,
      agoSeconds: (62 - 2 * number) * 60,
    });
  }
  await townHall.arrive({ ticket: "E001", service: "etat-civil", agoSeconds: 60 });
}

test("what an action would do is shown before it, kept with it, and can be looked up", async ({
  page,
  townHall,
}) => {
  await busyHour(townHall);
  await page
    .getByRole("row", { name: /Passeports/ })
    .first()
    .click();
  await page.getByRole("row", { name: "A001" }).click();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: /Réaffecter 1 dossier/ });
  await dialog.getByText("À une autre démarche").click();
  await dialog.getByRole("option", { name: /État civil/ }).click();
  const effect = dialog.getByRole("region", { name: "Effet prévu" });
  await expect(effect.getByRole("row", { name: /Passeports/ })).toContainText(/→/);
  await expect(effect.getByRole("row", { name: /État civil/ })).toContainText(/%.*→.*%/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Réaffecter" }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: "Historique" }).click();
  const history = page.getByRole("dialog", { name: "Historique des actions" });
  const entry = history.getByRole("listitem").first();
  await expect(entry).toContainText("Réaffectation");
  await expect(entry).toContainText("1 dossier · Passeports → État civil");
  await expect(entry.getByRole("row", { name: /Passeports/ })).toContainText("→");
  await expectAccessible(page);
  await entry.getByRole("button", { name: "Annuler" }).click();
  await expect(history.getByRole("listitem").last()).toContainText(/Annulé à \d\d:\d\d/);
});

test("the hours to come say how much backup would do, and why", async ({ page, townHall }) => {
  await busyHour(townHall);
  const strip = page.getByRole("region", { name: "Les deux prochaines heures" });
  // Worked out again every twenty seconds.
  await expect(strip).toContainText(/sans renfort, .* servis dans l’objectif\s: Passeports/, {
    timeout: 60_000,
  });
  await expect(strip).toContainText(/Avec \d renforts? jusqu’à \d\d:\d\d/);
  await strip.getByRole("button", { name: "Pourquoi" }).click();
  const why = page.getByRole("dialog", { name: "Les deux prochaines heures" });
  await expect(why.getByRole("table", { name: "Prévision par quart d’heure" })).toContainText("%");
  await expect(why).toContainText("rythme de la dernière heure");
  await expectAccessible(page);
  await why.getByRole("button", { name: "Fermer" }).click();

  await strip.getByRole("button", { name: "Voir qui peut venir" }).click();
  const call = page.getByRole("dialog", { name: "Appeler un renfort" });
  await expect(call).toContainText(/Conseillé\s: \d renforts? jusqu’à \d\d:\d\d/);
  await call.getByRole("row", { name: "Inès V." }).click();
  await expect(call.getByRole("region", { name: "Effet prévu" })).toContainText("→");
  await expectAccessible(page);
});

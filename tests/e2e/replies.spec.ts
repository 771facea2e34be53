import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

const standard =
  "Nous avons bien reçu votre demande et la traiterons dans les meilleurs délais possibles, merci de votre patience.";

async function send(townHall: TownHall, id: string, text: string, agoSeconds: number): Promise<void> {
  await townHall.post("reply.sent", id, { service: "passeports", agent: "amina", text }, agoSeconds);
}

const replies = (page: Page) => page.getByRole("listbox", { name: "Réponses envoyées" });

test("a standard text is entered, and the replies that carry it show where, what is own, and what to reword", async ({
  page,
  townHall,
}) => {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await page.getByRole("link", { name: "Suivi" }).click();
  await page.getByRole("link", { name: "Réponses", exact: true }).click();
  await expect(page.getByText("Aucune réponse envoyée pour l’instant.")).toBeVisible();

  const own = "Votre titre 2026-4471 vous attend au guichet trois avant le 12 décembre.";
  await send(townHall, "m1", `Bonjour Madame Martin,\n\n${own}\n\nCordialement,\nAmina Benali`, 7200);
  await send(townHall, "m2", `${standard}`, 3600);
  await expect(replies(page).getByRole("option")).toHaveCount(2);
  const carrying = replies(page).getByRole("option", { name: /Nous avons bien reçu/ });
  await expect(carrying).toContainText("100 % personnel");

  await page.getByRole("button", { name: "Ajouter" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Écrivez un nom.")).toBeVisible();
  await page.getByRole("textbox", { name: "Nom" }).fill("Accusé de réception");
  await page.getByRole("textbox", { name: "Texte" }).fill(standard);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Texte type « Accusé de réception » enregistré")).toBeVisible();

  await expect(carrying).toContainText("0 % personnel");
  await carrying.click();
  const reply = page.getByRole("article", { name: "passeports" });
  await expect(reply.locator("mark")).toContainText("Nous avons bien reçu votre demande");
  await expect(reply).toContainText("Texte type « Accusé de réception », version 1");
  await expect(reply).toContainText("La réponse ne s’adresse à personne");
  await expectAccessible(page);

  await replies(page)
    .getByRole("option", { name: /Bonjour Madame/ })
    .click();
  await expect(reply).toContainText("Bonjour Madame [masqué],");
  await expect(reply).not.toContainText("Martin");
  await expect(reply).not.toContainText("Benali");
  await expect(reply).toContainText("Par son nom");
  await expect(reply.getByRole("link", { name: "Écrire une note" })).toHaveAttribute(
    "href",
    /coaching\?reply=/,
  );

  await page.getByRole("radio", { name: "À reformuler" }).click();
  await expect(replies(page).getByRole("option")).toHaveCount(1);
});

test("how people felt treated: by month and service, in their words, and nothing of fewer than five", async ({
  page,
  townHall,
}) => {
  const answer = async (service: string, index: number, words: string) => {
    const id = `${service}-${index}`;
    await townHall.arrive({ ticket: id, service, agoSeconds: 3600 });
    await townHall.post("feedback.given", id, { treated: 1 + (index % 5), solved: true, words }, 60 + index);
  };
  for (let index = 0; index < 5; index += 1) {
    await answer("passeports", index, `Merci à Madame Durand, visite ${index}`);
  }
  for (let index = 0; index < 4; index += 1) await answer("urbanisme", index, "Seulement quatre");
  await page.getByRole("link", { name: "Principes" }).click();
  await page.getByRole("link", { name: "Ressenti", exact: true }).click();
  const words = page.getByRole("list", { name: "Mots des usagers, les plus récents d’abord" });
  await expect(words.getByRole("listitem")).toHaveCount(5);
  await expect(words).toContainText("Merci à Madame [masqué], visite 4");
  await expect(words).not.toContainText("Seulement quatre");
  const services = page.getByRole("table", { name: "Expérience des usagers par démarche" });
  await expect(services.getByRole("row", { name: /urbanisme/ })).toContainText("moins de 5");
  await expect(services.getByRole("row", { name: /passeports/ })).toContainText("50");

  await page.getByRole("button", { name: "Tableau : Comment ils ont été accueillis" }).click();
  const scores = page.getByRole("table", { name: "Réponses de 1 à 5" });
  await expect(scores.getByRole("row", { name: /5 · Très bien/ })).toContainText("1");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Ressenti" }).click();
  await page.getByRole("option", { name: "1 · Très mal" }).click();
  await expect(words.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Démarche", exact: true }).click();
  await page.getByRole("option", { name: "urbanisme" }).click();
  await expect(page.getByText("Aucun mot à montrer.")).toBeVisible();
  await expect(page.getByText("Pas encore cinq réponses.").first()).toBeVisible();
});

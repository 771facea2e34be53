import { standBetween } from "./between.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { changeSeat, closeHouse } from "./house.ts";
import { expectPatience, expectRetry, openAnew, type ReadState } from "./read-states.ts";

test.skip(({ host }) => host === "desktop", "skipped: the desktop window has no socket to stand at");

/** The screens of a house that has nothing yet. */
const screens: readonly ReadState[] = [
  {
    path: "/coaching",
    question: "note/find",
    coming: "Les notes arrivent",
    failure: "Les notes n’ont pas pu être lues.",
    empty: "Aucune note pour l’instant.",
    next: "Écrire la première note",
  },
  {
    path: "/coaching/steps",
    question: "agreedStep/list",
    coming: "Les étapes arrivent",
    failure: "Les étapes n’ont pas pu être lues.",
    empty: "Aucune étape convenue.",
    next: "Convenir d’une étape",
  },
  {
    path: "/coaching/sessions",
    question: "coachingSession/list",
    coming: "Les séances arrivent",
    failure: "Les séances n’ont pas pu être lues.",
    empty: "Aucune séance à ouvrir.",
    next: "Prévoir une séance",
  },
  {
    path: "/coaching/skills",
    question: "skillMatrix/get",
    coming: "Les compétences arrivent",
    failure: "Les compétences n’ont pas pu être lues.",
    empty: "Personne à montrer ici.",
    next: "Voir les flux",
  },
  {
    path: "/sheets",
    question: "serviceSheet/find",
    coming: "Les fiches arrivent",
    failure: "Les fiches n’ont pas pu être lues.",
    empty: "Aucune démarche connue.",
    next: "Voir les flux",
  },
  {
    path: "/coaching/replies",
    question: "reply/list",
    coming: "Les réponses sont analysées",
    failure: "Les réponses n’ont pas pu être lues.",
    empty: "Aucune réponse envoyée pour l’instant.",
    next: "Voir les flux",
  },
  {
    path: "/settings/people",
    question: "person/list",
    coming: "Les personnes arrivent",
    failure: "Les personnes n’ont pas pu être lues.",
    empty: "Personne n’est encore inscrit : cette console est ouverte à qui est devant elle.",
    next: "Inscrire la première personne…",
  },
];

test("what is on its way does not look empty, and an empty screen says what to do next", async ({ page }) => {
  await expectPatience(page, screens);
});

test("what could not be read is named, with what was kept, and can be asked for again", async ({ page }) => {
  await expectRetry(page, screens);
});

test("what is missing in a note takes the focus, and what could not be saved stays in the page", async ({
  page,
  townHall,
}) => {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  const between = await standBetween(page);
  await page.getByRole("link", { name: "Suivi" }).click();
  await page.getByRole("button", { name: "Nouvelle note" }).click();
  await page.getByLabel("Texte").fill("A pris le temps d’écouter.");
  await page.keyboard.press("Control+s");
  const agent = page.getByRole("combobox", { name: "Agent" });
  await expect(agent).toBeFocused();
  await expect(agent).toHaveAccessibleDescription("Choisissez l’agent dont parle la note.");
  await agent.fill("Amina");
  await page.getByRole("option", { name: "Amina B." }).click();

  between.fail("note/create");
  const save = page.getByRole("button", { name: /^Enregistrer/ });
  await save.click();
  await expect(page.getByRole("alert")).toContainText(
    "La note n’est pas enregistrée ; votre texte est gardé ici.",
  );
  await expect(page.getByLabel("Texte")).toHaveValue("A pris le temps d’écouter.");
  await expectAccessible(page);
  between.letGo();
  between.hold("note/create");
  await save.click();
  await expect(save).toBeDisabled();
  between.letGo();
  await expect(page.getByRole("article")).toContainText("A pris le temps d’écouter.");
});

test("an agent is told when their own space cannot be read", async ({ page, townHall }) => {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await closeHouse(page, "Paule A.", [{ name: "Amina B.", role: "Agent", agent: "Amina B." }]);
  await changeSeat(page, "Paule A.", "Amina B.");
  const between = await standBetween(page);
  between.fail("mine/notes");
  await openAnew(page, "/mine");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Vos notes n’ont pas pu être lues.");
  await expect(page.getByText("Aucun dossier servi ces quatre semaines.")).toBeVisible();
  await expectAccessible(page);
  between.letGo();
  await alert.getByRole("button", { name: "Réessayer" }).click();
  await expect(page.getByText("Aucune note n’est partagée avec vous.")).toBeVisible();

  // At 200 % of a small screen the parts are under each other, none over another.
  await page.setViewportSize({ width: 640, height: 360 });
  const notes = page.getByRole("region", { name: "Notes partagées avec moi" });
  const figures = page.getByRole("region", { name: "Mes repères" });
  await expect
    .poll(async () => {
      const [above, below] = [await notes.boundingBox(), await figures.boundingBox()];
      return above !== null && below !== null && above.y + above.height <= below.y;
    })
    .toBe(true);
});

import type { Page } from "@playwright/test";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";

const cases = (page: Page) => page.getByRole("grid", { name: /Dossiers ouverts/ });
const services = (page: Page) => page.getByRole("grid", { name: "Démarches" });
const agents = (page: Page) => page.getByRole("grid", { name: "Agents" });

test("an empty floor says what to do next", async ({ page }) => {
  await expect(page.getByText("Rien n’est encore arrivé sur ce plateau")).toBeVisible();
  await expect(page.getByRole("link", { name: "Données" }).last()).toHaveAttribute("href", "#/data");
});

test("what a feed posts is on the floor without reload, through the whole life of a case", async ({
  page,
  townHall,
}) => {
  await townHall.arrive({ ticket: "A042", agoSeconds: 16 * 60, flags: ["PMR"], priority: 2 });
  const row = cases(page).getByRole("row", { name: /A042/ });
  await expect(row).toContainText("En attente");
  await expect(row).toContainText(/16:\d\d/);
  await expect(row).toContainText("au-delà de l’objectif");
  await expect(row).toContainText("urgent");
  await expect(row).toContainText("PMR");
  await expect(services(page).getByRole("row", { name: /passeports/ })).toContainText(/16:\d\d/);

  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await expect(agents(page).getByRole("row", { name: "Amina B." })).toContainText("Disponible");

  await townHall.call("A042", "amina");
  await expect(row).toContainText("Appelé, Amina B.");
  await townHall.post("case.started", "A042", { agent: "amina" });
  await expect(row).toContainText("En entretien, Amina B.");
  await expect(agents(page).getByRole("row", { name: "Amina B." })).toContainText("A042");

  await townHall.post("case.completed", "A042", {});
  await expect(row).toBeHidden();
  await expect(page.getByText("Personne n’attend", { exact: true })).toBeVisible();
});

test("the rows of a service are those of the service, longest wait first", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A001", agoSeconds: 60 });
  await townHall.arrive({ ticket: "A002", agoSeconds: 300 });
  await townHall.arrive({ ticket: "E001", service: "etat-civil", agoSeconds: 30 });
  await expect(services(page).getByRole("row")).toHaveCount(3);
  await services(page)
    .getByRole("row", { name: /passeports/ })
    .click();
  await expect(cases(page).getByRole("row")).toHaveText([/A002/, /A001/]);
  await services(page)
    .getByRole("row", { name: /etat-civil/ })
    .click();
  await expect(cases(page).getByRole("row")).toHaveText([/E001/]);
});

test("a transferred case shows where it came from and keeps its wait", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A007", agoSeconds: 600 });
  await townHall.arrive({ ticket: "E001", service: "etat-civil", agoSeconds: 30 });
  await townHall.post("case.transferred", "A007", { toService: "etat-civil" });
  await services(page)
    .getByRole("row", { name: /etat-civil/ })
    .click();
  const row = cases(page).getByRole("row", { name: /A007/ });
  await expect(row).toContainText("venu de passeports · attente conservée");
  await expect(row).toContainText(/10:\d\d/);
});

test("a feed that only counts the queue shows what it knows, and when it looked", async ({
  page,
  townHall,
}) => {
  await townHall.post(
    "queue.observed",
    "guichet-unique",
    {
      site: "hotel-de-ville",
      service: "guichet-unique",
      channel: "counter",
      peopleWaiting: 23,
      openCounters: 4,
    },
    120,
  );
  const row = services(page).getByRole("row", { name: /guichet-unique/ });
  await expect(row).toContainText("23");
  await expect(row).toContainText("observé il y a 2 min");
  await expect(row).toContainText(/guichets\s*4/);
  await expect(page.getByText("Ce flux compte la file sans connaître les dossiers")).toBeVisible();
});

test("the list of a long queue stays light", async ({ page, townHall }) => {
  await townHall.arriveMany(1_500);
  await expect(page.getByRole("heading", { name: /passeports 1\s?500 en attente/ })).toBeVisible();
  expect(await cases(page).getByRole("row").count()).toBeLessThan(60);
});

for (const language of ["fr", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test.describe(`in ${language}, ${theme}`, () => {
      test.use({ start: { settings: { ...onboarded, language, theme }, directory: null, demo: false } });

      test("the floor and its dialogs are accessible", async ({ page, townHall }) => {
        await townHall.signIn("amina", "Amina B.", ["passeports"]);
        await townHall.signIn("chloe", "Chloé R.", ["etat-civil"]);
        await townHall.arrive({ ticket: "A042", agoSeconds: 16 * 60, flags: ["PMR"], priority: 2 });
        await townHall.arrive({ ticket: "A043", agoSeconds: 11 * 60 });
        await townHall.call("A043", "amina");
        const row = page.getByRole("row", { name: /A042/ });
        await expect(row).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expectAccessible(page);

        await row.click();
        await page.keyboard.press("r");
        await expect(page.getByRole("dialog").getByRole("option", { name: "Amina B." })).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");

        await page.keyboard.press("b");
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}

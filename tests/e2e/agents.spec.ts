import type { Page } from "@playwright/test";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";
import type { TownHall } from "./town-hall.ts";

const services = (page: Page) => page.getByRole("grid", { name: "Démarches" });
const agents = (page: Page) => page.getByRole("grid", { name: "Agents" });
const agent = (page: Page, name: string) => agents(page).getByRole("row", { name });
const service = (page: Page, name: string) => services(page).getByRole("row", { name });

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

async function openFloor(page: Page, townHall: TownHall): Promise<void> {
  await townHall.signIn("amina", "Amina B.", ["passeports", "etat-civil"]);
  await townHall.signIn("benoit", "Benoît L.", ["passeports"]);
  await townHall.arrive({ ticket: "A042", agoSeconds: 600 });
  await townHall.arrive({ ticket: "E001", service: "etat-civil", agoSeconds: 10 });
  await expect(agents(page).getByRole("row")).toHaveCount(2);
  await service(page, "passeports").click();
}

test("by keyboard alone: somebody is given one service, then that is taken back", async ({
  page,
  townHall,
}) => {
  await openFloor(page, townHall);
  await expect(service(page, "etat-civil")).toContainText("1 libre");
  await agent(page, "Amina B.").focus();
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "Amina B." });
  await expect(dialog.getByRole("option", { name: "etat-civil" })).toBeFocused();
  await expect(dialog.getByRole("button", { name: "Choisissez une démarche" })).toBeDisabled();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await dialog.getByRole("button", { name: "Affecter à 1 démarche" }).focus();
  await page.keyboard.press("Enter");

  await expect(agent(page, "Amina B.")).toContainText("Affectation : passeports");
  await expect(service(page, "etat-civil")).not.toContainText("libre");
  await expect(service(page, "passeports")).toContainText("2 libres");

  // While the message has the focus its time stands still, however slow the machine is.
  await page.getByRole("button", { name: "Annuler" }).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Affectation annulée : Amina B.")).toBeVisible();
  await expect(agent(page, "Amina B.")).not.toContainText("Affectation");
  await expect(service(page, "etat-civil")).toContainText("1 libre");
});

test("by mouse: dragged onto a service, given everything again later", async ({ page, townHall }) => {
  await openFloor(page, townHall);
  await agent(page, "Amina B.").dragTo(service(page, "etat-civil"));
  const dialog = page.getByRole("dialog", { name: "Amina B." });
  await expect(dialog.getByRole("option", { name: "etat-civil" })).toHaveAttribute("aria-selected", "true");
  await dialog.getByRole("button", { name: "Affecter à 1 démarche" }).click();
  await expect(agent(page, "Amina B.")).toContainText("Affectation : etat-civil");
  await agent(page, "Amina B.").click();
  await dialog.getByRole("button", { name: "Rendre toutes ses démarches" }).click();
  await expect(agent(page, "Amina B.")).not.toContainText("Affectation");
});

test("a move is taken back from the history, as long as nobody moved them again", async ({
  page,
  townHall,
}) => {
  await openFloor(page, townHall);
  const dialog = page.getByRole("dialog", { name: "Amina B." });
  for (const onto of ["etat-civil", "passeports"]) {
    await agent(page, "Amina B.").dragTo(service(page, onto));
    await dialog.getByRole("button", { name: "Affecter à 1 démarche" }).click();
    await expect(agent(page, "Amina B.")).toContainText(`Affectation : ${onto}`);
  }
  await page.getByRole("button", { name: "Historique" }).click();
  const history = page.getByRole("dialog", { name: "Historique des actions" });
  const moves = history.getByRole("listitem").filter({ hasText: "Amina B." });
  await moves.last().getByRole("button", { name: "Annuler" }).click();
  await expect(moves.last().getByRole("alert")).toContainText("rien n’a été changé");
  await moves.first().getByRole("button", { name: "Annuler" }).click();
  await expect(history.getByText(/Annulé à \d\d:\d\d/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(agent(page, "Amina B.")).toContainText("Affectation : etat-civil");
});

test("nobody is given a service that they are not trained for, nor by the keyboard’s drag", async ({
  page,
  townHall,
}) => {
  await openFloor(page, townHall);
  await agent(page, "Benoît L.").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Déposer sur passeports" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("button", { name: "Déposer sur etat-civil" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Benoît L." });
  await expect(dialog.getByRole("alert")).toContainText("n’est pas dans ses compétences");
  await expect(dialog.getByRole("option")).toHaveText([/passeports/]);
  await expectAccessible(page);
});

test("a break is shown against its plan, and one that runs over with shape and words", async ({
  page,
  townHall,
}) => {
  const hourAgo = 3_600;
  await townHall.post("agent.signed_in", "amina", { site: "hotel-de-ville", name: "Amina B." }, hourAgo);
  await townHall.post("agent.signed_in", "benoit", { site: "hotel-de-ville", name: "Benoît L." }, hourAgo);
  const paused = (plannedEndAt: string) => ({ state: "paused", reason: "Déjeuner", plannedEndAt });
  await townHall.post("agent.state_changed", "amina", paused(inMinutes(20)), 60);
  await expect(agent(page, "Amina B.")).toContainText("Pause déjeuner");
  await expect(agent(page, "Amina B.")).toContainText(/retour prévu \d\d:\d\d/);
  await expect(agent(page, "Amina B.")).toContainText(/depuis 01:\d\d/);
  await townHall.post("agent.state_changed", "benoit", paused(inMinutes(-6)), 3_000);
  await expect(agent(page, "Benoît L.")).toContainText("dépassé de 6 min");
  await expect(agent(page, "Benoît L.").locator(".level-shape")).toBeVisible();
  await expectAccessible(page);
});

test("a state that the feed did not tell is corrected; not while a case is at hand", async ({
  page,
  townHall,
}) => {
  await openFloor(page, townHall);
  await agent(page, "Amina B.").click();
  const dialog = page.getByRole("dialog", { name: "Amina B." });
  await dialog.getByRole("radio", { name: "Changer l’état" }).click();
  await dialog.getByRole("radio", { name: "Pause" }).click();
  await dialog.getByRole("radio", { name: "Déjeuner" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Corriger l’état" }).click();
  await expect(agent(page, "Amina B.")).toContainText("Pause déjeuner");
  await expect(agent(page, "Amina B.")).toContainText("retour prévu");
  await expect(service(page, "etat-civil")).not.toContainText("libre");

  await agent(page, "Amina B.").focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("radio", { name: "Disponible" })).toBeChecked();
  await dialog.getByRole("button", { name: "Corriger l’état" }).click();
  await expect(agent(page, "Amina B.")).toContainText("Disponible");

  await townHall.call("A042", "benoit");
  await expect(agent(page, "Benoît L.")).toContainText("A042");
  await agent(page, "Benoît L.").click();
  await page.getByRole("radio", { name: "Changer l’état" }).click();
  await expect(page.getByText("Un dossier est en cours : l’état suit de lui-même")).toBeVisible();
  await expect(page.getByRole("button", { name: "Corriger l’état" })).toBeDisabled();
});

test.describe("with people to call in", () => {
  const ines = {
    agentId: "ines",
    name: "Inès V.",
    siteId: "hotel-de-ville",
    skills: [{ serviceId: "passeports", level: 2 }],
    travelMinutes: 3,
  };
  const directory = { sites: [], services: [], roster: [ines] };
  test.use({ start: { settings: onboarded, directory, demo: false } });

  test("who can help stands in one list, and is asked from there", async ({ page, townHall }) => {
    await openFloor(page, townHall);
    await townHall.signIn("chloe", "Chloé R.", ["passeports", "elections"]);
    await townHall.post("agent.assigned", "chloe", { services: ["elections"], by: "chef-de-salle" });
    await townHall.signIn("ines", "Inès V.", ["passeports"]);
    await townHall.post("agent.state_changed", "ines", { state: "back_office", reason: "Courrier" });
    await expect(agent(page, "Inès V.")).toContainText("Courrier");
    await expect(agent(page, "Chloé R.")).toContainText("Affectation : elections");

    await agent(page, "Inès V.").focus();
    await page.keyboard.press("q");
    const dialog = page.getByRole("dialog", { name: "Qui peut aider ?" });
    const people = dialog.getByRole("listitem");
    await expect(people).toHaveText([
      /Chloé R\..*Disponible.*personne n’attend sur ses démarches.*tout de suite/,
      /Inès V\..*Hors public.*Courrier.*vers \d\d:\d\d/,
    ]);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Appeler Inès V. en renfort" }).click();
    await expect(people.nth(1)).toContainText("appel en cours");
    await expect(page.getByText("L’appel en renfort est parti pour Inès V.")).toBeVisible();

    await dialog.getByRole("button", { name: "Affecter Chloé R." }).click();
    await page
      .getByRole("dialog", { name: "Chloé R." })
      .getByRole("button", { name: "Affecter à 1 démarche" })
      .click();
    await expect(agent(page, "Chloé R.")).toContainText("Affectation : passeports");
  });
});

test("several sites: an overview, the services under their site, and each site alone", async ({
  page,
  townHall,
}) => {
  await openFloor(page, townHall);
  await expect(page.getByRole("grid", { name: "Accueils" })).toBeHidden();
  const annexe = { site: "annexe", service: "passeports", channel: "counter" };
  await townHall.post("case.arrived", "B001", { ...annexe, ticket: "B001" }, 300);
  await townHall.post("case.arrived", "B002", { ...annexe, ticket: "B002" }, 200);
  const sites = page.getByRole("grid", { name: "Accueils" });
  await expect(sites.getByRole("row")).toHaveText([
    /annexe.*aucun agent.*2 en attente/,
    /hotel-de-ville.*2 agents.*2 en attente/,
  ]);
  await expect(services(page).getByRole("row")).toHaveText([
    /Démarche/,
    /annexe\s*2/,
    /passeports.*2/,
    /hotel-de-ville\s*2/,
    /etat-civil.*1/,
    /passeports.*1/,
  ]);
  await expectAccessible(page);

  await sites.getByRole("row", { name: "annexe" }).focus();
  await page.keyboard.press("Enter");
  await expect(sites).toBeHidden();
  await expect(services(page).getByRole("row")).toHaveText([/Démarche/, /passeports.*2/]);
  await expect(page.getByRole("button", { name: /Accueil affiché/ })).toContainText("annexe");
});

for (const theme of ["light", "dark"] as const) {
  test.describe(`in English, ${theme}`, () => {
    test.use({
      start: { settings: { ...onboarded, language: "en", theme }, directory: null, demo: false },
    });

    test("what is done about agents is accessible", async ({ page, townHall }) => {
      await townHall.signIn("amina", "Amina B.", ["passeports"]);
      await townHall.arrive({ ticket: "A042" });
      await townHall.post("case.arrived", "B001", {
        site: "annexe",
        service: "etat-civil",
        channel: "counter",
      });
      await expect(page.getByRole("grid", { name: "Sites" })).toBeVisible();
      await expectAccessible(page);
      await agent(page, "Amina B.").focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("dialog", { name: "Amina B." })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
      await page.keyboard.press("q");
      await expect(page.getByRole("dialog", { name: "Who can help?" })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

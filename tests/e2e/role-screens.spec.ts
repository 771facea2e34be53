import type { Page } from "@playwright/test";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";
import { changeSeat, closeHouse } from "./house.ts";
import { walk } from "./walk.ts";

// Every button of every screen is pressed.
test.setTimeout(600_000);
test.use({ start: { settings: onboarded, directory: null, demo: true } });

/** What the page asked for and was refused since it was opened. */
function refusalsOf(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const text = payload.toString();
      if (text.includes('"forbidden"')) refused.push(text);
    }),
  );
  return refused;
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(new URL(`#${address}`, page.url()).href);
}

/** What is said where a screen is closed to the role. */
async function expectClosed(page: Page, address: string, roles: RegExp): Promise<void> {
  await open(page, address);
  await expect(page.getByText("Votre rôle n’ouvre pas cet écran.")).toBeVisible();
  await expect(page.getByText(roles)).toBeVisible();
}

/** The commands of the palette. */
async function commands(page: Page): Promise<string[]> {
  await page.keyboard.press("Control+k");
  const items = page.getByRole("dialog").getByRole("menuitem");
  await expect(items.first()).toBeVisible();
  const names = await items.allTextContents();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  return names;
}

/** Opens what can be done about the next session of the demo town: one of this month or, in its last days, of the next. */
async function prepareNextSession(page: Page): Promise<void> {
  await open(page, "/coaching/sessions");
  await page.getByRole("button", { name: "Ce mois-ci" }).click();
  const sessions = page.getByRole("listbox", { name: "Séances" });
  const planned = sessions.getByRole("option").filter({ hasText: "Prévue" });
  await expect(async () => {
    if ((await planned.count()) === 0) await page.getByRole("button", { name: "Mois suivant" }).click();
    await expect(planned.first()).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 30_000 });
  await planned.first().click();
  for (const [button, title] of [
    ["Préparer", /^Préparer la séance avec/],
    ["Bilan", "Bilan de la séance"],
  ] as const) {
    await page.getByRole("button", { name: button }).click();
    const dialog = page.getByRole("dialog", { name: title });
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(".skeleton")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
}

/** Where somebody only looks on, no row of the floor has a handle, and none can be dragged. */
async function expectNothingToDrag(page: Page): Promise<void> {
  for (const list of [/^Agents$/, /^Dossiers ouverts/]) {
    const row = page.getByRole("grid", { name: list }).locator("[data-row-id]").first();
    await expect(row).not.toHaveAttribute("draggable");
    await expect(row.locator(".agent-grip, .case-grip")).toBeHidden();
  }
}

/** Says which of the wanted ones are not there, instead of showing everything that is. */
function expectAmong(found: readonly string[], wanted: readonly (string | RegExp)[]): void {
  const missing = wanted.filter((one) =>
    typeof one === "string" ? !found.includes(one) : !found.some((text) => one.test(text)),
  );
  expect(missing, `not among ${found.join(" | ")}`).toEqual([]);
}

test("an agent sees what is theirs, and is refused nothing that is shown", async ({ page }) => {
  const refusals = refusalsOf(page);
  await expect(page.getByRole("grid", { name: "Agents" }).getByRole("row").first()).toBeVisible();
  const name = await page.evaluate(
    () => document.querySelector(".agent-name")?.firstChild?.textContent ?? "",
  );
  await closeHouse(page, "Claire Martin", [{ name: "Nora Agent", role: "Agent", agent: name.trim() }]);
  await changeSeat(page, "Claire Martin", "Nora Agent");
  await expect(page.getByRole("heading", { name: "Mon espace", level: 1 })).toBeVisible();

  const { screens: seen, dialogs } = await walk(page);
  expectAmong(dialogs, [
    "Prendre un engagement",
    "Proposer une idée ou poser une question",
    "Signaler un problème",
  ]);
  expectAmong(seen, ["#/mine", "#/sheets", "#/coaching/steps", "#/coaching/sessions", "#/principles"]);
  expect(seen).not.toContain("#/coaching/skills");
  expect(seen).not.toContain("#/principles/feedback");
  const all = (await commands(page)).join("\n");
  expect(all).toContain("Mon espace");
  expect(all).toContain("Signaler un problème");
  expect(all).not.toMatch(/Plateau|Appeler un renfort|alertes|Écran mural/);

  await expectClosed(page, "/trends", /Supervision, Encadrement d’équipe, Direction ou Administration/);
  await expectAccessible(page);
  await expectClosed(page, "/replay", /Supervision/);
  await expectClosed(page, "/coaching", /Encadrement d’équipe\. Si vous/);
  await expectClosed(page, "/settings/people", /Administration\./);
  await expectClosed(page, "/wallboard", /Supervision/);
  await page.getByRole("link", { name: "Aller à mon premier écran" }).click();
  await expect(page.getByRole("heading", { name: "Mon espace", level: 1 })).toBeVisible();
  expect(refusals).toEqual([]);
});

test("a manager watches the floor, reads and exports, and acts on nothing", async ({ page }) => {
  const refusals = refusalsOf(page);
  await closeHouse(page, "Claire Martin", [{ name: "Max Manager", role: "Direction" }]);
  await changeSeat(page, "Claire Martin", "Max Manager");

  await expect(page.getByText("Seule la supervision agit sur le plateau.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Réaffecter" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Appeler un renfort/ })).toHaveCount(0);
  await page.keyboard.press("b");
  await page.keyboard.press("r");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const agent = page.getByRole("grid", { name: "Agents" }).getByRole("row").first();
  await agent.focus();
  await page.keyboard.press("m");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: /Qui peut aider/ }).click();
  await expect(page.getByRole("dialog", { name: "Qui peut aider ?" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Affecter|Appeler)/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expectAccessible(page);

  const { screens: seen, dialogs } = await walk(page);
  expectAmong(dialogs, [
    "Alertes",
    "Historique des actions",
    /^Qui peut aider\s\?/,
    "Prendre un engagement",
    "Proposer une idée ou poser une question",
    "Signaler un problème",
  ]);
  expect(dialogs.join("\n")).not.toMatch(/Appeler|Réaffecter|Nouvelle/);
  expectAmong(seen, ["#/", "#/trends", "#/backup", "#/coaching/skills", "#/principles/feedback", "#/data"]);
  const all = (await commands(page)).join("\n");
  expect(all).toContain("Tendances");
  expect(all).not.toMatch(/Appeler un renfort|Séances/);
  await open(page, "/report");
  await expect(page.getByRole("heading", { name: "Rapport", level: 1 })).toHaveCount(1);
  await open(page, "/data");
  await expect(page.getByText(/revient à l’administration/)).toBeVisible();
  await expectAccessible(page);
  await expectClosed(page, "/data/import", /Administration\./);
  await expectClosed(page, "/mine", /Agent\./);
  expect(refusals).toEqual([]);
});

test("a team lead coaches, looks on at the floor, and sets nothing of the house", async ({ page }) => {
  const refusals = refusalsOf(page);
  await closeHouse(page, "Claire Martin", [{ name: "Benoît Petit", role: "Encadrement d’équipe" }]);
  await changeSeat(page, "Claire Martin", "Benoît Petit");

  await expect(page.getByText("Seule la supervision agit sur le plateau.")).toBeVisible();
  await expectNothingToDrag(page);

  const { screens: seen, dialogs } = await walk(page);
  expectAmong(dialogs, [
    "Prévoir une séance",
    "Convenir d’une étape",
    "Nouveau texte type",
    "Prendre un engagement",
    "Proposer une idée ou poser une question",
    "Signaler un problème",
  ]);
  expect(dialogs.join("\n")).not.toMatch(/Appeler|Réaffecter/);
  expectAmong(seen, [
    "#/",
    "#/trends",
    "#/coaching",
    "#/coaching/steps",
    "#/coaching/sessions",
    "#/coaching/skills",
    "#/coaching/replies",
    "#/sheets",
    "#/principles/problems",
  ]);
  await prepareNextSession(page);
  const all = (await commands(page)).join("\n");
  expect(all).toContain("Séances");
  expect(all).not.toMatch(/Appeler un renfort|Mon espace/);
  await expectClosed(page, "/report", /Direction\./);
  await expectClosed(page, "/mine", /Agent\./);
  await expectClosed(page, "/settings/people", /Administration\./);
  expect(refusals).toEqual([]);
});

test("a supervisor runs the floor, and takes no figures away", async ({ page }) => {
  const refusals = refusalsOf(page);
  await closeHouse(page, "Claire Martin", [{ name: "Sami Superviseur", role: "Supervision" }]);
  await changeSeat(page, "Claire Martin", "Sami Superviseur");

  await expect(page.getByRole("button", { name: /Réaffecter/ })).toBeVisible();
  await page.keyboard.press("b");
  await expect(page.getByRole("dialog", { name: /renfort/ })).toBeVisible();
  await page.keyboard.press("Escape");

  const { screens: seen, dialogs } = await walk(page);
  expectAmong(dialogs, [
    "Appeler un renfort",
    /^Réaffecter/,
    /^Qui peut aider\s\?/,
    "Nouvelle règle d’alerte",
    "Prendre un engagement",
    "Proposer une idée ou poser une question",
    "Signaler un problème",
  ]);
  expect(seen).toEqual(expect.arrayContaining(["#/", "#/trends", "#/backup", "#/sheets", "#/settings"]));
  expect(seen).not.toContain("#/coaching/skills");
  await open(page, "/trends");
  await expect(page.getByRole("button", { name: "Copier le lien" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Exporter" })).toHaveCount(0);
  await open(page, "/settings");
  await expect(page.getByRole("button", { name: "Ajouter une règle…" })).toBeVisible();
  await expect(page.getByText("Heures d’ouverture")).toHaveCount(0);
  await expectClosed(page, "/report", /Direction\./);
  await expectClosed(page, "/settings/audit", /Administration\./);
  expect(refusals).toEqual([]);
});

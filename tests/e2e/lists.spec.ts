/** The lists of the floor by keyboard and mouse, short and very long, while the floor goes on. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";

const cases = (page: Page) => page.getByRole("grid", { name: /Dossiers ouverts/ });
const row = (page: Page, ticket: string) => cases(page).getByRole("row", { name: ticket });
const services = (page: Page) => page.getByRole("grid", { name: "Démarches" });
const agents = (page: Page) => page.getByRole("grid", { name: "Agents" });
const active = (page: Page) => cases(page).locator("[data-active]");

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("a queue of 1,500 is walked through, selected and found in by keyboard", async ({ page, townHall }) => {
  await townHall.arriveMany(1_500);
  await expect(cases(page)).toHaveAttribute("aria-rowcount", "1500");
  await row(page, "A0001").focus();
  await expect(cases(page)).toBeFocused();
  await press(page, "ArrowDown", "ArrowDown");
  await expect(active(page)).toContainText("A0003");
  await press(page, "End");
  await expect(active(page)).toContainText("A1500");
  await expect(active(page)).toHaveAttribute("aria-rowindex", "1500");
  await expect(active(page)).toBeInViewport();
  await press(page, "PageUp", "Home", "ArrowUp");
  await expect(active(page)).toContainText("A0001");
  await press(page, "1", "2", "3");
  await expect(active(page)).toContainText("A0123");
  await expect(active(page)).toBeInViewport();

  await press(page, "Space", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowUp");
  await expect(page.getByText("2 choisis")).toBeVisible();
  await press(page, "ControlOrMeta+a");
  await expect(page.getByText("500 choisis")).toBeVisible();
  await press(page, "Escape");
  await expect(page.getByText("Choisissez des dossiers")).toBeVisible();
});

test("the keyboard keeps its place when rows move and when its own goes", async ({ page, townHall }) => {
  for (const [index, ticket] of ["A001", "A002", "A003", "A004"].entries()) {
    await townHall.arrive({ ticket, agoSeconds: 500 - index * 60 });
  }
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await row(page, "A003").focus();
  await townHall.arrive({ ticket: "A000", agoSeconds: 900 });
  await expect(cases(page).getByRole("row").first()).toContainText("A000");
  await expect(active(page)).toContainText("A003");
  await expect(cases(page)).toBeFocused();

  await townHall.post("case.abandoned", "A003", {});
  await expect(row(page, "A003")).toBeHidden();
  await expect(active(page)).toContainText("A004");
  await expect(cases(page)).toBeFocused();
  await press(page, "Space");
  await expect(row(page, "A004")).toHaveAttribute("aria-selected", "true");
});

test("by mouse: a stretch with Shift, and whoever is called is dragged no more", async ({
  page,
  townHall,
}) => {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  for (const [index, ticket] of ["A001", "A002", "A003", "A004"].entries()) {
    await townHall.arrive({ ticket, agoSeconds: 500 - index * 60 });
  }
  await row(page, "A001").click();
  await row(page, "A003").click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 choisis")).toBeVisible();
  await row(page, "A002").click();
  await expect(page.getByText("2 choisis")).toBeVisible();
  await townHall.call("A001", "amina");
  await expect(page.getByText("2 choisis dont 1 en file")).toBeVisible();
  await expect(row(page, "A003")).toHaveAttribute("draggable", "true");
  await expect(row(page, "A001")).not.toHaveAttribute("draggable");
});

test("what is looked at stays where it is while the queue moves on above it", async ({ page, townHall }) => {
  await townHall.arriveMany(1_500);
  await row(page, "A0001").focus();
  await press(page, "4", "0", "0");
  await expect(active(page)).toContainText("A0400");
  const topOf = () => active(page).evaluate((element) => element.getBoundingClientRect().top);
  const before = await topOf();
  for (const ticket of ["A0001", "A0002", "A0003"]) await townHall.post("case.abandoned", ticket, {});
  await expect(active(page)).toHaveAttribute("aria-rowindex", "397");
  await expect.poll(topOf).toBe(before);
});

test("a long queue is filtered by ticket, mention, channel and state", async ({ page, townHall }) => {
  await townHall.arrive({ ticket: "A901", agoSeconds: 900, flags: ["PMR"], channel: "phone" });
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  const field = page.getByRole("searchbox", { name: "Filtrer les dossiers" });
  await expect(row(page, "A901")).toBeVisible();
  await expect(field).toBeHidden();
  await townHall.arriveMany(40);
  await expect(field).toBeVisible();
  await row(page, "A901").focus();
  await press(page, "/");
  await expect(field).toBeFocused();
  await field.fill("pmr");
  await expect(cases(page).getByRole("row")).toHaveText([/A901/]);
  await expect(page.getByText(/1 affiché/)).toBeVisible();
  await expectAccessible(page);
  await field.fill("A9 nothing");
  await page.getByRole("button", { name: "Tout afficher" }).click();
  await expect(cases(page)).toHaveAttribute("aria-rowcount", "41");

  await townHall.call("A0007", "amina");
  await page.locator(".case-head").getByRole("button", { name: "État" }).click();
  await page.getByRole("option", { name: "Appelé" }).click();
  await expect(cases(page).getByRole("row")).toHaveText([/A0007/]);
  await page.getByRole("button", { name: "Tous les états" }).click();
  await expect(cases(page)).toHaveAttribute("aria-rowcount", "41");
});

test("each case says when its call is expected, and how right that has been", async ({ page, townHall }) => {
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  for (let number = 1; number <= 3; number += 1) {
    const ticket = `A00${number}`;
    await townHall.arrive({ ticket });
    await townHall.call(ticket, "amina");
    await townHall.post("case.started", ticket, { agent: "amina" });
    await townHall.post("case.completed", ticket, {});
  }
  await townHall.arrive({ ticket: "A100" });
  await townHall.arrive({ ticket: "A101" });
  await expect(row(page, "A100").getByRole("img", { name: /appel prévu : .+, objectif/ })).toBeVisible();

  const explain = page.getByRole("button", { name: "À quel point l’attente prévue est juste" });
  await explain.focus();
  await press(page, "Enter");
  await expect(page.getByRole("dialog")).toContainText(/fois sur 10/);
  await expectAccessible(page);
});

test("many services and agents are found by name", async ({ page, townHall }) => {
  for (let number = 1; number <= 14; number += 1) {
    await townHall.arrive({ ticket: `T${number}`, service: `service-${number}` });
    await townHall.signIn(`agent-${number}`, `Agent ${number}`, ["service-1"]);
  }
  await page.getByRole("searchbox", { name: "Filtrer les démarches" }).fill("service-13");
  await expect(services(page).getByRole("row")).toHaveText([/Démarche|En attente/, /service-13/]);
  await page.getByRole("searchbox", { name: "Filtrer les agents" }).fill("agent 12");
  await expect(agents(page).getByRole("row")).toHaveText([/Agent 12/]);
  await expectAccessible(page);
});

test("a case is dropped by keyboard on a row that was not drawn", async ({ page, townHall }) => {
  for (let number = 10; number <= 49; number += 1) {
    await townHall.signIn(`agent-${number}`, `Agent ${number}`, ["passeports"]);
  }
  await townHall.arrive({ ticket: "A042", agoSeconds: 60 });
  await expect(agents(page).getByRole("row", { name: "Agent 49" })).toHaveCount(0);
  await row(page, "A042").focus();
  await press(page, "Enter");
  await expect(page.getByRole("button", { name: "Déposer sur passeports" })).toBeFocused();
  await press(page, "Tab", "End");
  await expect(page.getByRole("button", { name: "Déposer sur Agent 49" })).toBeFocused();
  await press(page, "Enter");
  const dialog = page.getByRole("dialog", { name: "Réaffecter 1 dossier" });
  await expect(dialog.getByRole("option", { name: "Agent 49" })).toHaveAttribute("aria-selected", "true");
  await press(page, "Escape");
  await expect(cases(page)).toBeFocused();
});

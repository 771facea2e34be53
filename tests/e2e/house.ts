/** A house that is closed: people are entered, and each signs in. */
import { expect, type Page } from "@playwright/test";

const passphrase = "trois petits chats";

export interface Resident {
  readonly name: string;
  /** As the screens name it. */
  readonly role: "Supervision" | "Encadrement d’équipe" | "Direction" | "Agent" | "Administration";
  /** The agent of the floor that they are. */
  readonly agent?: string;
}

/** Enters an administrator, who sits there from then on, and everybody else. */
export async function closeHouse(page: Page, administrator: string, others: readonly Resident[]) {
  await openPeople(page);
  await page.getByRole("button", { name: "Inscrire la première personne…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Nom" }).fill(administrator);
  await dialog.getByLabel("Phrase secrète").fill(passphrase);
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("contentinfo")).toContainText(administrator);
  await openPeople(page);
  for (const other of others) await addPerson(page, other);
}

async function openPeople(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Réglages" }).click();
  await page.getByRole("link", { name: "Personnes" }).click();
}

async function addPerson(page: Page, { name, role, agent }: Resident): Promise<void> {
  await page.getByRole("button", { name: "Ajouter une personne…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Nom" }).fill(name);
  await dialog.getByLabel("Phrase secrète").fill(passphrase);
  await dialog.getByRole("checkbox", { name: new RegExp(`^${role}`) }).press("Space");
  if (agent !== undefined) {
    await dialog.getByRole("combobox", { name: "Agent au plateau" }).fill(agent);
    await page.getByRole("option", { name: agent, exact: true }).click();
  }
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText(role);
}

/** The one who sits there leaves, and somebody else signs in. */
export async function changeSeat(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole("contentinfo").getByRole("button", { name: from }).click();
  await page.getByRole("menuitem", { name: "Se déconnecter" }).click();
  await page.getByRole("combobox", { name: "Votre nom" }).fill(to);
  await page.getByRole("option", { name: to }).click();
  await page.getByLabel("Phrase secrète").fill(passphrase);
  await page.getByLabel("Phrase secrète").press("Enter");
  await expect(page.getByRole("contentinfo")).toContainText(to);
}

/** Whoever tampers with the audit in the file is found out on the screen. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, expectAccessible, onboarded, test } from "./fixtures.ts";

test.use({ start: { settings: onboarded, directory: null, demo: false } });

test("an entry that somebody slipped into the file is named", async ({ page, vigie }) => {
  const db = new Database(join(vigie.home, "vigie.db"));
  const entry = { kind: "exported", agentId: null, what: "chart", purpose: null, by: "Personne", atMs: 1 };
  db.prepare("INSERT INTO audit (number, agent_id, record, hash) VALUES (1, NULL, ?, 'faux')").run(
    JSON.stringify({ ...entry, number: 1 }),
  );
  db.close();
  await page.getByRole("link", { name: "Réglages" }).click();
  await page.getByRole("link", { name: "Journal d’accès" }).click();
  await expect(page.getByRole("alert")).toContainText("n° 1.");
  await expect(page.getByRole("row", { name: /Personne/ })).toBeVisible();
  await expectAccessible(page);
});

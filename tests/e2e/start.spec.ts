import { expect, onboarded, test } from "./fixtures.ts";

test.describe("with the demo floor", () => {
  test.use({ start: { settings: onboarded, directory: null, demo: true } });

  test("a floor moves by itself, labelled as a demonstration", async ({ page }) => {
    await expect(page.getByRole("contentinfo")).toContainText("Données de démonstration");
    const services = page.getByRole("grid", { name: "Démarches" });
    await expect(services.getByRole("row", { name: /Passeports/ }).first()).toBeVisible();
    const agents = page.getByRole("grid", { name: "Agents" });
    const before = (await agents.textContent()) ?? "";
    await expect(agents).not.toHaveText(before);
  });
});

test("a launch address works once; the second window says how to open the console", async ({
  vigie,
  host,
}) => {
  test.skip(host === "desktop", "skipped: the desktop window has no address");
  await expect(vigie.page.getByRole("navigation")).toBeVisible();
  expect(new URL(vigie.page.url()).hash).not.toContain("launch");
  const stranger = await vigie.page.context().browser()?.newPage({ locale: "fr-FR" });
  if (stranger === undefined) throw new Error("There is no browser.");
  await stranger.goto(new URL("/", vigie.page.url()).href);
  await expect(stranger.getByRole("heading", { name: /n’est plus reliée à la console/ })).toBeVisible();
  await stranger.close();
});

test("a look that is chosen holds at once and after a reload", async ({ page }) => {
  const html = page.locator("html");
  await page.getByRole("button", { name: "Affichage" }).click();
  await page.getByRole("radio", { name: "Sombre" }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.getByRole("radio", { name: "Compacte" }).click();
  await expect(html).toHaveAttribute("data-density", "compact");
  await page.getByRole("radio", { name: "English" }).click();
  await expect(html).toHaveAttribute("lang", "en");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Floor" })).toHaveAttribute("aria-current", "page");
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expect(html).toHaveAttribute("data-density", "compact");
  await expect(page.getByRole("link", { name: "Floor" })).toBeVisible();
});

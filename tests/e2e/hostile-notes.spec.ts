import { expect, test } from "./fixtures.ts";
import { hostilePayloads } from "./hostile-payloads.ts";

const perNote = 50;

test(`${hostilePayloads.length} hostile texts in notes open nothing, ask for nothing and run nothing`, async ({
  page,
  townHall,
}) => {
  expect(hostilePayloads.length).toBeGreaterThanOrEqual(200);
  const unwanted: string[] = [];
  const { origin } = new URL(page.url());
  page.on("dialog", (dialog) => {
    unwanted.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", () => unwanted.push("popup"));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) unwanted.push(request.url());
  });
  await townHall.signIn("amina", "Amina B.", ["passeports"]);
  await page.getByRole("link", { name: "Suivi" }).click();
  for (let start = 0; start < hostilePayloads.length; start += perNote) {
    const payloads = hostilePayloads.slice(start, start + perNote);
    await page.getByRole("button", { name: "Nouvelle note" }).click();
    await page.getByRole("combobox", { name: "Agent" }).fill("Amina");
    await page.getByRole("option", { name: /^Amina/ }).click();
    // What comes first is also shown as the excerpt of the list.
    await page.getByLabel("Texte").fill(payloads.join("\n\n"));
    await page.keyboard.press("Control+s");
    const note = page.getByRole("article");
    await expect(note).toBeVisible();
    const text = note.locator(".markdown");
    await expect(
      text.locator(
        ":not(p, strong, em, ul, ol, li, blockquote, code, pre, h3, h4, h5, h6, hr, br, span, small)",
      ),
    ).toHaveCount(0);
    for (const link of await text.locator("span, small").all())
      await link.click({ force: true, timeout: 2_000 });
    await expect(page.getByRole("heading", { name: "Accompagnement" })).toBeVisible();
  }
  expect(new URL(page.url())).toMatchObject({ origin, hash: "#/coaching" });
  expect(unwanted).toEqual([]);
});

import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";

/** A Tuesday that is over; 09:00 UTC is 10:00 in Paris. */
const day = "2025-03-11";
const atOf = (time: string) => Date.parse(`${day}T${time}Z`);

test.describe("in a browser", () => {
  test.skip(({ host }) => host === "desktop", "skipped: addresses are typed only in a browser");

  test.beforeEach(async ({ page, townHall }) => {
    for (const [ticket, called] of [
      ["A001", "09:04:00"],
      ["A002", "09:10:00"],
    ] as const) {
      await townHall.arrive({ ticket, atMs: atOf("09:00:00") });
      await townHall.postAt("case.called", ticket, { agent: "amina" }, atOf(called));
      await townHall.postAt("case.started", ticket, { agent: "amina" }, atOf(called));
      await townHall.postAt("case.completed", ticket, {}, atOf("09:20:00"));
    }
    await page.goto(new URL(`/?period=day&date=${day}#/trends`, page.url()).href);
    await expect(page.getByText("mardi 11 mars 2025")).toBeVisible();
  });

  test("a chart is saved in every format under a name that sorts", async ({ page }) => {
    for (const [choice, ending, start] of [
      ["Image PNG", "png", "\u0089PNG"],
      ["Image SVG", "svg", "<svg"],
      ["PDF", "pdf", "%PDF"],
      ["CSV", "csv", "\u00ef\u00bb\u00bfAttente"],
      ["Excel", "xlsx", "PK"],
    ] as const) {
      const download = await exportAs(page, choice);
      expect(download.suggestedFilename()).toMatch(
        new RegExp(`^vigie_attentes_${day}_${day}(?:_[a-z0-9-]+)*\\.${ending}$`),
      );
      expect((await bytesOf(download)).toString("latin1", 0, 12)).toContain(start);
    }
  });

  test("what is exported is what the screen shows, and says who made it", async ({ page }) => {
    const text = (await bytesOf(await exportAs(page, "CSV"))).toString("utf8");
    expect(text).toContain("par Nadia F.");
    expect(text).toContain("2025-03-11 10:00;2025-03-11T09:00:00Z;240;600;420;2;");
  });

  test("of a chart that is looked at more closely, only that part is exported", async ({ page }) => {
    const at = (time: string) => Date.parse(`${day}T${time}Z`);
    const zoom = `${at("09:15:00")}-${at("09:30:00")}`;
    await page.goto(
      new URL(`/?period=day&date=${day}&chart=waits&step=interval&zoom=${zoom}#/trends`, page.url()).href,
    );
    await expect(page.getByText("mardi 11 mars 2025")).toBeVisible();
    const text = (await bytesOf(await exportAs(page, "CSV"))).toString("utf8");
    expect(text.match(/2025-03-11 \d\d:\d\d(?=;)/g)).toEqual(["2025-03-11 10:15", "2025-03-11 10:30"]);
    expect(text).toContain("Extrait, du premier au dernier point");
  });

  test("the menu is reached by the keyboard, and nothing in it is a barrier", async ({ page }) => {
    await page.getByRole("button", { name: "Exporter" }).press("Enter");
    await expect(page.getByRole("menuitem", { name: /^Image PNG/ })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Exporter" })).toBeFocused();
  });
});

async function exportAs(page: Page, choice: string): Promise<Download> {
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporter" }).click();
  await page.getByRole("menuitem", { name: new RegExp(`^${choice}`) }).click();
  return started;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

import { describe, expect, it } from "vitest";
import { createDesktopChannel } from "../../electron/channels/desktop.ts";

const message = { title: "Renfort demandé", paragraphs: ["Inès V.", "Répondez avant 10:45."], link: null };
const ends = new AbortController().signal;

describe("the desktop", () => {
  it("is reached once a page says that it shows the message; the second page is told no", async () => {
    const desktop = createDesktopChannel();
    const [first, second] = [desktop.watch(ends), desktop.watch(ends)];
    const sending = desktop.send({ message, email: null }, ends);
    const told = (await first.next()).value;
    expect(told).toMatchObject({ title: "Renfort demandé", body: "Inès V.\nRépondez avant 10:45." });
    expect((await second.next()).value).toEqual(told);
    if (told === undefined) throw new Error("nothing was told");
    expect([desktop.claim(told.id), desktop.claim(told.id)]).toEqual([true, false]);
    await sending;
  });

  it("says that nobody is there where no page answers", async () => {
    const desktop = createDesktopChannel(20);
    await expect(desktop.send({ message, email: null }, ends)).rejects.toMatchObject({
      failure: { reason: "nobody_there" },
    });
    expect(desktop.claim("anything")).toBe(false);
  });

  it("ends with the page that watches it", async () => {
    const stop = new AbortController();
    const pages = createDesktopChannel().watch(stop.signal);
    const next = pages.next();
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});

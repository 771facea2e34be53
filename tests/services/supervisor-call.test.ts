import { expect, it } from "vitest";
import { openMailbox } from "../channels/mailbox.ts";
import { openHouse } from "./composed-house.ts";

const administrator = "seat of administrator";

it("a supervisor's call goes out by the mail server that an administrator set up", async () => {
  const mailbox = await openMailbox();
  const { enter } = await openHouse();
  const ida = await enter("administrator", administrator);
  await ida.directory.put({
    sites: [{ id: "main", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
    services: [{ id: "passports", name: "Passeports", channels: ["counter"], targets: [] }],
    roster: [
      {
        agentId: "ines",
        name: "Inès V.",
        siteId: "main",
        skills: [{ serviceId: "passports", level: 2 }],
        travelMinutes: 3,
        email: "ines@mairie.example",
      },
    ],
  });
  await ida.notification.put({
    settings: {
      email: {
        host: "127.0.0.1",
        port: mailbox.port,
        security: "none",
        user: null,
        from: "vigie@mairie.example",
      },
      webhook: null,
      desktop: false,
      answers: null,
    },
  });

  const nadia = await enter("supervisor", administrator);
  await expect(nadia.notification.get()).rejects.toMatchObject({ data: { code: "forbidden" } });
  const settings = await nadia.settings.get();
  if (settings.told !== "screens") throw new Error(`a supervisor was told of ${settings.told}`);
  expect(settings.usedChannels).toEqual(["email"]);
  const [call] = await nadia.backup.request({
    siteId: "main",
    serviceId: "passports",
    agentIds: ["ines"],
    untilMs: null,
    message: "Guichet 4",
    channels: settings.usedChannels,
    inTurn: null,
  });

  await expect.poll(() => mailbox.letters.length, { timeout: 30_000 }).toBe(1);
  expect(mailbox.letters[0]).toMatchObject({ from: "vigie@mairie.example", to: ["ines@mairie.example"] });
  await expect
    .poll(() => nadia.backup.deliveries({ siteId: "main" }), { timeout: 30_000 })
    .toMatchObject([{ callId: call?.id, channel: "email", state: "sent", attempts: 1 }]);
}, 90_000);

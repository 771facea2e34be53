import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createDesktopChannel } from "../../electron/channels/desktop.ts";
import { createEmailChannel } from "../../electron/channels/email.ts";
import { createWebhookChannel } from "../../electron/channels/webhook.ts";
import { openNotificationSecrets } from "../../electron/http/notification-secrets.ts";
import { createClock } from "../../electron/services/clock.ts";
import { houseLanguage } from "../../electron/services/house-language.ts";
import { createLog } from "../../electron/services/log.ts";
import { type AnswerDoor, createNotifications } from "../../electron/services/notification.ts";
import { createSettings } from "../../electron/services/settings.ts";
import { noNotifications } from "../../shared/domain/notification.ts";
import { defaultSettings, type Settings } from "../../shared/domain/settings.ts";
import { Fault } from "../../shared/faults.ts";
import { openChatRoom } from "../channels/chat-room.ts";
import { openMailbox } from "../channels/mailbox.ts";

const mail = { host: "127.0.0.1", port: 25, security: "none", user: null, from: "v@mairie.example" } as const;

describe("the settings of notifications", () => {
  let folder: string;
  let kept: Settings;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "vigie-notifications-"));
    kept = defaultSettings;
    onTestFinished(() => rmSync(folder, { recursive: true }));
  });

  function start(
    door: AnswerDoor = { url: null, open: async () => undefined, close: async () => undefined },
  ) {
    const log = createLog((line) => {
      throw new Error(line);
    });
    const settings = createSettings({
      read: () => kept,
      write: (next) => {
        kept = next;
      },
    });
    const secrets = openNotificationSecrets(folder);
    const desktop = createDesktopChannel(50);
    return createNotifications({
      settings,
      secrets,
      desktop,
      door,
      log,
      clock: createClock(),
      operator: () => "Claire",
      language: () => "fr",
      addresses: () => ["192.0.2.2"],
      channels: {
        desktop,
        email: createEmailChannel(() =>
          kept.notifications.email === null
            ? null
            : { server: kept.notifications.email, password: secrets.read("smtp-password") },
        ),
        webhook: createWebhookChannel(() => {
          const { webhook } = kept.notifications;
          const url = secrets.read("webhook-url");
          return webhook === null || url === undefined ? null : { webhook, url };
        }),
      },
    });
  }

  it("keep secrets in private files, and never give them out again", async () => {
    const view = await start().put({
      settings: { ...noNotifications, email: mail, webhook: { format: "teams" } },
      smtpPassword: "très secret",
      webhookUrl: "https://hooks.example/services/t0ken",
    });
    expect(view).toMatchObject({
      hasPassword: true,
      webhookPlace: { host: "hooks.example", isPrivate: false, isPlain: false },
    });
    expect(JSON.stringify([view, kept])).not.toMatch(/secret|t0ken/);
    const secrets = join(folder, "notification-secrets");
    const files = readdirSync(secrets).sort();
    expect(files).toEqual(["smtp-password", "webhook-url"]);
    for (const file of files) expect(statSync(join(secrets, file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(secrets, "smtp-password"), "utf8")).toBe("très secret\n");
  });

  it("leave a secret that is not given as it is, and forget one that is taken away", async () => {
    const notifications = start();
    await notifications.put({ settings: { ...noNotifications, email: mail }, smtpPassword: "secret" });
    expect((await notifications.put({ settings: noNotifications })).hasPassword).toBe(true);
    expect((await notifications.put({ settings: noNotifications, smtpPassword: null })).hasPassword).toBe(
      false,
    );
  });

  it("refuse a webhook without an address, and change nothing then", async () => {
    const wanted = { ...noNotifications, webhook: { format: "text" as const } };
    await expect(start().put({ settings: wanted, smtpPassword: "secret" })).rejects.toMatchObject({
      code: "invalid_input",
      data: { field: "webhookUrl" },
    });
    expect(kept.notifications).toEqual(noNotifications);
    expect(start().view().hasPassword).toBe(false);
  });

  it("are tried for real, and say what became of it", async () => {
    const mailbox = await openMailbox();
    const room = await openChatRoom((_request, response) => response.writeHead(410).end());
    const notifications = start();
    expect(await notifications.test("email", "ines@mairie.example")).toEqual({
      outcome: "failed",
      failure: { reason: "not_configured", status: null },
    });
    await notifications.put({
      settings: {
        ...noNotifications,
        email: { ...mail, port: mailbox.port },
        webhook: { format: "text" },
      },
      webhookUrl: room.url,
    });
    expect(await notifications.test("email", "ines@mairie.example")).toMatchObject({ outcome: "sent" });
    expect(mailbox.letters).toHaveLength(1);
    expect(await notifications.test("webhook", null)).toEqual({
      outcome: "failed",
      failure: { reason: "status", status: 410 },
    });
    expect(await notifications.test("desktop", null)).toEqual({
      outcome: "failed",
      failure: { reason: "nobody_there", status: null },
    });
  });

  it("open the door only where it is wanted, and say why it stays shut", async () => {
    const opened: string[] = [];
    const door: AnswerDoor = {
      get url() {
        return opened.at(-1) ?? null;
      },
      async open({ address, port }) {
        if (port === 7470) throw new Fault("port_taken", "taken", { reason: "in_use" });
        opened.push(`http://${address}:${port}`);
      },
      async close() {
        opened.length = 0;
      },
    };
    const notifications = start(door);
    await notifications.start();
    expect(notifications.view()).toMatchObject({ answerUrl: null, answerFault: null });
    const at = (port: number) => ({ ...noNotifications, answers: { address: "192.0.2.2", port } });
    expect(await notifications.put({ settings: at(7469) })).toMatchObject({
      answerUrl: "http://192.0.2.2:7469",
    });
    expect(await notifications.put({ settings: at(7470) })).toMatchObject({
      answerUrl: null,
      answerFault: { data: { reason: "in_use" } },
    });
    await notifications.put({ settings: noNotifications });
    expect(notifications.view()).toMatchObject({ answerUrl: null, answerFault: null });
    await notifications.stop();
  });
});

describe("the house's language", () => {
  it.each([
    ["en", { LANG: "fr_FR.UTF-8" }, "en"],
    ["fr", { LANG: "en_GB.UTF-8" }, "fr"],
    ["system", { LANG: "en_GB.UTF-8" }, "en"],
    ["system", { LANG: "C.UTF-8" }, "fr"],
    ["system", { LC_ALL: "fr_FR", LANG: "en_GB" }, "fr"],
  ] as const)("%s with %j is %s", (choice, environment, language) => {
    expect(houseLanguage(choice, environment)).toBe(language);
  });
});

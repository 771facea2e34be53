import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createEmailChannel } from "../../electron/channels/email.ts";
import { createWebhookChannel } from "../../electron/channels/webhook.ts";
import { type BackupService, createBackup } from "../../electron/services/backup.ts";
import { createDeliveries, type DeliveryService } from "../../electron/services/delivery.ts";
import { createLog } from "../../electron/services/log.ts";
import type { Channel, Channels } from "../../electron/services/notification.ts";
import type { Store } from "../../electron/store/store.ts";
import { type Delivery, DeliveryError } from "../../shared/domain/delivery.ts";
import type { NotificationChannel } from "../../shared/domain/notification.ts";
import { openChatRoom } from "../channels/chat-room.ts";
import { openMailbox } from "../channels/mailbox.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { steadyClock } from "./steady-clock.ts";

const startMs = Date.UTC(2026, 10, 24, 9, 40);
const minuteMs = 60_000;

describe("messages to the people who are called", () => {
  let store: Store;
  let backup: BackupService;
  let clock: ReturnType<typeof steadyClock>;
  let logged: string[];
  const log = createLog((line) => logged.push(line));

  beforeEach(async () => {
    store = await temporaryStore();
    clock = steadyClock(startMs);
    logged = [];
    backup = createBackup(
      store,
      clock,
      () => "Claire",
      () => 5,
      async () => null,
      log,
    );
    await store.putDirectory({
      sites: [{ id: "main", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
      services: [{ id: "passports", name: "Passeports", channels: ["counter"], targets: [] }],
      roster: ["ines", "jean", "karim", "lea", "marc"].map((agentId) => ({
        agentId,
        name: agentId === "ines" ? "Inès V." : agentId,
        siteId: "main",
        skills: [{ serviceId: "passports", level: 2 }],
        travelMinutes: 3,
        email: `${agentId}@mairie.example`,
      })),
    });
  });

  /** The service, with the channels given; the others fail. */
  function deliverBy(given: Partial<Channels>): DeliveryService {
    const missing: Channel = { send: () => Promise.reject(new DeliveryError("not_configured")) };
    const deliveries = createDeliveries({
      store,
      clock,
      log,
      channels: { email: missing, webhook: missing, desktop: missing, ...given },
      language: () => "fr",
      answerUrl: (call) => `http://192.0.2.2:7469/answer/${call.agentId}`,
    });
    onTestFinished(() => deliveries.stop());
    return deliveries;
  }

  async function call(agentIds: readonly string[], channels: readonly NotificationChannel[]) {
    return backup.request({
      siteId: "main",
      serviceId: "passports",
      agentIds,
      untilMs: startMs + 60 * minuteMs,
      message: "Guichet 4",
      channels,
      inTurn: null,
    });
  }

  /** Looks once, and waits for what that began. */
  async function turn(deliveries: DeliveryService, afterMs = 0): Promise<Delivery[]> {
    clock.advance(afterMs);
    await deliveries.look();
    await deliveries.idle();
    return deliveries.list((await backup.list("main")).map(({ id }) => id));
  }

  it("go out by a real mail server and a real webhook, with what is known of the floor", async () => {
    const mailbox = await openMailbox();
    const room = await openChatRoom();
    const deliveries = deliverBy({
      email: createEmailChannel(() => ({
        server: {
          host: "127.0.0.1",
          port: mailbox.port,
          security: "none",
          user: null,
          from: "vigie@mairie.example",
        },
        password: undefined,
      })),
      webhook: createWebhookChannel(() => ({ webhook: { format: "text" }, url: room.url })),
    });
    await call(["ines"], ["email", "webhook"]);
    const told = await turn(deliveries);
    expect(told.map(({ channel, state, attempts }) => [channel, state, attempts])).toEqual([
      ["email", "sent", 1],
      ["webhook", "sent", 1],
    ]);
    expect(mailbox.letters[0]?.to).toEqual(["ines@mairie.example"]);
    expect(room.posts[0]?.body).toEqual({
      text: [
        "Renfort demandé : Passeports, Hôtel de ville",
        "Inès V., on a besoin de vous : Passeports, Hôtel de ville, jusqu’à 11:40. Demandé par Claire à 10:40.",
        "« Guichet 4 »",
        "Répondez avant 10:45, par le lien, par téléphone ou à l’accueil.",
        "Répondre pour Inès V.\nhttp://192.0.2.2:7469/answer/ines",
      ].join("\n\n"),
    });
    expect(await turn(deliveries, minuteMs)).toEqual(told);
    expect(mailbox.letters).toHaveLength(1);
  });

  it("are tried again after a pause, and say why they failed", async () => {
    let isDown = true;
    const room = await openChatRoom((_request, response) => response.writeHead(isDown ? 503 : 200).end());
    const deliveries = deliverBy({
      webhook: createWebhookChannel(() => ({ webhook: { format: "text" }, url: room.url })),
    });
    await call(["ines"], ["webhook"]);
    expect(await turn(deliveries)).toMatchObject([
      {
        state: "waiting",
        attempts: 1,
        nextAttemptAtMs: startMs + 5_000,
        lastFailure: { reason: "status", status: 503 },
      },
    ]);
    expect(await turn(deliveries, 4_999)).toMatchObject([{ attempts: 1 }]);
    expect(await turn(deliveries, 1)).toMatchObject([{ attempts: 2, nextAttemptAtMs: startMs + 35_000 }]);
    isDown = false;
    expect(await turn(deliveries, 30_000)).toMatchObject([{ state: "sent", attempts: 3 }]);
    expect(room.posts).toHaveLength(3);
  });

  it("are given up when the time to answer is over", async () => {
    const deliveries = deliverBy({});
    await call(["ines"], ["email"]);
    await turn(deliveries);
    await turn(deliveries, 5_000);
    expect(await turn(deliveries, 5 * minuteMs)).toMatchObject([
      { state: "failed", attempts: 2, nextAttemptAtMs: null, lastFailure: { reason: "not_configured" } },
    ]);
  });

  it("are dropped when the person has answered meanwhile", async () => {
    const deliveries = deliverBy({});
    const [asked] = await call(["ines"], ["email"]);
    await turn(deliveries);
    await backup.accept(asked?.id ?? "", null);
    expect(await turn(deliveries, 5_000)).toMatchObject([{ state: "dropped", attempts: 1 }]);
  });

  it("go on after a restart, and those that were sent are not sent again", async () => {
    const sent: string[] = [];
    const counted: Channel = {
      async send({ email }) {
        sent.push(email ?? "");
      },
    };
    const before = deliverBy({ webhook: counted });
    await call(["ines"], ["email", "webhook"]);
    await turn(before);
    await before.stop();
    const after = deliverBy({ email: counted, webhook: counted });
    expect(await turn(after, 5_000)).toMatchObject([
      { channel: "email", state: "sent", attempts: 2 },
      { channel: "webhook", state: "sent", attempts: 1 },
    ]);
    expect(sent).toHaveLength(2);
  });

  it("never hold anything up: a channel that hangs is left to itself", async () => {
    let begun = 0;
    const hanging: Channel = {
      send() {
        begun += 1;
        return new Promise(() => undefined);
      },
    };
    const room = await openChatRoom();
    const deliveries = deliverBy({
      email: hanging,
      webhook: createWebhookChannel(() => ({ webhook: { format: "text" }, url: room.url })),
    });
    await call(["ines", "jean", "karim", "lea", "marc"], ["email", "webhook"]);
    await deliveries.look();
    await deliveries.look();
    await expect.poll(() => room.posts.length).toBe(3);
    const [first] = await backup.list("main");
    expect(await backup.accept(first?.id ?? "", null)).toMatchObject({ state: "accepted" });
    expect(begun).toBe(3);
    await deliveries.stop();
    expect((await store.openDeliveries()).filter(({ channel }) => channel === "email")).toHaveLength(5);
  });

  it("are not sent again and again while their outcome can't be written down", async () => {
    let sent = 0;
    let isFull = false;
    const deliveries = createDeliveries({
      store: {
        ...store,
        putDeliveries: (outcomes) =>
          isFull ? Promise.reject(new Error("the disk is full")) : store.putDeliveries(outcomes),
      },
      clock,
      log,
      channels: {
        email: {
          async send() {
            sent += 1;
            isFull = true;
          },
        },
        webhook: { send: () => Promise.reject(new DeliveryError("not_configured")) },
        desktop: { send: () => Promise.reject(new DeliveryError("not_configured")) },
      },
      language: () => "fr",
      answerUrl: () => null,
    });
    await call(["ines"], ["email"]);
    await turn(deliveries);
    await expect(turn(deliveries, 60_000)).rejects.toThrow("the disk is full");
    isFull = false;
    expect(await turn(deliveries, 60_000)).toMatchObject([{ state: "sent", attempts: 1 }]);
    expect(sent).toBe(1);
  });

  it("leave no address and no link in the log", async () => {
    const deliveries = deliverBy({
      email: { send: () => Promise.reject(new Error("unexpected")) },
    });
    await call(["ines"], ["email"]);
    expect(await turn(deliveries)).toMatchObject([{ lastFailure: { reason: "internal" } }]);
    expect(logged.join()).toContain("delivery by email");
    expect(logged.join()).not.toMatch(/mairie\.example|answer\//);
  });

  it("are not sent for a call that a feed tells of", async () => {
    const { createIngest } = await import("../../electron/services/ingest.ts");
    const deliveries = deliverBy({});
    const [outcome] = await createIngest(store, clock).take(
      [
        {
          specversion: "1.0",
          id: "1",
          source: "urn:vigie:console",
          type: "vigie.backup.requested",
          subject: "forged",
          time: new Date(startMs).toISOString(),
          data: {
            site: "main",
            service: "passports",
            agent: "ines",
            by: "feed",
            expiresAt: new Date(startMs + 5 * minuteMs).toISOString(),
            channels: ["email"],
            cascade: { id: "forged", order: ["ines", "jean"], wanted: 1, answerMinutes: 1 },
          },
        },
      ],
      "http",
    );
    expect(outcome?.status).toBe("accepted");
    expect(await turn(deliveries)).toEqual([]);
    expect((await backup.list("main")).map((one) => one.cascade)).toEqual([null]);
  });
});

import { describe, expect, it } from "vitest";
import { createWebhookChannel } from "../../electron/channels/webhook.ts";
import { webhookPlace } from "../../electron/services/webhook-place.ts";
import { webhookUrlSchema } from "../../shared/domain/notification.ts";
import { openChatRoom } from "./chat-room.ts";

const message = {
  title: "Renfort demandé : Passeports",
  paragraphs: ["Inès V., on a besoin de vous.", "« venez <!channel> & vite »"],
  link: { label: "Répondre pour Inès V.", url: "http://192.168.1.5:7469/answer/abc" },
};
const ends = new AbortController().signal;

function send(url: string, format: "text" | "teams" = "text", timeoutMs = 10_000) {
  const channel = createWebhookChannel(() => ({ webhook: { format }, url }), timeoutMs);
  return channel.send({ message, email: null }, ends);
}

describe("a webhook", () => {
  it("posts the text that Slack and Mattermost take, in which nothing calls a whole channel", async () => {
    const room = await openChatRoom();
    await send(room.url);
    expect(room.posts).toEqual([
      {
        path: "/hooks/secret",
        body: {
          text:
            "Renfort demandé : Passeports\n\nInès V., on a besoin de vous.\n\n" +
            "« venez &lt;!channel&gt; &amp; vite »\n\n" +
            "Répondre pour Inès V.\nhttp://192.168.1.5:7469/answer/abc",
        },
      },
    ]);
  });

  it("posts an Adaptive Card to Teams, with the link as a button", async () => {
    const room = await openChatRoom();
    await send(room.url, "teams");
    expect(room.posts[0]?.body).toMatchObject({
      type: "message",
      attachments: [
        {
          contentType: "application/vnd.microsoft.card.adaptive",
          content: {
            type: "AdaptiveCard",
            version: "1.4",
            body: [
              { type: "TextBlock", text: message.title, weight: "Bolder" },
              { type: "TextBlock", text: message.paragraphs[0], wrap: true },
              { type: "TextBlock", text: message.paragraphs[1], wrap: true },
            ],
            actions: [{ type: "Action.OpenUrl", title: message.link.label, url: message.link.url }],
          },
        },
      ],
    });
  });

  it("says the status of a refusal", async () => {
    const room = await openChatRoom((_request, response) => response.writeHead(404).end("no such hook"));
    await expect(send(room.url)).rejects.toMatchObject({ failure: { reason: "status", status: 404 } });
  });

  it("follows no redirection", async () => {
    const elsewhere = await openChatRoom();
    const room = await openChatRoom((_request, response) =>
      response.writeHead(307, { location: elsewhere.url }).end(),
    );
    await expect(send(room.url)).rejects.toMatchObject({ failure: { reason: "redirected", status: 307 } });
    expect(elsewhere.posts).toEqual([]);
  });

  it("gives up on a receiver that does not answer, and on one that is not there", async () => {
    const room = await openChatRoom(() => undefined);
    await expect(send(room.url, "text", 100)).rejects.toMatchObject({ failure: { reason: "timed_out" } });
    await expect(send("http://127.0.0.1:1/hook")).rejects.toMatchObject({
      failure: { reason: "no_connection" },
    });
    await expect(send("http://chat.invalid/hook")).rejects.toMatchObject({
      failure: { reason: "unknown_host" },
    });
  });

  it("shows where its address leads, and never the address", () => {
    expect(webhookPlace("https://hooks.slack.com/services/T0/B0/secret")).toEqual({
      host: "hooks.slack.com",
      isPrivate: false,
      isPlain: false,
    });
    for (const host of ["127.0.0.1:8065", "10.1.2.3", "172.20.0.1", "[fd00::2]", "mattermost", "chat.lan"]) {
      expect(webhookPlace(`http://${host}/hooks/secret`)).toEqual({ host, isPrivate: true, isPlain: true });
    }
    expect(webhookPlace("https://172.40.0.1/x")).toMatchObject({ isPrivate: false });
  });

  it.each([
    ["https://hooks.slack.com/services/T0/B0/x", true],
    ["http://mattermost.lan:8065/hooks/x", true],
    ["https://user:password@example.org/x", false],
    ["ftp://example.org/x", false],
    ["file:///etc/passwd", false],
    ["javascript:alert(1)", false],
    ["not an address", false],
  ])("takes the address %s: %s", (url, isTaken) => {
    expect(webhookUrlSchema.safeParse(url).success).toBe(isTaken);
  });
});

/** A chat room's incoming webhook: Teams, Slack, Mattermost and what speaks like them. */
import { type Message, plainText } from "../../shared/domain/backup-message.ts";
import { DeliveryError } from "../../shared/domain/delivery.ts";
import type { Webhook } from "../../shared/domain/notification.ts";
import type { Channel } from "../services/notification.ts";

const defaultTimeoutMs = 10_000;

export interface WebhookAccess {
  readonly webhook: Webhook;
  readonly url: string;
}

/** Makes the channel; `access` is read at each message, null: no webhook was entered. */
export function createWebhookChannel(
  access: () => WebhookAccess | null,
  timeoutMs = defaultTimeoutMs,
): Channel {
  return {
    async send({ message }, signal) {
      const hook = access();
      if (hook === null) throw new DeliveryError("not_configured");
      const late = AbortSignal.timeout(timeoutMs);
      const response = await post(hook, message, AbortSignal.any([signal, late])).catch((error: unknown) => {
        throw late.aborted ? new DeliveryError("timed_out") : failureOf(error);
      });
      // What they answer is of no use here, and may be long.
      await response.body?.cancel();
      if (response.status >= 300 && response.status < 400) {
        throw new DeliveryError("redirected", response.status);
      }
      if (!response.ok) throw new DeliveryError("status", response.status);
    },
  };
}

/** A redirection is not followed: the message is for the address that was entered, and for no other. */
function post({ webhook, url }: WebhookAccess, message: Message, signal: AbortSignal): Promise<Response> {
  return fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(webhook.format === "teams" ? teamsBody(message) : textBody(message)),
    signal,
  });
}

/** `{"text": …}`: Slack, Mattermost, Rocket.Chat, Google Chat. */
function textBody(message: Message): object {
  return { text: escaped(`${message.title}\n\n${plainText(message)}`) };
}

/** Chat rooms read `<…>` as links and as calls to everybody (`<!channel>`); a message is plain text. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An Adaptive Card as Teams’ workflows take it, with the same text beside it for what reads only that. */
function teamsBody(message: Message): object {
  const block = (text: string, more: object = {}) => ({ type: "TextBlock", text, wrap: true, ...more });
  return {
    type: "message",
    text: plainText(message),
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          body: [
            block(message.title, { weight: "Bolder", size: "Medium" }),
            ...message.paragraphs.map((text) => block(text)),
          ],
          actions:
            message.link === null
              ? []
              : [{ type: "Action.OpenUrl", title: message.link.label, url: message.link.url }],
        },
      },
    ],
  };
}

function failureOf(error: unknown): DeliveryError {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return new DeliveryError("unknown_host");
  if (/CERT|SSL|TLS/.test(code)) return new DeliveryError("not_secure");
  return new DeliveryError(code === "UND_ERR_CONNECT_TIMEOUT" ? "timed_out" : "no_connection");
}

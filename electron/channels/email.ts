/** E-mail, by the house's own mail server. */
import { createTransport, type SendMailOptions } from "nodemailer";
import { plainText } from "../../shared/domain/backup-message.ts";
import { DeliveryError, type DeliveryFailure } from "../../shared/domain/delivery.ts";
import type { MailServer } from "../../shared/domain/notification.ts";
import type { Channel } from "../services/notification.ts";

const connectMs = 10_000;
const silentMs = 15_000;

export interface MailAccess {
  readonly server: MailServer;
  /** Undefined where none is kept. */
  readonly password: string | undefined;
}

/** Makes the channel; `access` is read at each message, null: no mail server was entered. */
export function createEmailChannel(access: () => MailAccess | null, timeoutMs = connectMs): Channel {
  return {
    async send({ message, email, attachment }, signal) {
      const mail = access();
      if (mail === null) throw new DeliveryError("not_configured");
      if (email === null) throw new DeliveryError("no_address");
      const transport = createTransport(optionsOf(mail, timeoutMs));
      const letter: SendMailOptions = {
        from: { name: "Vigie", address: mail.server.from },
        to: { name: "", address: email },
        subject: message.title,
        text: plainText(message),
        ...(attachment === undefined
          ? {}
          : {
              attachments: [
                {
                  filename: attachment.fileName,
                  contentType: attachment.mediaType,
                  content: Buffer.from(attachment.bytes),
                },
              ],
            }),
        signal,
      };
      try {
        await transport.sendMail(letter);
      } catch (error) {
        throw failureOf(error);
      } finally {
        transport.close();
      }
    },
  };
}

function optionsOf({ server, password }: MailAccess, timeoutMs: number) {
  return {
    host: server.host,
    port: server.port,
    secure: server.security === "tls",
    requireTLS: server.security === "starttls",
    ignoreTLS: server.security === "none",
    ...(server.user === null ? {} : { auth: { user: server.user, pass: password ?? "" } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: Math.max(timeoutMs, silentMs),
    // A message is text from here: it never fetches a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What went wrong, without what the server said: that may hold addresses. */
function failureOf(error: unknown): DeliveryError {
  const { code, originalCode, command, responseCode } = (error instanceof Error ? error : {}) as {
    code?: string;
    /** Of the system, where the library puts a code of its own in front. */
    originalCode?: string;
    command?: string;
    responseCode?: number | false;
  };
  const reason = reasonOf(originalCode, command) ?? reasonOf(code, command) ?? "message_refused";
  return new DeliveryError(reason, responseCode || null);
}

function reasonOf(code: string | undefined, command: string | undefined): DeliveryFailure["reason"] | null {
  switch (code) {
    case "EDNS":
    case "ENOTFOUND":
      return "unknown_host";
    case "ECONNECTION":
    case "ECONNREFUSED":
    case "ECONNRESET":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "EPIPE":
      return "no_connection";
    case "ETIMEDOUT":
      return "timed_out";
    case "ETLS":
    // A certificate that is not trusted ends the connection with a code of its own.
    case "ESOCKET":
      return "not_secure";
    case "EAUTH":
      return "login_refused";
    case "EENVELOPE":
      return command === "MAIL FROM" ? "sender_refused" : "recipient_refused";
    default:
      return null;
  }
}

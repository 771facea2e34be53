import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import type { SMTPServerOptions } from "smtp-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { createEmailChannel } from "../../electron/channels/email.ts";
import type { MailServer } from "../../shared/domain/notification.ts";
import { hasOpenSsl, makeCertificate } from "../helpers/mail-server.ts";
import { openMailbox } from "./mailbox.ts";

const message = {
  title: "Renfort demandé : Passeports",
  paragraphs: ["Inès V., on a besoin de vous.", "« Guichet 4 »"],
  link: { label: "Répondre", url: "http://192.168.1.5:7469/answer/abc" },
};
const ends = new AbortController().signal;
const server = (port: number, more: Partial<MailServer> = {}): MailServer => ({
  host: "localhost",
  port,
  security: "none",
  user: null,
  from: "vigie@mairie.example",
  ...more,
});

function send(port: number, more: Partial<MailServer> = {}, password?: string, timeoutMs = 10_000) {
  const channel = createEmailChannel(() => ({ server: server(port, more), password }), timeoutMs);
  return channel.send({ message, email: "ines@mairie.example" }, ends);
}

describe("e-mail", () => {
  it("arrives at a real server, with subject, text and link", async () => {
    const mailbox = await openMailbox();
    await send(mailbox.port);
    const [letter] = mailbox.letters;
    expect(letter).toMatchObject({ from: "vigie@mairie.example", to: ["ines@mairie.example"] });
    expect(letter?.text).toContain("Content-Type: text/plain; charset=utf-8");
    expect(letter?.text).toContain("Subject: =?UTF-8?Q?Renfort_demand=C3=A9");
    expect(letter?.text).toContain("http://192.168.1.5:7469/answer/abc");
    expect(letter?.text).not.toContain("text/html");
  });

  it("keeps a subject on one line, whatever is in it", async () => {
    const mailbox = await openMailbox();
    const channel = createEmailChannel(() => ({ server: server(mailbox.port), password: undefined }));
    const title = "Renfort\r\nBcc: everybody@example.org";
    await channel.send({ message: { ...message, title }, email: "ines@mairie.example" }, ends);
    expect(mailbox.letters[0]?.to).toEqual(["ines@mairie.example"]);
    expect(mailbox.letters[0]?.text).not.toMatch(/^Bcc:/m);
  });

  it.skipIf(!hasOpenSsl)(
    "goes over STARTTLS and TLS with a login, where the certificate is trusted",
    async () => {
      const { key, cert } = makeCertificate();
      const known = getCACertificates();
      setDefaultCACertificates([...known, cert]);
      onTestFinished(() => setDefaultCACertificates(known));
      const onAuth: SMTPServerOptions["onAuth"] = ({ username, password }, _session, done) => {
        if (username === "vigie" && password === "secret") done(null, { user: "vigie" });
        else done(new Error("no"));
      };
      const starttls = await openMailbox({ key, cert, onAuth, authOptional: false });
      const login = { user: "vigie", security: "starttls" } as const;
      await send(starttls.port, login, "secret");
      expect(starttls.letters).toEqual([expect.objectContaining({ isSecure: true, user: "vigie" })]);
      const tls = await openMailbox({ key, cert, secure: true, onAuth, authOptional: false });
      await send(tls.port, { ...login, security: "tls" }, "secret");
      expect(tls.letters).toHaveLength(1);
      await expect(send(starttls.port, login, "wrong")).rejects.toMatchObject({
        failure: { reason: "login_refused", status: 535 },
      });
    },
  );

  it("is not sent in the clear to a server that offers no STARTTLS", async () => {
    const plain = await openMailbox();
    await expect(send(plain.port, { security: "starttls" })).rejects.toMatchObject({
      failure: { reason: "not_secure" },
    });
    expect(plain.letters).toEqual([]);
  });

  it.skipIf(!hasOpenSsl)("is not sent to a server that nobody vouches for", async () => {
    const { key, cert } = makeCertificate();
    const unknown = await openMailbox({ key, cert });
    await expect(send(unknown.port, { security: "starttls" })).rejects.toMatchObject({
      failure: { reason: "not_secure" },
    });
    const tls = await openMailbox({ key, cert, secure: true });
    await expect(send(tls.port, { security: "tls" })).rejects.toMatchObject({
      failure: { reason: "not_secure" },
    });
    expect([...unknown.letters, ...tls.letters]).toEqual([]);
  });

  it.each([
    ["an unknown mailbox", 550],
    ["a mailbox that is full for now", 452],
  ])("says what the server refused: %s", async (_name, code) => {
    const mailbox = await openMailbox({
      onRcptTo(_address, _session, done) {
        done(Object.assign(new Error("no such user ines@mairie.example"), { responseCode: code }));
      },
    });
    const refusal = send(mailbox.port);
    await expect(refusal).rejects.toMatchObject({ failure: { reason: "recipient_refused", status: code } });
    await expect(refusal).rejects.not.toThrow(/ines/);
  });

  it("says that the sender was refused", async () => {
    const mailbox = await openMailbox({
      onMailFrom(_address, _session, done) {
        done(Object.assign(new Error("not you"), { responseCode: 553 }));
      },
    });
    await expect(send(mailbox.port)).rejects.toMatchObject({
      failure: { reason: "sender_refused", status: 553 },
    });
  });

  it("says that there is no connection, no such host, or no answer", async () => {
    const mailbox = await openMailbox();
    await mailbox.close();
    await expect(send(mailbox.port)).rejects.toMatchObject({ failure: { reason: "no_connection" } });
    await expect(send(25, { host: "mail.invalid" })).rejects.toMatchObject({
      failure: { reason: "unknown_host" },
    });
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;
    await expect(send(port, {}, undefined, 100)).rejects.toMatchObject({ failure: { reason: "timed_out" } });
  });

  it("needs a mail server, and an address", async () => {
    const none = createEmailChannel(() => null);
    await expect(none.send({ message, email: "ines@mairie.example" }, ends)).rejects.toMatchObject({
      failure: { reason: "not_configured" },
    });
    const channel = createEmailChannel(() => ({ server: server(25), password: undefined }));
    await expect(channel.send({ message, email: null }, ends)).rejects.toMatchObject({
      failure: { reason: "no_address" },
    });
  });
});

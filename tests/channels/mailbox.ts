/** The real mail server of the tests, gone with the test that started it. */
import type { SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";
import { type MailServerUnderTest, startMailServer } from "../helpers/mail-server.ts";

/** Starts it on a free port; it is gone when the test ends. */
export async function openMailbox(options: SMTPServerOptions = {}): Promise<MailServerUnderTest> {
  const server = await startMailServer(options);
  onTestFinished(server.close);
  return server;
}

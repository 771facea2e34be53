/** `vigie token`: what a feed needs to post events. */
import { openIngestToken } from "../http/ingest-token.ts";
import { answer, type Command, commonFlags, noMoreArguments, readFlags } from "./command.ts";
import { configOf } from "./with-store.ts";

export const tokenCommand: Command = {
  name: "token",
  summary: "print the token with which feeds post events",
  help: [
    "token [--renew] [--json]",
    "",
    "  --renew  make a new one; the old one stops working at once",
    "",
    "The token only writes: nothing can be read with it.",
  ].join("\n"),
  async run(args, context) {
    const { values, positionals } = readFlags(args, {
      ...commonFlags,
      renew: { type: "boolean", default: false },
    });
    noMoreArguments(positionals);
    const { dataFolder, port } = configOf(values.db, context);
    const store = openIngestToken(dataFolder);
    const token = values.renew ? store.renew() : store.value();
    const url = `http://127.0.0.1:${port}/v1/events`;
    answer(context, { token, url }, () => `${token}\n\n${curlLine(url, token)}\n`);
  },
};

/** A line that posts one arrival, to try it out. */
function curlLine(url: string, token: string): string {
  const event = {
    specversion: "1.0",
    id: "try-1",
    source: "urn:example:try",
    type: "vigie.case.arrived",
    subject: "try-A001",
    time: new Date().toISOString(),
    data: { site: "town-hall", service: "civil-status", channel: "counter", ticket: "A001" },
  };
  return [
    `curl -X POST ${url} \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    "  -H 'Content-Type: application/cloudevents+json' \\",
    `  -d '${JSON.stringify(event)}'`,
  ].join("\n");
}

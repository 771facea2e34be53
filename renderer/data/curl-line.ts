/** A line for a terminal that posts one event, to see that a feed gets through. */

/**
 * The line for a POSIX shell.
 *
 * @param nowMs when the event happens; also makes its id and ticket differ from those of earlier lines
 */
export function curlLine(access: { readonly url: string; readonly token: string }, nowMs: number): string {
  const time = new Date(nowMs).toISOString();
  const event = {
    specversion: "1.0",
    id: `essai-${nowMs}`,
    source: "urn:example:essai",
    type: "vigie.case.arrived",
    subject: `essai-${nowMs}`,
    time,
    data: {
      site: "accueil",
      service: "essai",
      channel: "counter",
      ticket: `E${String(nowMs).slice(-6, -3)}`,
    },
  };
  return [
    `curl ${quoted(access.url)}`,
    `-H ${quoted(`Authorization: Bearer ${access.token}`)}`,
    `-H ${quoted("Content-Type: application/cloudevents+json")}`,
    `-d ${quoted(JSON.stringify(event))}`,
  ].join(" \\\n  ");
}

/** A command that imports a file into a store, for a POSIX shell. */
export function importLine(storeLocation: string, mapping: string): string {
  return `npm run vigie -- import FICHIER.csv ${mapping} --db ${quoted(storeLocation)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

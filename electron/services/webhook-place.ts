/** What of a webhook's address may be shown. */
import type { WebhookPlace } from "../../shared/domain/notification.ts";

const privateHost =
  /^(?:localhost$|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[(?:::1\]|f[cd]|fe80))/;
const houseName = /\.(?:local|lan|internal|intranet|home\.arpa)$/;

/** Where an address leads: never its path, which is the secret. */
export function webhookPlace(address: string): WebhookPlace {
  const { host, hostname, protocol } = new URL(address);
  const isBareName = /^[a-z0-9-]*[a-z][a-z0-9-]*$/.test(hostname);
  return {
    host,
    isPrivate: privateHost.test(hostname) || houseName.test(hostname) || isBareName,
    isPlain: protocol === "http:",
  };
}

/** The mail server's password and the webhook's address, one private file each. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { NotificationSecrets } from "../services/notification.ts";
import { readPrivateFile, writePrivateFile } from "./private-file.ts";

/** The secrets of a data folder; they are in no setting, answer or log. */
export function openNotificationSecrets(dataFolder: string): NotificationSecrets {
  const pathOf = (name: string) => join(dataFolder, "notification-secrets", name);
  return {
    read: (name) => readPrivateFile(pathOf(name)),
    write: (name, value) => writePrivateFile(pathOf(name), `${value}\n`),
    remove: (name) => rmSync(pathOf(name), { force: true }),
  };
}

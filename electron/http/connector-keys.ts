/** Access keys for other systems, one private file each; they are in no setting, answer or log. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ConnectorKeys } from "../services/connector.ts";
import { readPrivateFile, writePrivateFile } from "./private-file.ts";

/** The keys of a data folder. Ids of connectors are safe as file names. */
export function openConnectorKeys(dataFolder: string): ConnectorKeys {
  const pathOf = (id: string) => join(dataFolder, "connector-keys", id);
  return {
    read: (id) => readPrivateFile(pathOf(id)),
    write: (id, key) => writePrivateFile(pathOf(id), `${key}\n`),
    remove: (id) => rmSync(pathOf(id), { force: true }),
  };
}

/** The whole contract: what a screen may ask, and what a service must answer. */
import { alertContract } from "./alert.ts";
import { backupContract } from "./backup.ts";
import { caseContract } from "./case.ts";
import { connectorContract } from "./connector.ts";
import { consoleContract } from "./console.ts";
import { directoryContract } from "./directory.ts";
import { feedContract } from "./feed.ts";
import { figureContract } from "./figure.ts";
import { floorContract } from "./floor.ts";
import { noteContract } from "./note.ts";
import { settingsContract } from "./settings.ts";

export const contract = {
  floor: floorContract,
  case: caseContract,
  backup: backupContract,
  alert: alertContract,
  figure: figureContract,
  note: noteContract,
  directory: directoryContract,
  feed: feedContract,
  connector: connectorContract,
  settings: settingsContract,
  console: consoleContract,
};

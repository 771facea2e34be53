/** The whole contract: what a screen may ask, and what a service must answer. */
import { backupContract } from "./backup.ts";
import { caseContract } from "./case.ts";
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
  figure: figureContract,
  note: noteContract,
  directory: directoryContract,
  feed: feedContract,
  settings: settingsContract,
  console: consoleContract,
};

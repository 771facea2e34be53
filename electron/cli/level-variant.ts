/** The variant of the service level that the console was set to, so that both say the same figures. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  defaultLevelVariant,
  type LevelVariant,
  levelVariantSchema,
} from "../../shared/domain/service-level.ts";

const keptSchema = z.object({ levelVariant: levelVariantSchema.catch(defaultLevelVariant) });

/**
 * Reads the choice from the settings in a data folder; the default where there are none.
 *
 * @throws SyntaxError where the file is no JSON; the console puts such a file aside when it starts
 */
export function keptLevelVariant(dataFolder: string): LevelVariant {
  const path = join(dataFolder, "settings.json");
  if (!existsSync(path)) return defaultLevelVariant;
  return keptSchema.parse(JSON.parse(readFileSync(path, "utf8"))).levelVariant;
}

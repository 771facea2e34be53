/** Which language the screens speak. */
import type { Settings } from "../../shared/domain/settings.ts";

export type Language = "fr" | "en";

/** The chosen language; where none is chosen, French unless the system says English. */
export function resolveLanguage(choice: Settings["language"], systemLanguages: readonly string[]): Language {
  if (choice !== "system") return choice;
  return systemLanguages[0]?.toLowerCase().startsWith("en") ? "en" : "fr";
}

/** The language in which the house writes to its people. */
import type { MessageLanguage } from "../../shared/domain/backup-message.ts";
import type { Settings } from "../../shared/domain/settings.ts";

/** The chosen language; where none is chosen, French unless the environment says English. */
export function houseLanguage(
  choice: Settings["language"],
  environment: Readonly<Record<string, string | undefined>>,
): MessageLanguage {
  if (choice !== "system") return choice;
  const language =
    environment["LC_ALL"] ||
    environment["LC_MESSAGES"] ||
    environment["LANG"] ||
    Intl.DateTimeFormat().resolvedOptions().locale;
  return /^en\b/i.test(language.replace("_", "-")) ? "en" : "fr";
}

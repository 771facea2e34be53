/** Loads the catalogues of every screen and switches between languages at once. */
import { i18n, type Messages } from "@lingui/core";
import { withFrenchSpaces } from "./french-spaces.ts";
import type { Language } from "./language.ts";

const files = import.meta.glob<Messages>("./*/*.po", { eager: true, import: "messages" });

function messagesOf(language: Language): Messages {
  const parts = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`));
  return Object.assign({}, ...parts.map(([, messages]) => messages));
}

const french = Object.entries(messagesOf("fr")).map(([id, message]) => [id, withFrenchSpaces(message)]);
i18n.load({ fr: Object.fromEntries(french), en: messagesOf("en") });

/** Makes every screen speak this language. */
export function activateLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (i18n.locale !== language) i18n.activate(language);
}

export { i18n };

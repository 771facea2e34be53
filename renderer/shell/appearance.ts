/** Puts the chosen language, theme and density on the document. */
import { useEffect } from "react";
import type { Settings } from "../../shared/domain/settings.ts";
import { activateLanguage } from "../i18n/catalogues.ts";
import { resolveLanguage } from "../i18n/language.ts";

const darkQuery = window.matchMedia("(prefers-color-scheme: dark)");

export type Appearance = Pick<Settings, "language" | "theme" | "density">;

/** Applies an appearance at once. */
export function applyAppearance({ language, theme, density }: Appearance): void {
  const { dataset } = document.documentElement;
  dataset["theme"] = theme === "system" ? (darkQuery.matches ? "dark" : "light") : theme;
  dataset["density"] = density;
  activateLanguage(resolveLanguage(language, navigator.languages));
}

/** Keeps the document in step with the settings and, where they say so, with the system. */
export function useAppearance(appearance: Appearance | undefined): void {
  const language = appearance?.language ?? "system";
  const theme = appearance?.theme ?? "system";
  const density = appearance?.density ?? "comfortable";
  useEffect(() => {
    const apply = () => applyAppearance({ language, theme, density });
    apply();
    darkQuery.addEventListener("change", apply);
    window.addEventListener("languagechange", apply);
    return () => {
      darkQuery.removeEventListener("change", apply);
      window.removeEventListener("languagechange", apply);
    };
  }, [language, theme, density]);
}

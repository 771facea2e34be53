import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { dateWords } from "../../../shared/domain/date-words.ts";
import type { HolidayName, HolidayRegion } from "../../../shared/domain/holiday.ts";

export const holidayWords: Record<HolidayName, MessageDescriptor> = {
  new_year: msg`Jour de l’An`,
  good_friday: msg`Vendredi saint`,
  easter_monday: msg`Lundi de Pâques`,
  labour_day: msg`Fête du Travail`,
  victory_1945: msg`Victoire de 1945`,
  ascension: msg`Ascension`,
  whit_monday: msg`Lundi de Pentecôte`,
  bastille_day: msg`Fête nationale`,
  assumption: msg`Assomption`,
  all_saints: msg`Toussaint`,
  armistice_1918: msg`Armistice de 1918`,
  christmas: msg`Noël`,
  saint_stephen: msg`Saint-Étienne`,
  abolition_of_slavery: msg`Abolition de l’esclavage`,
};

export const regionWords: Record<HolidayRegion, MessageDescriptor> = {
  metropole: msg`France, cas général`,
  alsace_moselle: msg`Alsace et Moselle`,
  guadeloupe: msg`Guadeloupe`,
  martinique: msg`Martinique`,
  guyane: msg`Guyane`,
  reunion: msg`La Réunion`,
  mayotte: msg`Mayotte`,
  saint_martin: msg`Saint-Martin`,
  saint_barthelemy: msg`Saint-Barthélemy`,
};

/** Local dates in words; a date has no time zone of its own. */
export function useDateWords() {
  const { i18n } = useLingui();
  const locale = i18n.locale === "en" ? "en-GB" : "fr-FR";
  const say = (options: Intl.DateTimeFormatOptions) => {
    const words = dateWords(locale, { ...options, timeZone: "UTC" });
    return (date: string) => words.format(Date.parse(`${date}T00:00:00Z`));
  };
  return {
    /** 24 novembre 2026. */
    full: say({ day: "numeric", month: "long", year: "numeric" }),
    /** mar. 24 nov. */
    short: say({ weekday: "short", day: "numeric", month: "short" }),
    /** mar. 24 nov. 2026. */
    shortWithYear: say({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
  };
}

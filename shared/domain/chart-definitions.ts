/** What each figure of the charts means, in one sentence; the shared figures keep their own words. */
import { experienceDefinition } from "./experience.ts";
import { figureDefinitions } from "./figure.ts";
import { occupancyDefinition } from "./occupancy.ts";

export const chartDefinitions: Readonly<Record<string, string>> = {
  ...figureDefinitions,
  abandonment: "abandoned ÷ (arrivals + transfers in)",
  waitDistribution:
    "waits longer than the row's start and not longer than its end; exact up to 200 waits, else the bounds are within 1 %",
  typicalDays:
    "the same weekday in the eight weeks before, as far as those days are over, somebody came and the doors were open; low, middle and high are their quantiles .1, .5 and .9 between ranks, and are missing where fewer than four days have a value",
  expected:
    "forecast from days like this one and from today so far; low and high are the bounds that about one outcome in ten lies beyond, on each side",
  compared: "the same figure at the same place of the compared period",
  occupancy: occupancyDefinition,
  experience: experienceDefinition,
};

/**
 * The definitions of these figures.
 *
 * @param told what the figures' own answer says of them, which is what was counted
 */
export function definitionsOf(
  names: readonly string[],
  told: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, told[name] ?? chartDefinitions[name] ?? ""]));
}

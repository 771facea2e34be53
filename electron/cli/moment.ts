/** Instants on the command line, read in the time zone of the site that is asked about. */
import type { Directory } from "../../shared/domain/directory.ts";
import { Fault } from "../../shared/faults.ts";
import { parseMoment } from "../../shared/queueing/intervals.ts";
import { defaultTimeZone } from "../services/directory.ts";
import { UsageError } from "./command.ts";

/**
 * The time zone in which dates without an offset are meant: the site's, or the only one there is;
 * Europe/Paris while no site is known.
 *
 * @throws Fault `not_found` for an unknown site, `invalid_input` where the sites lie in several zones
 */
export function timeZoneFor(directory: Directory, siteId: string | undefined): string {
  if (siteId !== undefined) {
    const site = directory.sites.find((candidate) => candidate.id === siteId);
    if (site === undefined) {
      throw new Fault("not_found", `There is no site "${siteId}". There are: ${namesOf(directory)}.`, {
        site: siteId,
      });
    }
    return site.timeZone;
  }
  const zones = [...new Set(directory.sites.map((site) => site.timeZone))];
  if (zones.length > 1) {
    throw new Fault(
      "invalid_input",
      `The sites lie in several time zones (${zones.join(", ")}). Say which one is meant with --site: ${namesOf(directory)}.`,
    );
  }
  return zones[0] ?? defaultTimeZone;
}

/** @throws UsageError where the text is no date, local time or instant */
export function readMoment(flag: string, text: string, timeZone: string): number {
  try {
    return parseMoment(text, timeZone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(
      `--${flag} ${text} is not a date (1999-02-01), a local time (1999-02-01T13:00) or an instant (1999-02-01T13:00:00+02:00).`,
    );
  }
}

function namesOf(directory: Directory): string {
  return directory.sites.map((site) => site.id).join(", ") || "none";
}

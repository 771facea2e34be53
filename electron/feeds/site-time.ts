/** The clock on the wall of a site: local times that a feed sends, and how instants are written down. */
import { Temporal } from "temporal-polyfill";
import { createZone } from "./csv/zone.ts";

export interface SiteTime {
  /**
   * The instant of a local date and time without zone (`2026-11-24T09:12:03`), ms since 1970 UTC; NaN
   * where it is none. Of an hour that comes twice, the one is taken that lies nearer to `nearMs`.
   */
  read(local: string, nearMs: number): number;
  /** An instant as RFC 3339 with the site's offset. */
  write(atMs: number): string;
  /** The local date of an instant: `2026-11-24`. */
  date(atMs: number): string;
}

/** @param timeZone IANA name */
export function createSiteTime(timeZone: string): SiteTime {
  const zone = createZone(timeZone);
  const local = (atMs: number) => Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  return {
    read(text, nearMs) {
      const localMs = Date.parse(`${text}Z`);
      return Number.isNaN(localMs) ? Number.NaN : localMs - zone.offsetMs(localMs, nearMs);
    },
    write: (atMs) => local(atMs).toString({ timeZoneName: "never" }),
    date: (atMs) => local(atMs).toPlainDate().toString(),
  };
}

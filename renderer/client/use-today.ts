/** What day it is where the console stands. */
import { localDate } from "../../shared/queueing/intervals.ts";
import { useAtTick } from "./server-clock.ts";

/** The local date of a time zone (the system's where null); renders again at midnight. */
export function useToday(timeZone: string | null): string {
  const zone = timeZone ?? systemTimeZone();
  return useAtTick((nowMs) => localDate(nowMs, zone));
}

export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

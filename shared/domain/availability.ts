/** When somebody may be called in: spans of the site's local week. */
import { z } from "zod";
import { minuteOfDay, weekdayOf } from "../queueing/intervals.ts";

export const minutesOfDay = 24 * 60;

/** A span of one weekday, by the local clock of the site; it ends before it passes midnight. */
export const availabilitySpanSchema = z
  .object({
    /** ISO: 1 is Monday, 7 is Sunday. */
    weekday: z.int().min(1).max(7),
    /** Minutes since local midnight; the end is not part of the span. */
    fromMinute: z
      .int()
      .min(0)
      .max(minutesOfDay - 1),
    toMinute: z.int().min(1).max(minutesOfDay),
  })
  .refine((span) => span.fromMinute < span.toMinute, { message: "a span begins before it ends" });
export type AvailabilitySpan = z.infer<typeof availabilitySpanSchema>;

/**
 * Whether an instant falls into somebody's hours.
 *
 * @param hours null where nobody wrote them down: any time is fine then
 * @param timeZone IANA zone of the site
 */
export function isWithinHours(
  hours: readonly AvailabilitySpan[] | null,
  atMs: number,
  timeZone: string,
): boolean {
  if (hours === null) return true;
  const weekday = weekdayOf(atMs, timeZone);
  const minute = minuteOfDay(atMs, timeZone);
  return hours.some(
    (span) => span.weekday === weekday && span.fromMinute <= minute && minute < span.toMinute,
  );
}

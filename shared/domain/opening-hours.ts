/** Weekly opening hours, by the local clock of a site. */
import { z } from "zod";

const dayMinutes = 24 * 60;

/** Open from one minute of the local clock until another; 510 is half past eight. */
export const openSpanSchema = z
  .object({
    /** Minutes since local midnight. */
    fromMinute: z.int().min(0).max(dayMinutes),
    /** Exclusive; 1440 is the midnight that ends the day. */
    toMinute: z.int().min(0).max(dayMinutes),
  })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute, { message: "must end after it begins" });
export type OpenSpan = z.infer<typeof openSpanSchema>;

/** The hours of one day in the order of the clock; none: closed. */
export const dayHoursSchema = z
  .array(openSpanSchema)
  .max(6)
  .refine(
    (spans) =>
      spans.every((span, index) => index === 0 || (spans[index - 1]?.toMinute ?? 0) < span.fromMinute),
    { message: "must be in order, with a break between them" },
  );
export type DayHours = readonly OpenSpan[];

/** The hours of a week, Monday first. */
export const weekHoursSchema = z.array(dayHoursSchema).length(7);
export type WeekHours = readonly DayHours[];

export const wholeDay: DayHours = [{ fromMinute: 0, toMinute: dayMinutes }];

/** The spans that are in either list. */
export function joinSpans(a: DayHours, b: DayHours): OpenSpan[] {
  const joined: OpenSpan[] = [];
  for (const span of [...a, ...b].sort((one, other) => one.fromMinute - other.fromMinute)) {
    const last = joined.at(-1);
    if (last === undefined || span.fromMinute > last.toMinute) joined.push(span);
    else joined[joined.length - 1] = { ...last, toMinute: Math.max(last.toMinute, span.toMinute) };
  }
  return joined;
}

/** What is left of the spans outside `closed`. */
export function withoutSpan(spans: DayHours, closed: OpenSpan): OpenSpan[] {
  return spans.flatMap(({ fromMinute, toMinute }) =>
    [
      { fromMinute, toMinute: Math.min(toMinute, closed.fromMinute) },
      { fromMinute: Math.max(fromMinute, closed.toMinute), toMinute },
    ].filter((rest) => rest.fromMinute < rest.toMinute),
  );
}

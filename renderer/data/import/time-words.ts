/** Ways to write dates and times, shown by an example that leaves no doubt. */
import { dateFormats, dateTimeFormats, timeFormats } from "../../../shared/domain/import-column.ts";

const example: Readonly<Record<string, string>> = {
  YYYY: "2026",
  YY: "26",
  MM: "11",
  DD: "24",
  HH: "08",
  mm: "31",
  ss: "05",
  SSS: "250",
  Z: "+01:00",
};

/** `DD/MM/YYYY HH:mm` → `24/11/2026 08:31`. */
export function exampleOf(format: string): string {
  return format.replaceAll(/YYYY|YY|MM|DD|HH|mm|ss|SSS|Z/g, (part) => example[part] ?? part);
}

/** The ways that can be chosen where the guessed one is not right. */
export function formatOptions(current: string): { id: string; label: string }[] {
  const known: readonly string[] = [...dateFormats, ...timeFormats, ...dateTimeFormats];
  const all = known.includes(current) || current === "" ? known : [current, ...known];
  return all.map((format) => ({ id: format, label: exampleOf(format) }));
}

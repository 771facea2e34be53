/** Reads dates and times by a pattern such as `YYYY-MM-DD HH:mm`. */

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** What a text said. Reused from text to text, so take what you need before the next one. */
export interface ReadTime {
  /** Local date and time as if it were UTC, ms since 1970; without a date, ms since midnight. */
  localMs: number;
  /** Offset from UTC that the text names; NaN where it names none. */
  offsetMs: number;
}

export interface TimeFormat {
  readonly hasDate: boolean;
  /** Reads a text into `into`; false where it does not fit the pattern or names no real time. */
  read(text: string, into: ReadTime): boolean;
}

type Token =
  | { readonly part: Part; readonly least: number; readonly most: number }
  | { readonly literal: string };
type Part = "year" | "shortYear" | "month" | "day" | "hour" | "minute" | "second" | "fraction" | "offset";

const parts: Readonly<Record<string, Part>> = {
  YYYY: "year",
  YY: "shortYear",
  MM: "month",
  DD: "day",
  HH: "hour",
  mm: "minute",
  ss: "second",
  SSS: "fraction",
  Z: "offset",
};

/**
 * Compiles a pattern. Two-letter parts take one digit too where a sign follows them (`7:02:47`).
 *
 * @returns the format, or what is wrong with the pattern
 */
export function compileTimeFormat(pattern: string): TimeFormat | string {
  const tokens = tokenise(pattern);
  const has = (part: Part) => tokens.some((token) => "part" in token && token.part === part);
  const dateParts = [has("year") || has("shortYear"), has("month"), has("day")];
  const hasDate = dateParts.every((there) => there);
  if (!hasDate && dateParts.some((there) => there)) return "a date needs year, month and day";
  if (!has("hour") && !hasDate) return "neither a date (YYYY-MM-DD) nor a time (HH:mm) is in it";
  if (has("offset") && !hasDate) return "an offset (Z) needs a date";
  const fields: Fields = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, fraction: 0, offset: 0 };
  return { hasDate, read: (text, into) => readByTokens(tokens, text, fields) && combine(fields, into) };
}

function tokenise(pattern: string): Token[] {
  const pieces = pattern.match(/YYYY|YY|MM|DD|HH|mm|ss|SSS|Z|./gsu) ?? [];
  return pieces.map((piece, index): Token => {
    const part = parts[piece];
    if (part === undefined) return { literal: piece };
    if (part === "year") return { part, least: 4, most: 4 };
    if (part === "fraction") return { part, least: 1, most: 9 };
    const joined = parts[pieces[index + 1] ?? ""] !== undefined && pieces[index + 1] !== "Z";
    return { part, least: joined || part === "shortYear" ? 2 : 1, most: 2 };
  });
}

const zero = 48;
interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  fraction: number;
  offset: number;
}

/** Reads a text into `fields`, which are used again for every text: a new object each would be slow. */
function readByTokens(tokens: readonly Token[], text: string, fields: Fields): boolean {
  fields.year = 1970;
  fields.month = 1;
  fields.day = 1;
  fields.hour = 0;
  fields.minute = 0;
  fields.second = 0;
  fields.fraction = 0;
  fields.offset = Number.NaN;
  let position = 0;
  for (const token of tokens) {
    if ("literal" in token) {
      if (!text.startsWith(token.literal, position)) return false;
      position += token.literal.length;
    } else if (token.part === "offset") {
      const length = readOffset(text, position, fields);
      if (length === 0) return false;
      position += length;
    } else {
      const start = position;
      let value = 0;
      while (position - start < token.most) {
        const digit = text.charCodeAt(position) - zero;
        if (!(digit >= 0 && digit <= 9)) break;
        value = value * 10 + digit;
        position += 1;
      }
      const length = position - start;
      if (length < token.least) return false;
      if (token.part === "fraction") fields.fraction = Math.floor(value / 10 ** (length - 3));
      else if (token.part === "shortYear") fields.year = value + (value < 90 ? 2000 : 1900);
      else fields[token.part] = value;
    }
  }
  return position === text.length && isReal(fields);
}

/** Reads `Z`, `+02:00`, `+0200` or `+02`; gives the length, 0 where there is none. */
function readOffset(text: string, position: number, fields: Fields): number {
  const match = /^(?:[zZ]|([+-])(\d\d)(?::?(\d\d))?)/.exec(text.slice(position, position + 6));
  if (match === null) return 0;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  fields.offset = minutes * minuteMs * (match[1] === "-" ? -1 : 1);
  return match[0].length;
}

function isReal({ year, month, day, hour, minute, second }: Fields): boolean {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function combine(fields: Fields, into: ReadTime): true {
  const { year, month, day, hour, minute, second, fraction, offset } = fields;
  const days = Date.UTC(year, month - 1, day) / dayMs;
  into.localMs = days * dayMs + ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
  into.offsetMs = offset;
  return true;
}

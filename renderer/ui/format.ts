/** Figures, durations and times in the language of the screens. */

import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { dateWords } from "../../shared/domain/date-words.ts";

export interface Format {
  /** A running clock: 06:40, from an hour on `1 h 05`, from a day on `1 j 3 h`. Never negative. */
  readonly clock: (seconds: number) => string;
  /** A rounded duration for sentences: 12 s, 7 min, 1 h 05. */
  readonly duration: (seconds: number) => string;
  /** Whole per cent, without the sign: 0.784 → 78. */
  readonly percentNumber: (share: number) => string;
  /** Whole per cent with the sign as the language sets it. */
  readonly percent: (share: number) => string;
  readonly number: (value: number) => string;
  /** 10:42 in a time zone (the system's where null). */
  readonly time: (atMs: number, timeZone: string | null) => string;
  /** 10:42:07. */
  readonly timeToSecond: (atMs: number, timeZone: string | null) => string;
  /** mardi 24 novembre 2026. */
  readonly date: (atMs: number, timeZone: string | null) => string;
  /** 24/11/2026 10:42. */
  readonly dateTime: (atMs: number, timeZone: string | null) => string;
}

const two = (value: number) => String(value).padStart(2, "0");

/** The formats of the language that the screens speak. */
export function useFormat(): Format {
  const { i18n } = useLingui();
  return formatOf(i18n);
}

/** A language's formats are dear to make and used by every cell of a table, so they are made once. */
const made = new WeakMap<I18n, { readonly locale: string; readonly format: Format }>();

function formatOf(i18n: I18n): Format {
  const known = made.get(i18n);
  if (known?.locale === i18n.locale) return known.format;
  const format = createFormat(i18n);
  made.set(i18n, { locale: i18n.locale, format });
  return format;
}

function createFormat(i18n: I18n): Format {
  const locale = i18n.locale === "en" ? "en-GB" : "fr-FR";
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const zone = (timeZone: string | null) => (timeZone === null ? {} : { timeZone });
  const times = new Map<string | null, Intl.DateTimeFormat>();

  function timesOf(timeZone: string | null): Intl.DateTimeFormat {
    const known = times.get(timeZone);
    if (known !== undefined) return known;
    const format = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", ...zone(timeZone) });
    times.set(timeZone, format);
    return format;
  }

  function coarse(seconds: number): string {
    const totalHours = Math.floor(seconds / 3_600);
    if (totalHours < 24) {
      const minutes = two(Math.floor(seconds / 60) % 60);
      return i18n._(msg`${totalHours} h ${minutes}`);
    }
    const days = Math.floor(totalHours / 24);
    const hours = totalHours % 24;
    return i18n._(msg`${days} j ${hours} h`);
  }

  function clock(seconds: number): string {
    const whole = Math.max(0, Math.floor(seconds));
    if (whole >= 3_600) return coarse(whole);
    return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
  }

  /** Without the minutes where there are none. */
  function round(seconds: number): string {
    const hours = seconds / 3_600;
    return Number.isInteger(hours) && hours < 24 ? i18n._(msg`${hours} h`) : coarse(seconds);
  }

  function duration(seconds: number): string {
    const whole = Math.max(0, Math.round(seconds));
    if (whole < 60) return i18n._(msg`${whole} s`);
    if (whole >= 3_600) return round(whole);
    const minutes = Math.round(whole / 60);
    return i18n._(msg`${minutes} min`);
  }

  return {
    clock,
    duration,
    percentNumber: (share) => number.format(Math.round(share * 100)),
    percent: (share) => percent.format(share),
    number: (value) => number.format(value),
    time: (atMs, timeZone) => timesOf(timeZone).format(atMs),
    timeToSecond: (atMs, timeZone) =>
      new Intl.DateTimeFormat(locale, { timeStyle: "medium", ...zone(timeZone) }).format(atMs),
    date: (atMs, timeZone) =>
      dateWords(locale, {
        weekday: "long",
        day: "numeric",
        month: "long",
        year: "numeric",
        ...zone(timeZone),
      }).format(atMs),
    dateTime: (atMs, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: "short",
        timeStyle: "short",
        ...zone(timeZone),
      }).format(atMs),
  };
}

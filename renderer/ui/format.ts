/** Figures, durations and times in the language of the screens. */
import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";

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
  /** mardi 24 novembre 2026. */
  readonly date: (atMs: number, timeZone: string | null) => string;
  /** 24/11/2026 10:42. */
  readonly dateTime: (atMs: number, timeZone: string | null) => string;
}

const two = (value: number) => String(value).padStart(2, "0");

/** The formats of the language that the screens speak. */
export function useFormat(): Format {
  const { t, i18n } = useLingui();
  return useMemo((): Format => {
    const locale = i18n.locale === "en" ? "en-GB" : "fr-FR";
    const number = new Intl.NumberFormat(locale);
    const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
    const zone = (timeZone: string | null) => (timeZone === null ? {} : { timeZone });

    function coarse(seconds: number): string {
      const totalHours = Math.floor(seconds / 3_600);
      if (totalHours < 24) {
        const minutes = two(Math.floor(seconds / 60) % 60);
        return t`${totalHours} h ${minutes}`;
      }
      const days = Math.floor(totalHours / 24);
      const hours = totalHours % 24;
      return t`${days} j ${hours} h`;
    }

    function clock(seconds: number): string {
      const whole = Math.max(0, Math.floor(seconds));
      if (whole >= 3_600) return coarse(whole);
      return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
    }

    /** Without the minutes where there are none. */
    function round(seconds: number): string {
      const hours = seconds / 3_600;
      return Number.isInteger(hours) && hours < 24 ? t`${hours} h` : coarse(seconds);
    }

    function duration(seconds: number): string {
      const whole = Math.max(0, Math.round(seconds));
      if (whole < 60) return t`${whole} s`;
      if (whole >= 3_600) return round(whole);
      const minutes = Math.round(whole / 60);
      return t`${minutes} min`;
    }

    return {
      clock,
      duration,
      percentNumber: (share) => number.format(Math.round(share * 100)),
      percent: (share) => percent.format(share),
      number: (value) => number.format(value),
      time: (atMs, timeZone) =>
        new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", ...zone(timeZone) }).format(
          atMs,
        ),
      date: (atMs, timeZone) =>
        new Intl.DateTimeFormat(locale, {
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
  }, [t, i18n.locale]);
}

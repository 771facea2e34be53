import { useLingui } from "@lingui/react/macro";
import type { BackupPerson } from "../../shared/domain/directory.ts";
import { clockOf, weekdays } from "./person-form.ts";

/** Monday the fifth of January 1970, and the days after it, name the weekdays. */
const firstMondayMs = Date.UTC(1970, 0, 5);
const dayMs = 24 * 60 * 60 * 1_000;

/** Names of weekdays, and somebody's hours in one line. */
export function useHoursWords() {
  const { t, i18n } = useLingui();
  const name = (weekday: number, style: "long" | "short") =>
    new Intl.DateTimeFormat(i18n.locale === "en" ? "en-GB" : "fr-FR", {
      weekday: style,
      timeZone: "UTC",
    }).format(firstMondayMs + (weekday - 1) * dayMs);

  function daysOf(hours: NonNullable<BackupPerson["hours"]>): string {
    const days = weekdays.map((weekday) =>
      hours
        .filter((span) => span.weekday === weekday)
        .map((span) => `${clockOf(span.fromMinute)}–${clockOf(span.toMinute)}`)
        .join(", "),
    );
    // Days in a row with the same hours are said once: lun.–ven. 9:00–12:00.
    const groups: { from: number; to: number; text: string }[] = [];
    for (const [index, text] of days.entries()) {
      const last = groups.at(-1);
      if (last !== undefined && last.text === text) last.to = index + 1;
      else groups.push({ from: index + 1, to: index + 1, text });
    }
    return groups
      .filter(({ text }) => text !== "")
      .map(({ from, to, text }) =>
        from === to
          ? `${name(from, "short")} ${text}`
          : `${name(from, "short")}–${name(to, "short")} ${text}`,
      )
      .join(" · ");
  }

  return {
    weekday: (weekday: number) => name(weekday, "long"),
    line(hours: BackupPerson["hours"]): string {
      if (hours === null) return t`à toute heure`;
      return hours.length === 0 ? t`jamais` : daysOf(hours);
    },
  };
}

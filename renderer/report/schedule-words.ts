/** The words of a schedule, in the language of the screens. */
import { useLingui } from "@lingui/react/macro";
import type { ReportSchedule, ReportTarget } from "../../shared/domain/report-schedule.ts";

export interface ScheduleWords {
  /** Chaque lundi à 07:30; le 1 de chaque mois à 07:30. */
  readonly when: (schedule: Pick<ReportSchedule, "period" | "day" | "time">) => string;
  /** A folder's path, an address. */
  readonly place: (target: ReportTarget) => string;
  /** lundi, for 1. */
  readonly weekday: (day: number) => string;
}

export function useScheduleWords(): ScheduleWords {
  const { t, i18n } = useLingui();
  const locale = i18n.locale === "en" ? "en-GB" : "fr-FR";
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  /** Any Monday. */
  const monday = Date.UTC(2024, 0, 1);
  const weekday = (day: number) => weekdays.format(monday + (day - 1) * 86_400_000);
  return {
    weekday,
    when({ period, day, time }) {
      if (period === "week") {
        const name = weekday(day);
        return t`Chaque ${name} à ${time}`;
      }
      const date = String(day);
      return t`Le ${date} de chaque mois à ${time}`;
    },
    place: (target) => (target.kind === "folder" ? target.path : target.address),
  };
}

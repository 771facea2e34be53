import { useLingui } from "@lingui/react/macro";
import type { WeekHours } from "../../../shared/domain/opening-hours.ts";
import { useHoursWords } from "../../backup/hours-words.ts";
import { weekdays } from "../../backup/person-form.ts";
import { hoursText } from "./calendar-form.ts";

/** The drawn day, in minutes; it grows where somebody is open earlier or later. */
const usualDay = { fromMinute: 7 * 60, toMinute: 19 * 60 };

/** A week as it is read: one line per day, with its open time as bars on a common scale. */
export function WeekDays({ week }: { readonly week: WeekHours }) {
  const { t } = useLingui();
  const words = useHoursWords();
  const spans = week.flat();
  const fromMinute = Math.min(usualDay.fromMinute, ...spans.map((span) => span.fromMinute));
  const toMinute = Math.max(usualDay.toMinute, ...spans.map((span) => span.toMinute));
  const part = (minutes: number) => `${(minutes / (toMinute - fromMinute)) * 100}%`;
  return (
    <dl className="week-days">
      {weekdays.map((weekday) => {
        const day = week[weekday - 1] ?? [];
        return (
          <div key={weekday} className={day.length === 0 ? "week-day week-day-closed" : "week-day"}>
            <dt>{words.weekday(weekday)}</dt>
            <dd className="week-track" aria-hidden="true">
              {day.map((span) => (
                <i
                  key={span.fromMinute}
                  style={{
                    left: part(span.fromMinute - fromMinute),
                    width: part(span.toMinute - span.fromMinute),
                  }}
                />
              ))}
            </dd>
            <dd className="number">{day.length === 0 ? t`fermé` : hoursText(day)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

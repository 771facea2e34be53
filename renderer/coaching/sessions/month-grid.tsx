import { useLingui } from "@lingui/react/macro";
import type { CoachingSession } from "../../../shared/domain/coaching-session.ts";
import { addDays, localDate, startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import { weekdayOfDate } from "../../../shared/queueing/local-clock.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { useAgentName } from "../use-notes.ts";
import { shortName } from "./short-name.ts";

export interface MonthGridProps {
  /** `2026-11`. */
  readonly month: string;
  readonly sessions: readonly CoachingSession[];
  readonly timeZone: string;
  readonly today: string;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly locale: string;
}

/** Whole weeks from Monday on that hold a month: their first day, and how many days they have. */
export function monthSpan(month: string): { readonly firstDate: string; readonly days: number } {
  const first = `${month}-01`;
  const firstDate = addDays(first, 1 - weekdayOfDate(first));
  const nextMonth = addDays(first, 32).slice(0, 7);
  const last = addDays(`${nextMonth}-01`, -1);
  let days = 7;
  while (addDays(firstDate, days - 1) < last) days += 7;
  return { firstDate, days };
}

/** A month of sessions; the list beside it says the same to those who don't see the grid. */
export function MonthGrid(props: MonthGridProps) {
  const { t } = useLingui();
  const { month, sessions, timeZone, today, selectedId, onSelect, locale } = props;
  const { time } = useFormat();
  const agentName = useAgentName();
  const { firstDate, days } = monthSpan(month);
  const dates = Array.from({ length: days }, (_, index) => addDays(firstDate, index));
  const byDate = Map.groupBy(sessions, ({ startsAtMs }) => localDate(startsAtMs, timeZone));
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const weeks = Array.from({ length: days / 7 }, (_, week) => dates.slice(week * 7, week * 7 + 7));
  return (
    <table className="month-grid" aria-label={t`Séances du mois`}>
      <thead>
        <tr>
          {dates.slice(0, 7).map((date) => (
            <th key={date} scope="col">
              {weekday.format(startOfLocalDateMs(date, "UTC"))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <td
                key={date}
                className={date.startsWith(month) ? undefined : "month-other"}
                {...(date === today ? { "aria-current": "date" as const } : {})}
              >
                <span className="month-day number">{Number(date.slice(8))}</span>
                {(byDate.get(date) ?? []).map((session) => (
                  <Button
                    key={session.id}
                    variant={session.id === selectedId ? "soft" : "quiet"}
                    onPress={() => onSelect(session.id)}
                  >
                    <span
                      className={session.state === "cancelled" ? "month-session cancelled" : "month-session"}
                      title={agentName(session.agentId)}
                    >
                      <span className="number">{time(session.startsAtMs, timeZone)}</span>{" "}
                      <span className="month-name">{shortName(agentName(session.agentId))}</span>
                    </span>
                  </Button>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

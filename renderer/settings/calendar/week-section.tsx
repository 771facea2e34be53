import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CalendarVersion, SiteCalendar } from "../../../shared/domain/calendar.ts";
import { useHoursWords } from "../../backup/hours-words.ts";
import { Button } from "../../ui/button.tsx";
import { currentVersion, withoutVersion } from "./calendar-form.ts";
import { useDateWords } from "./calendar-words.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import { WeekDays } from "./week-days.tsx";
import { WeekDialog } from "./week-dialog.tsx";

/** The hours of a week, since when they count, and which ones come or came at other times. */
export function WeekSection({
  calendar,
  today,
}: {
  readonly calendar: SiteCalendar;
  readonly today: string;
}) {
  const { t } = useLingui();
  const dates = useDateWords();
  const hoursWords = useHoursWords();
  const [edited, setEdited] = useState<CalendarVersion | "new" | null>(null);
  const [removed, setRemoved] = useState<CalendarVersion | null>(null);
  const current = currentVersion(calendar, today);
  const isEntered = calendar.versions.includes(current);
  const others = calendar.versions.filter((one) => one !== current).toReversed();
  const since = dates.full(current.fromDate);

  function lineOf({ week }: CalendarVersion): string {
    if (week === null) return calendar.serviceId === null ? t`toujours ouvert` : t`comme l’accueil`;
    return hoursWords.line(
      week.flatMap((day, index) => day.map((span) => ({ weekday: index + 1, ...span }))),
    );
  }

  return (
    <section className="calendar-section" aria-labelledby="calendar-week">
      <div className="calendar-head">
        <h3 id="calendar-week">{t`Horaires de la semaine`}</h3>
        <Button variant="quiet" onPress={() => setEdited(isEntered ? current : "new")}>
          {isEntered ? t`Modifier…` : t`Saisir des horaires…`}
        </Button>
      </div>
      {current.week === null ? (
        <p className="calendar-none">
          {calendar.serviceId === null
            ? t`Aucun horaire : l’accueil compte comme toujours ouvert.`
            : t`Cette démarche suit les horaires de l’accueil.`}
        </p>
      ) : (
        <WeekDays week={current.week} />
      )}
      {isEntered ? <p className="calendar-since">{t`Depuis le ${since}`}</p> : null}
      {others.length === 0 ? null : (
        <ul className="calendar-list" aria-label={t`Autres horaires`}>
          {others.map((version) => {
            const from = dates.full(version.fromDate);
            return (
              <li key={version.fromDate}>
                <span>
                  <strong>
                    {version.fromDate > today ? t`Prévu dès le ${from}` : t`Avant, depuis le ${from}`}
                  </strong>
                  <small>{lineOf(version)}</small>
                </span>
                <Button
                  variant="quiet"
                  aria-label={t`Modifier les horaires du ${from}`}
                  onPress={() => setEdited(version)}
                >
                  {t`Modifier…`}
                </Button>
                <Button
                  variant="quiet"
                  aria-label={t`Retirer les horaires du ${from}`}
                  onPress={() => setRemoved(version)}
                >
                  {t`Retirer…`}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {isEntered ? (
        <Button variant="quiet" onPress={() => setEdited("new")}>
          {t`Prévoir d’autres horaires…`}
        </Button>
      ) : null}
      {edited === null ? null : (
        <WeekDialog
          calendar={calendar}
          version={edited === "new" ? null : edited}
          today={today}
          onClose={() => setEdited(null)}
        />
      )}
      {removed === null ? null : (
        <RemoveDialog
          title={t`Retirer ces horaires ?`}
          rest={withoutVersion(calendar, removed.fromDate)}
          fromDate={removed.fromDate}
          today={today}
          onClose={() => setRemoved(null)}
        />
      )}
    </section>
  );
}

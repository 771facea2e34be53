import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CalendarException, SiteCalendar } from "../../../shared/domain/calendar.ts";
import { Button } from "../../ui/button.tsx";
import { hoursText } from "./calendar-form.ts";
import { useDateWords } from "./calendar-words.ts";
import { ExceptionDialog } from "./exception-dialog.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";

const mostShown = 6;

/** Days on which the hours are not the usual ones, those to come first. */
export function ExceptionSection({
  calendar,
  today,
}: {
  readonly calendar: SiteCalendar;
  readonly today: string;
}) {
  const { t } = useLingui();
  const [isAdding, setAdding] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const [removed, setRemoved] = useState<CalendarException | null>(null);
  const byDate = calendar.exceptions.toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  const ordered = [
    ...byDate.filter(({ toDate }) => toDate >= today),
    ...byDate.filter(({ toDate }) => toDate < today).toReversed(),
  ];
  const shown = showsAll ? ordered : ordered.slice(0, mostShown);
  return (
    <section className="calendar-section" aria-labelledby="calendar-exceptions">
      <div className="calendar-head">
        <h3 id="calendar-exceptions">{t`Exceptions`}</h3>
        <Button variant="quiet" onPress={() => setAdding(true)}>
          {t`Ajouter une exception…`}
        </Button>
      </div>
      {ordered.length === 0 ? (
        <p className="calendar-none">
          {t`Fermetures et ouvertures exceptionnelles : un pont, des travaux, un samedi de plus.`}
        </p>
      ) : (
        <ul className="calendar-list">
          {shown.map((exception) => (
            <ExceptionRow
              key={exception.id}
              exception={exception}
              isPast={exception.toDate < today}
              onRemove={() => setRemoved(exception)}
            />
          ))}
        </ul>
      )}
      {ordered.length <= mostShown || showsAll ? null : (
        <Button variant="quiet" onPress={() => setShowsAll(true)}>
          {t`Montrer les ${ordered.length} exceptions`}
        </Button>
      )}
      {isAdding ? (
        <ExceptionDialog calendar={calendar} today={today} onClose={() => setAdding(false)} />
      ) : null}
      {removed === null ? null : (
        <RemoveDialog
          title={t`Retirer « ${removed.reason} » ?`}
          rest={{
            ...calendar,
            exceptions: calendar.exceptions.filter(({ id }) => id !== removed.id),
          }}
          fromDate={removed.fromDate}
          today={today}
          onClose={() => setRemoved(null)}
        />
      )}
    </section>
  );
}

function ExceptionRow(props: {
  readonly exception: CalendarException;
  readonly isPast: boolean;
  readonly onRemove: () => void;
}) {
  const { t } = useLingui();
  const dates = useDateWords();
  const { kind, fromDate, toDate, span, reason } = props.exception;
  const from = dates.shortWithYear(fromDate);
  const days = fromDate === toDate ? from : `${dates.short(fromDate)} – ${dates.shortWithYear(toDate)}`;
  const hours = span === null ? t`toute la journée` : hoursText([span]);
  return (
    <li className={props.isPast ? "holiday-past" : undefined}>
      <span>
        <strong>{kind === "closed" ? t`Fermé` : t`Ouvert`}</strong> {days}
        <small>
          {hours} · {reason}
        </small>
      </span>
      <Button variant="quiet" aria-label={t`Retirer « ${reason} »`} onPress={props.onRemove}>
        {t`Retirer…`}
      </Button>
    </li>
  );
}

import { useLingui } from "@lingui/react/macro";
import type { SiteCalendar } from "../../../shared/domain/calendar.ts";
import {
  type Holiday,
  type HolidayName,
  type HolidayRegion,
  holidayRegions,
} from "../../../shared/domain/holiday.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { Select } from "../../ui/select.tsx";
import { Switch } from "../../ui/switch.tsx";
import { showToast } from "../../ui/toast.tsx";
import { currentVersion, withHolidays, withWorked } from "./calendar-form.ts";
import { holidayWords, regionWords, useDateWords } from "./calendar-words.ts";
import { useHolidays, usePutCalendar } from "./use-calendars.ts";

const noRegion = "none";

/** Public holidays of the twelve months to come: which ones close the doors. Those that are past stay as they were. */
export function HolidaySection({
  calendar,
  today,
}: {
  readonly calendar: SiteCalendar;
  readonly today: string;
}) {
  const { t } = useLingui();
  const dates = useDateWords();
  const put = usePutCalendar();
  const sentenceOf = useFaultSentence();
  const version = currentVersion(calendar, today);
  const { region, worked } = version.holidays;
  const holidays = useComingHolidays(region, today);
  const followsSite = calendar.serviceId !== null && version.week === null;

  function change(changed: Parameters<typeof withHolidays>[1]) {
    put.mutate(withHolidays(calendar, changed, today), {
      onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
    });
  }

  function choose(id: string) {
    const chosen: HolidayRegion | null = holidayRegions.find((one) => one === id) ?? null;
    change((before) => ({ ...before, region: chosen }));
  }

  return (
    <section className="calendar-section" aria-labelledby="calendar-holidays">
      <div className="calendar-head">
        <h3 id="calendar-holidays">{t`Jours fériés à venir`}</h3>
        {followsSite ? null : (
          <Select
            label={t`Jours fériés de`}
            hidesLabel
            look="compact"
            options={[
              { id: noRegion, label: t`Aucun jour férié` },
              ...holidayRegions.map((id) => ({ id, label: t(regionWords[id]) })),
            ]}
            value={region ?? noRegion}
            onChange={choose}
          />
        )}
      </div>
      {followsSite ? (
        <p className="calendar-none">{t`Ceux de l’accueil.`}</p>
      ) : region === null ? (
        <p className="calendar-none">{t`Choisissez une région : ses jours fériés ferment l’accueil.`}</p>
      ) : (
        <>
          <ul className="calendar-list">
            {holidays.map(({ date, name }) => (
              <HolidayRow
                key={date}
                name={name}
                day={dates.shortWithYear(date)}
                isWorked={worked.includes(name)}
                onChange={(isWorked) => change((before) => withWorked(before, name, isWorked))}
              />
            ))}
          </ul>
          <p className="calendar-since">{t`Un choix vaut aussi pour les années suivantes.`}</p>
        </>
      )}
    </section>
  );
}

function HolidayRow(props: {
  readonly name: HolidayName;
  readonly day: string;
  readonly isWorked: boolean;
  readonly onChange: (isWorked: boolean) => void;
}) {
  const { t } = useLingui();
  const { day, isWorked } = props;
  const name = t(holidayWords[props.name]);
  return (
    <li>
      <span>
        <span className="number holiday-day">{day}</span> {name}
      </span>
      <Switch
        label={t`Ouvert : ${name}`}
        isOn={isWorked}
        onChange={props.onChange}
        word={isWorked ? t`ouvert` : t`fermé`}
      />
    </li>
  );
}

/** The next date of each holiday. */
function useComingHolidays(region: HolidayRegion | null, today: string): Holiday[] {
  const year = Number(today.slice(0, "2026".length));
  const [thisYear, nextYear] = [useHolidays(region, year).data, useHolidays(region, year + 1).data];
  const coming = [...(thisYear ?? []), ...(nextYear ?? [])].filter(({ date }) => date >= today);
  return coming.filter(({ name }, index) => coming.findIndex((one) => one.name === name) === index);
}

import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { PrincipleOverview } from "../../shared/contract/principle.ts";
import { addDays } from "../../shared/queueing/intervals.ts";
import { useToday } from "../client/use-today.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { useMonthWords } from "./feedback/month-words.ts";

/** More days missing than this are pointed out. */
const mostDaysMissing = 2;

const monthLength = "2026-11".length;
const monthOf = (date: string) => date.slice(0, monthLength);
const dayOf = (date: string) => Number(date.slice(monthLength + 1));

/** Which days count, what they are set beside, and the way to other months. */
export function MonthLine(props: {
  /** Undefined while it is on its way, or where it could not be read. */
  readonly overview: PrincipleOverview | undefined;
  /** The month that was asked for, whose answer may still be on its way; null: none in particular. */
  readonly asked: string | null;
  readonly onMonth: (month: string | null) => void;
}) {
  const { t } = useLingui();
  const monthWords = useMonthWords();
  const { overview, asked, onMonth } = props;
  const today = useToday(useTimeZone());
  const month = asked ?? overview?.month;
  if (month === undefined) return <div className="principles-month" />;
  return (
    <div className="principles-month">
      <Button aria-label={t`Mois d’avant`} onPress={() => onMonth(monthOf(addDays(`${month}-01`, -1)))}>
        ‹
      </Button>
      <strong className="principles-month-name">{monthWords.long(month)}</strong>
      <Button
        aria-label={t`Mois d’après`}
        isDisabled={month >= monthOf(today)}
        onPress={() => onMonth(monthOf(addDays(`${month}-01`, 31)))}
      >
        ›
      </Button>
      {overview === undefined ? null : <Compared overview={overview} />}
    </div>
  );
}

function Compared({ overview }: { readonly overview: PrincipleOverview }) {
  const { t } = useLingui();
  const monthWords = useMonthWords();
  const previous = monthWords.long(monthOf(overview.previousFirstDate));
  const days = overview.lastDate === null ? 0 : dayOf(overview.lastDate);
  const previousDays = dayOf(overview.previousLastDate);
  const { previousDaysKnown: known, daysKnown: here } = overview;
  const missing =
    known === 0
      ? t`Aucune venue n’est connue pour ${previous}.`
      : here - known > mostDaysMissing
        ? t`Pour ${previous}, ${plural(known, { one: "un seul jour de venues est connu", other: "# jours de venues sont connus" })}, contre ${here} ici : attentes et passages « avant » ne disent que cela.`
        : "";
  return (
    <p className="number">
      {overview.isUnderWay
        ? t`${plural(days, { 0: "Aucun jour du mois n’est encore fini.", one: "Le premier jour du mois ; aujourd’hui ne compte pas encore.", other: "Les # premiers jours du mois ; aujourd’hui ne compte pas encore." })}`
        : t`Le mois entier.`}{" "}
      {overview.isUnderWay
        ? t`« avant » : ${previous}, ${plural(previousDays, { one: "le premier jour", other: "les # premiers jours" })}.`
        : t`« avant » : ${previous}, en entier.`}{" "}
      {missing}
    </p>
  );
}

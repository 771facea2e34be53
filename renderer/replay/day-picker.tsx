import { useLingui } from "@lingui/react/macro";
import { ChevronLeft, ChevronRight } from "../ui/arrow-icons.tsx";
import { IconButton } from "../ui/button.tsx";
import { DateButton } from "../ui/date-button.tsx";
import { useFormat } from "../ui/format.ts";
import { useReplay } from "./replay-context.tsx";

/** Which day is played again: days on which nothing happened can't be chosen. */
export function DayPicker() {
  const { t } = useLingui();
  const format = useFormat();
  const { days = [], date, chooseDay } = useReplay();
  if (date === null) return null;
  const previous = days.findLast((day) => day < date);
  const next = days.find((day) => day > date);
  return (
    <div className="replay-days">
      <IconButton
        label={t`Jour précédent`}
        variant="plain"
        isDisabled={previous === undefined}
        onPress={() => previous !== undefined && chooseDay(previous)}
      >
        <ChevronLeft />
      </IconButton>
      <DateButton
        label={t`Jour rejoué`}
        text={format.date(Date.parse(`${date}T12:00:00Z`), "UTC")}
        value={date}
        isAvailable={(day) => days.includes(day)}
        onChange={chooseDay}
        previousLabel={t`Mois précédent`}
        nextLabel={t`Mois suivant`}
      />
      <IconButton
        label={t`Jour suivant`}
        variant="plain"
        isDisabled={next === undefined}
        onPress={() => next !== undefined && chooseDay(next)}
      >
        <ChevronRight />
      </IconButton>
    </div>
  );
}
